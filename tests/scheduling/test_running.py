"""Each job begins once, ends in time, and is tried again: by any number of schedulers."""

import io
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections
from django.utils import timezone

from mep_site.scheduling import jobs, running
from mep_site.scheduling.models import LEASE, JobRun
from mep_site.scheduling.running import Scheduler

from .scripted import scripted

ROOT = Path(__file__).parents[2]
SCHEDULERS = 8
PATIENCE = 30


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts jobs in the place of all others."""
    return lambda *scripts: monkeypatch.setattr(jobs, "JOBS", scripts)


@pytest.fixture
def stored(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Runs that are really stored: threads do not see what a test's transaction holds."""
    with django_db_blocker.unblock():
        yield
        JobRun.objects.all().delete()


def listing() -> str:
    output = io.StringIO()
    call_command("run_scheduler", "--list", stdout=output)
    return output.getvalue()


def is_alive(process: int) -> bool:
    """Whether it runs: one that nobody waits for stays in the table when it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def run_once() -> Scheduler:
    scheduler = Scheduler()
    scheduler.run_once()
    return scheduler


def test_what_is_due_runs_once_and_says_so(db, listed):
    listed(scripted("print('3 pages published')"))
    with pytest.raises(CommandError, match="Overdue or failed: scripted"):
        listing()
    call_command("run_scheduler", "--once")
    run = JobRun.objects.get()
    assert (run.failures, run.said, run.held_until) == (0, "3 pages published", None)
    assert run.began_at <= run.ended_at
    call_command("run_scheduler", "--once")
    assert JobRun.objects.get().began_at == run.began_at
    assert "every minute" in listing()


def test_what_fails_is_logged_and_tried_again_later(db, listed, caplog):
    listed(scripted("raise SystemExit(3)"))
    with pytest.raises(CommandError, match="This has failed: scripted"):
        call_command("run_scheduler", "--once")
    assert "scripted has failed with status 3" in caplog.text
    assert run_once().failed == []
    JobRun.objects.update(ended_at=timezone.now() - timedelta(minutes=6))
    assert run_once().failed == ["scripted"]
    assert JobRun.objects.get().failures == 2
    with pytest.raises(CommandError, match="Overdue or failed: scripted"):
        listing()


def test_one_that_fails_does_not_keep_others_from_running(db, listed):
    listed(scripted("raise SystemExit(1)", "first"), scripted("", "second"))
    assert run_once().failed == ["first"]
    assert JobRun.objects.get(command="second").ended_at


@pytest.mark.slow
def test_one_that_hangs_is_ended_with_all_that_it_has_started(db, listed, tmp_path):
    child = tmp_path / "child"
    script = (
        "import subprocess, time; p = subprocess.Popen(['sh', '-c', 'trap \"\" TERM; sleep 60']);"
        f"open({str(child)!r}, 'w').write(str(p.pid)); time.sleep(60)"
    )
    listed(scripted(script, limit=timedelta(seconds=1)))
    began = time.monotonic()
    assert run_once().failed == ["scripted"]
    assert time.monotonic() - began < 15
    run = JobRun.objects.get()
    assert (run.failures, run.said) == (1, "It was ended after 0:00:01.")
    for _ in range(20):
        if not is_alive(int(child.read_text())):
            return
        time.sleep(0.1)
    pytest.fail("What the job has started runs on.")


def test_one_whose_scheduler_was_killed_begins_again(db, listed, caplog):
    now = timezone.now()
    JobRun.objects.create(command="scripted", began_at=now, holder="gone", held_until=now + LEASE)
    listed(scripted(""))
    run_once()
    assert JobRun.objects.get().ended_at is None
    JobRun.objects.update(held_until=now)
    run_once()
    assert JobRun.objects.get().ended_at
    assert "scripted was cut off" in caplog.text


def test_who_runs_a_job_goes_on_saying_so(db, listed, monkeypatch):
    monkeypatch.setattr(running, "LEASE", timedelta(seconds=0.3))
    listed(scripted("import time; time.sleep(0.5)"))
    said = []
    renew = Scheduler._say_that_it_lives

    def noted(scheduler: Scheduler) -> None:
        renew(scheduler)
        said.extend(JobRun.objects.values_list("held_until", flat=True))

    monkeypatch.setattr(Scheduler, "_say_that_it_lives", noted)
    run_once()
    assert len(set(said)) >= 3


@pytest.mark.asvs("2.3.4")
@pytest.mark.slow
@pytest.mark.every_database
def test_of_many_schedulers_one_begins_each_job(stored, listed, tmp_path):
    begun = tmp_path / "begun"
    listed(*(scripted(f"open({str(begun)!r}, 'a').write('{name}')", name) for name in "abc"))

    def schedule(number: int) -> None:
        try:
            run_once()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(SCHEDULERS) as schedulers:
        list(schedulers.map(schedule, range(SCHEDULERS)))
    assert sorted(begun.read_text()) == ["a", "b", "c"]


def test_a_lost_database_is_said_once_and_waited_for(db, listed, monkeypatch, caplog):
    caplog.set_level(logging.WARNING)
    scheduler = Scheduler()
    states = iter([True, True, False, None])

    def is_gone(*arguments: object) -> None:
        state = next(states)
        scheduler.is_stopping = state is None
        if state:
            raise OperationalError

    monkeypatch.setattr(Scheduler, "_start_due", is_gone)
    monkeypatch.setattr(connections, "close_all", lambda: None)
    monkeypatch.setattr(running, "TICK", 0)
    scheduler.run()
    assert [record.message for record in caplog.records] == [
        "The database does not answer (OperationalError).",
        "The database answers again.",
    ]


@pytest.mark.slow
def test_told_to_end_it_lets_a_job_come_to_its_end(django_db_setup, tmp_path):
    """The command itself, in a process of its own as deployed: hence three seconds."""
    database = tmp_path / "site.sqlite3"
    sqlite3.connect(connection.settings_dict["NAME"]).execute("VACUUM INTO ?", [str(database)])
    environment = {
        "DJANGO_SETTINGS_MODULE": "mep_site.settings.test",
        "DATABASE_URL": f"sqlite:///{database}",
    }
    command = [sys.executable, "-m", f"{__package__}.scripted", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment) as process:
        for _ in range(PATIENCE * 10):
            if (tmp_path / "began").exists():
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert (tmp_path / "ended").read_text() == "x"
    rows = sqlite3.connect(database).execute("SELECT held_until, failures FROM scheduling_jobrun")
    assert list(rows) == [(None, 0)]
