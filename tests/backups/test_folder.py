"""Which of the daily archives are kept, and who may work in their folder."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from mep_site.backups.folder import BusyError, archives, backup_folder, kept

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)


def daily(days: int) -> list[datetime]:
    return [NOON - timedelta(days=day) for day in range(days)]


def test_the_rule_keeps_a_week_of_days_five_weeks_and_a_year_of_months():
    stayed = sorted(kept(daily(800)), reverse=True)
    assert [NOON - moment for moment in stayed[:7]] == [timedelta(days=day) for day in range(7)]
    months = {(moment.year, moment.month) for moment in stayed}
    assert len(months) == 12
    assert len(stayed) <= 7 + 5 + 12
    assert len({moment.isocalendar()[:2] for moment in stayed[:11]}) == 5


def test_what_the_rule_keeps_it_keeps_again():
    once = kept(daily(800))
    assert kept(once) == once


def test_days_without_an_archive_cost_none():
    sparse = [NOON - timedelta(days=30 * number) for number in range(7)]
    assert kept(sparse) == set(sparse)


def test_of_a_day_the_last_one_is_kept():
    morning = NOON - timedelta(hours=4)
    assert kept([NOON, morning]) == {NOON}


def test_a_day_is_that_of_the_site():
    """In Shanghai it is the next day when it is 16 o'clock in UTC."""
    afternoon = NOON + timedelta(hours=5)
    assert kept([NOON, afternoon]) == {NOON, afternoon}


def test_two_do_not_work_in_the_folder_at_once():
    with backup_folder(), pytest.raises(BusyError), backup_folder():
        pass


def test_what_was_left_unfinished_is_removed_and_strange_files_are_not():
    with backup_folder() as folder:
        for name in ("site-20261129T120000Z.tar.unfinished", "notes.txt"):
            (folder / name).touch()
    with backup_folder() as folder:
        assert {file.name for file in folder.iterdir()} >= {"notes.txt", ".lock"}
        assert not list(folder.glob("*.unfinished"))
        assert archives(folder) == {}
        (folder / "notes.txt").unlink()


def test_a_second_backup_of_the_day_is_not_made(db, capsys):
    with backup_folder() as folder:
        today = folder / f"site-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
        today.touch()
    try:
        call_command("backup", daily=True)
        assert capsys.readouterr().out == "Today's backup is there.\n"
    finally:
        today.unlink()
