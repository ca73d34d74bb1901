"""What stops a backup or a restore, and that nothing is half done then."""

import stat
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mep_site.backups import making, uploads
from mep_site.backups.archive import description as descriptions
from mep_site.backups.databases import engine, postgresql
from mep_site.backups.errors import RefusedArchiveError, UnfitDatabaseError
from mep_site.backups.models import BackupRun
from mep_site.backups.restoring import checked, site_is_empty


def refusal_of(*command, **options) -> str:
    with pytest.raises(CommandError) as caught:
        call_command(*command, **options)
    return str(caught.value)


def test_nobody_else_reads_an_archive(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_an_archive_says_what_is_in_it(archive, db):
    with checked(archive) as (bag, description):
        assert description.rows["core_basepage"] > 80
        assert description.uploads == len(bag.names("media/")) > 50
        assert "backups.0001_initial" in description.migrations
        assert description.vanished == []


def test_a_backup_that_fails_leaves_nothing_but_the_one_before(tmp_path, db, monkeypatch):
    place = tmp_path / "site.tar"
    place.write_text("the one before")

    def fail(bag):
        raise OSError("No space left on device")

    monkeypatch.setattr(making, "copy_uploads", fail)
    assert "No space left" in refusal_of("backup", str(place))
    assert [file.name for file in tmp_path.iterdir()] == ["site.tar"]
    assert place.read_text() == "the one before"
    run = BackupRun.objects.get()
    assert (run.succeeded, run.report) == (False, "No space left on device")


def test_what_vanishes_meanwhile_is_named(tmp_path, db, monkeypatch):
    place, names = tmp_path / "site.tar", uploads.whole_uploads()
    monkeypatch.setattr(uploads, "whole_uploads", lambda: ["gone.pdf", *names])
    call_command("backup", str(place), stdout=StringIO())
    with checked(place) as (_, description):
        assert description.vanished == ["gone.pdf"]


def test_an_archive_may_go_to_standard_output(tmp_path, db, capfdbinary):
    call_command("backup", "-")
    place = tmp_path / "site.tar"
    place.write_bytes(capfdbinary.readouterr().out)
    with checked(place) as (_, description):
        assert description.uploads > 50


def test_nothing_is_restored_over_this_site(archive, db):
    assert not site_is_empty()
    assert "Say --replace" in refusal_of("restore", str(archive))


def test_a_damaged_archive_is_refused_before_anything_is_done(archive, tmp_path, db):
    whole = archive.read_bytes()
    damaged = tmp_path / "site.tar"
    damaged.write_bytes(whole.replace(b"core_basepage", b"core_basepaqe"))
    assert "site.json is not what was written" in refusal_of("restore", str(damaged), replace=True)


def test_an_archive_of_a_newer_version_is_refused(archive, db, monkeypatch):
    known = descriptions._known_migrations() - {"backups.0001_initial"}
    monkeypatch.setattr(descriptions, "_known_migrations", lambda: known)
    said = refusal_of("restore", str(archive), replace=True)
    assert "newer version" in said
    assert "backups.0001_initial" in said


def test_an_archive_of_another_kind_of_database_is_refused(archive, db):
    with checked(archive) as (_, description):
        other = replace(description, database="oracle")
    with pytest.raises(RefusedArchiveError, match="Set DATABASE_URL"):
        other.refuse_what_does_not_fit()


def test_without_the_programs_of_postgresql_one_is_told_what_to_install(monkeypatch, db):
    monkeypatch.setattr(postgresql, "_places", lambda name, version: iter(()))
    with pytest.raises(UnfitDatabaseError, match=r"none is installed.*postgresql-client-"):
        postgresql._program("pg_dump")


def test_a_program_older_than_the_server_is_not_used(monkeypatch, db):
    monkeypatch.setattr(postgresql, "_places", lambda name, version: iter([Path("/old/pg_dump")]))
    monkeypatch.setattr(postgresql, "_version", lambda program: 2)
    with pytest.raises(UnfitDatabaseError, match="/old/pg_dump is of version 2"):
        postgresql._program("pg_dump")


@pytest.mark.slow
@pytest.mark.every_database
def test_what_a_killed_restore_left_beside_the_database_is_replaced(archive, tmp_path, db):
    with checked(archive) as (bag, description):
        copy = tmp_path / "copy"
        copy.write_bytes(bag.open(engine().name).read())
    killed = engine().beside(copy, "trying")
    killed.__enter__()
    with engine().beside(copy, "trying") as name:
        assert engine().rows_of(name) == description.rows
