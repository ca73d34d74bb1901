"""The README's steps for a page type suffice: six files, and nothing else is touched."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.db import connection

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
ADDED = Path(__file__).parent / "added"
COPIED = ("cooperation", "departments", "locale", "mep_site", "news", "templates")
SHARED = ("locale_libraries", "static")


@pytest.fixture(scope="module")
def copy(tmp_path_factory, django_db_setup) -> Path:
    """A copy of the project, and of the demo's database, with what the README says added."""
    folder = tmp_path_factory.mktemp("site")
    for name in COPIED:
        # Bytecode, too, but that which another process is just writing.
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    with sqlite3.connect(connection.settings_dict["NAME"]) as demo:
        demo.backup(sqlite3.connect(folder / "db.sqlite3"))
    for file in ADDED.rglob("*.txt"):
        target = folder / file.relative_to(ADDED).with_suffix("")
        with target.open("a", encoding="utf-8") as grown:
            grown.write(file.read_text("utf-8"))
    for catalogue in (folder / "locale").rglob("*.po"):
        compiled = read_po(catalogue.open("rb"))
        with catalogue.with_suffix(".mo").open("wb") as file:
            write_mo(file, compiled)
    return folder


@pytest.fixture(scope="module")
def used(copy) -> dict[str, Any]:
    """What came of using the copy."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{copy / 'db.sqlite3'}",
        "PYTHONPATH": f"{copy}{os.pathsep}{ROOT}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    script = [sys.executable, "-m", "tests.new_page_type.using"]
    done = subprocess.run(
        script, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def contents(folder: Path) -> dict[str, bytes]:
    """The sources in a folder; the catalogues count as one file."""
    files: dict[str, bytes] = {}
    for name in COPIED:
        for file in sorted((folder / name).rglob("*")):
            if file.is_file() and file.suffix != ".mo" and "__pycache__" not in file.parts:
                path = "locale" if name == "locale" else str(file.relative_to(folder))
                files[path] = files.get(path, b"") + file.read_bytes()
    return files


def test_six_files_are_touched(copy, used):
    before, after = contents(ROOT), contents(copy)
    touched = {path for path, content in after.items() if before.get(path) != content}
    assert {re.sub(r"\d{4}", "NNNN", path) for path in touched} == {
        "news/models/policy.py",
        "news/translation.py",
        "news/migrations/NNNN_consultation.py",
        "templates/news/consultation.html",
        "mep_site/demo/content/services.py",
        "locale",
    }
    assert before.keys() <= after.keys()


def test_the_checks_miss_nothing_but_the_migration_and_then_nothing(used):
    assert used["before_the_migration"] == ["core.W006 news.Consultation"]
    assert used["after_it"] == []
    assert used["without_changes"]


@pytest.mark.parametrize(
    ("code", "facts", "beside"),
    [
        ("zh-hans", ["2019年3月4日", "已结束"], "4 марта 2019 г."),
        ("en", ["4 March 2019", "Closed"], "4 марта 2019 г."),
        ("ru", ["4 марта 2019 г.", "Завершено"], "4 March 2019"),
    ],
)
def test_it_is_served_found_and_listed(code, facts, beside, used):
    assert used["served"][code] == {
        "status": 200,
        "heading_is_the_title": True,
        "facts": facts,
        "first_fact_beside_another": [facts[0], beside],
        "is_found": True,
        "is_in_the_site_map": True,
    }


def test_editors_start_pages_of_it_in_every_language(used):
    assert used["created"] == {"zh-hans": True, "en": True, "ru": True}
