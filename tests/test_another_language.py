"""A fourth language is what the README says: its steps are taken in a copy of the project."""

import fcntl
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection

from .another_language import CHANGED_TITLE, TITLE

pytestmark = pytest.mark.slow

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv*", "var", "node_modules", "__pycache__", ".*_cache", ".hypothesis"
)
MANAGE = ".venv/bin/python manage.py "
RUN_AND_LOOK = """
import sys, django
django.setup()
from tests.another_language import main
main(sys.argv[1:])
"""
TABLE = "mep_site/settings/languages.py"


def steps() -> list[str]:
    """What the README tells to write or to run, one text for each indented block."""
    readme = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
    section = readme.partition("### A language\n")[2].partition("\n## ")[0]
    return [dedent(block) for block in re.findall(r"(?:^ {8}.*\n)+", section, re.MULTILINE)]


class Copy:
    """A copy of the project with the demo content, in which commands are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.database = folder / "site.sqlite3"
        shutil.copytree(settings.BASE_DIR, self.folder, ignore=LEFT_OUT)
        (self.folder / ".venv").symlink_to(sys.prefix)
        # However this checkout came about: what is installed is not to be installed again.
        os.utime(self.folder / "requirements" / "runtime.txt", (0, 0))
        with (
            closing(sqlite3.connect(connection.settings_dict["NAME"])) as source,
            closing(sqlite3.connect(self.database)) as target,
        ):
            source.backup(target)

    def add_to_table(self, entry: str) -> None:
        """Write an entry at the end of the table of languages."""
        table = self.folder / TABLE
        source = table.read_text(encoding="utf-8").rstrip().removesuffix(")")
        table.write_text(f"{source}{entry})\n", encoding="utf-8")

    def run(self, *command: str) -> str:
        """Run a command; what it prints. If it fails, the test does, with what it said."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
            "DJANGO_SETTINGS_MODULE": "mep_site.settings.test",
            "DATABASE_URL": f"sqlite:///{self.database}",
        }
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
        return done.stdout


@pytest.fixture(scope="module")
def found(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the commands of the README say, and what the site is like after them.

    The process that comes first finds out, which takes a minute; those of the same run wait.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    folder = tmp_path_factory.getbasetemp()
    known = (folder.parent if run else folder) / f"another-language-{run}.json"
    with known.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not known.exists():
            known.write_text(_site_with_another_language(tmp_path_factory))
    return json.loads(known.read_text())


def _site_with_another_language(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("another-language")
    copy = Copy(folder)
    entry, *commands = steps()
    copy.add_to_table(entry)
    lines = "".join(commands).splitlines()
    for line in lines:
        if not line.startswith(MANAGE):
            copy.run(*line.split())
    managing = [line.removeprefix(".venv/bin/python ") for line in lines if line.startswith(MANAGE)]
    answer = copy.run(".venv/bin/python", "-c", RUN_AND_LOOK, *managing)
    shutil.rmtree(folder)
    return answer


@pytest.fixture
def said(found: dict[str, Any]) -> dict[str, str]:
    """What each command of manage.py says."""
    return found["said"]


@pytest.fixture
def site(found: dict[str, Any]) -> dict[str, Any]:
    """What a visitor, a search and a translator get of the site that has got French."""
    return found["site"]


def test_what_the_language_lacks_is_named(said):
    lacking = said["manage.py check --database default"]
    assert set(re.findall(r"\(((?:translations|search)\.\w+)\) Français", lacking)) == {
        "translations.W003",
        "translations.W004",
        "translations.W005",
        "search.W003",
    }
    assert "(translations.W007) No group may publish texts in Français" in lacking


def test_the_columns_that_a_database_lacks_are_named(said):
    assert "columns for Français (fr)" in said["manage.py migrate"]


def test_every_page_type_answers_in_every_language(site):
    faults = {url: status for url, status in site["statuses"].items() if status != 200}
    assert faults == {}
    assert sum(url.startswith("/fr/") for url in site["statuses"]) > 20


def test_the_switch_offers_the_language(site):
    assert site["switch"] == ["en", "ru", "fr"]


def test_a_page_says_which_language_it_is_in(site):
    page = BeautifulSoup(site["article"], "html.parser")
    assert (page.html["lang"], page.html["dir"]) == ("fr", "ltr")
    assert page.select_one('meta[property="og:locale"]')["content"] == "fr_FR"
    assert page.select_one('link[rel="alternate"][hreflang="fr"]')
    assert page.h1.get_text(strip=True) == TITLE


def test_a_page_without_a_text_says_so_of_this_language(site):
    assert "本页面暂无以下语种版本：Français" in site["absent"]
    assert "中文版" not in BeautifulSoup(site["absent"], "html.parser").h1.get_text()


def test_the_chinese_text_is_offered_beside_it(site):
    assert "仅显示以下语种的文本：Français" in site["beside"]


def test_a_search_knows_the_endings_of_the_language(site):
    assert "<mark>Parcs</mark> <mark>nationaux</mark>" in site["results"]


def test_dates_are_written_and_understood_in_the_language(site):
    assert site["dates"] == ["13 juin 2014", "juin 2014", "2014", "date=20190801"]


def test_its_translators_edit_it_and_no_other_language(site):
    assert site["translator"] == {"saved": 302, "draft": CHANGED_TITLE, "chinese form": 302}
