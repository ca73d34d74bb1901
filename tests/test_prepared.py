"""The kept database is never older than what it is made of."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from mep_site.core.models import BasePage

from . import prepared
from .prepared import ROOT, digest, ingredients


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A project of two files, beside what makes the database."""
    for name in ("mep_site/models.py", "mep_site/views.py", "tests/prepared.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    return tmp_path


def test_the_digest_depends_on_what_the_database_is_made_of():
    names = {str(file.relative_to(ROOT)) for file in ingredients(ROOT)}
    assert names >= {
        "tests/prepared.py",
        "mep_site/settings/base.py",
        "mep_site/core/migrations/0001_initial.py",
        "mep_site/demo/content/home.py",
        "news/models/article.py",
        "locale/ru/LC_MESSAGES/django.po",
    }


@pytest.mark.parametrize("name", ["mep_site/models.py", "tests/prepared.py", "mep_site/new.py"])
def test_a_file_that_changes_or_is_added_gives_another_digest(name, sources):
    before = digest(sources)
    (sources / name).write_text("changed")
    assert digest(sources) != before


def test_a_file_that_moves_or_goes_gives_another_digest(sources):
    before = digest(sources)
    (sources / "mep_site/models.py").rename(sources / "mep_site/page.py")
    moved = digest(sources)
    (sources / "mep_site/page.py").unlink()
    assert len({before, moved, digest(sources)}) == 3


def test_another_version_of_a_library_gives_another_digest(sources, monkeypatch):
    before = digest(sources)
    monkeypatch.setattr(prepared, "distributions", list)
    assert digest(sources) != before


def test_what_only_answers_requests_is_no_part_of_it(sources):
    before = digest(sources)
    (sources / "mep_site/views.py").write_text("changed")
    assert digest(sources) == before


def test_bytecode_that_another_process_writes_is_no_part_of_it(sources):
    before = digest(sources)
    written = sources / "mep_site" / "__pycache__" / "models.cpython-311.pyc.139927776552624"
    written.parent.mkdir()
    written.touch()
    assert digest(sources) == before


def test_it_is_made_once_and_takes_the_place_of_an_older_one(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(prepared, "KEPT", tmp_path)
    monkeypatch.setattr(prepared, "_is_whole", Path.exists)
    monkeypatch.setattr(prepared, "_make", lambda folder: made.append(folder) or folder.mkdir())
    older = tmp_path / f"{connection.vendor}-older"
    older.mkdir()
    prepared.make()
    prepared.make()
    assert made == [prepared.kept_folder(connection.vendor)]
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == made


@pytest.mark.every_database
def test_each_process_works_on_a_copy(db):
    assert BasePage.objects.published().count() > 50
    assert str(connection.settings_dict["NAME"]) not in map(str, prepared.KEPT.rglob("*"))
    assert not Path(settings.MEDIA_ROOT).is_relative_to(prepared.KEPT)
    assert any(Path(settings.MEDIA_ROOT).rglob("*.webp"))
