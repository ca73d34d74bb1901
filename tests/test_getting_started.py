"""What a newcomer types first, and last: ``make demo`` and ``make clean``."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mep_site.demo.progress_bars import ProgressBars

from .test_architecture import ROOT
from .test_settings_env import settings_in

MADE_HERE = [
    ".venv/bin/python",
    ".venv-lock/bin/uv",
    ".venv-next/bin/python",
    ".pytest_cache/README.md",
    ".ruff_cache/x",
    ".import_linter_cache/x",
    ".hypothesis/x",
    "mep_site/__pycache__/urls.cpython-311.pyc",
    "mep_site/core/models/__pycache__/page.cpython-311.pyc",
    "tests/__pycache__/people.cpython-311.pyc",
    "locale/en/LC_MESSAGES/django.mo",
    "locale_libraries/ru/LC_MESSAGES/djangojs.mo",
    "tests/measuring/node_modules/x/y.js",
    "tests/measuring/lighthouse/node_modules/x/y.js",
    "tests/measuring/observatory/node_modules/x/y.js",
    "var/demo/db.sqlite3",
    "var/demo/db.sqlite3-wal",
    "var/demo/media/images/a.jpg",
    "var/demo/secret_key",
    "var/prepared/test.sqlite3",
    "var/static/.stamp",
    "var/screenshots/home.png",
    "var/locale/en/LC_MESSAGES/django.po",
    "var/django.pot",
]
KEPT = [".env", "var/db.sqlite3", "var/media/images/flood.jpg"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile and the catalogues."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for folder in ("locale", "locale_libraries"):
        ignored = shutil.ignore_patterns("*.mo")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    return tmp_path


def files_in(folder: Path) -> set[str]:
    """The files below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, names: list[str]) -> None:
    """Write files with a word in each."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("made")


def clean(folder: Path) -> str:
    """Run ``make clean`` there; returns what it says."""
    command = ["make", "--no-print-directory", "clean"]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def test_clean_leaves_nothing_of_what_was_made(checkout: Path) -> None:
    before = files_in(checkout)
    write(checkout, MADE_HERE)
    assert clean(checkout) == ""
    assert files_in(checkout) == before
    assert not (checkout / "var").exists()


def test_clean_keeps_secrets_and_names_what_production_may_have_put_there(checkout: Path) -> None:
    before = files_in(checkout)
    write(checkout, [*MADE_HERE, *KEPT])
    said = clean(checkout)
    assert files_in(checkout) == before | set(KEPT)
    assert "var/db.sqlite3" in said
    assert "var/media" in said


def test_the_demo_keeps_its_things_apart_from_productions() -> None:
    demo = f"{ROOT}/var/demo"
    assert settings_in("dev", "s.MEDIA_ROOT") == f"{demo}/media"
    assert settings_in("dev", "s.DATABASES['default']['NAME']") == f"{demo}/db.sqlite3"
    assert settings_in("base", "s.MEDIA_ROOT") == f"{ROOT}/var/media"
    elsewhere = {"MEDIA_ROOT": "/srv/media", "DATABASE_URL": "sqlite:////srv/db.sqlite3"}
    assert settings_in("dev", "s.MEDIA_ROOT", **elsewhere) == "/srv/media"
    assert settings_in("dev", "s.DATABASES['default']['NAME']", **elsewhere) == "/srv/db.sqlite3"


class Terminal(io.StringIO):
    """A screen that remembers what it was shown."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(
    ("stream", "is_quiet", "is_shown"),
    [(Terminal, False, True), (Terminal, True, False), (io.StringIO, False, False)],
)
def test_who_waits_at_a_terminal_sees_how_far_the_loading_is(
    stream: type[io.StringIO], is_quiet: bool, is_shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream())
    assert list(ProgressBars(is_quiet).through(["a", "b"], "Pages")) == ["a", "b"]
    shown = sys.stderr.getvalue()
    assert ("Pages" in shown and "2/2" in shown) is is_shown
    assert is_shown or shown == ""
