"""What runs by the clock, and when each job is due."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.management import get_commands, load_command_class

from mep_site.scheduling.jobs import JOBS, Job, wanted_jobs
from mep_site.scheduling.models import LEASE, JobRun
from mep_site.scheduling.times import At, Every

# Noon in the site's time zone.
NOON = datetime(2026, 11, 29, 4, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
EACH_MINUTE = Job("publish_scheduled", Every(MINUTE))
AT_TEN = Job("clearsessions", At(time(10)))


def ran(began: datetime, **state: object) -> JobRun:
    """A run that has ended well, unless told otherwise."""
    return JobRun(command="x", began_at=began, **{"ended_at": began, "failures": 0} | state)


def test_every_job_is_a_command_that_takes_its_arguments():
    for job in JOBS:
        command = load_command_class(get_commands()[job.command], job.command)
        command.create_parser("manage.py", job.command).parse_args(job.arguments)


def test_no_command_stands_in_the_list_twice():
    commands = [job.command for job in JOBS]
    assert sorted(commands) == sorted(set(commands))


def test_what_has_nothing_to_do_is_left_out(settings, tmp_path):
    settings.BACKUP_FOLDER = tmp_path / "backups"
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.PAGE_CACHE_BYTES = 0
    wanted = {job.command for job in wanted_jobs()}
    assert {"publish_scheduled", "forget_reporters"} <= wanted
    without_purpose = {"send_digests", "send_subscriptions", "train_dictionary", "drill"}
    assert not wanted & without_purpose
    settings.BACKUP_FOLDER.mkdir()
    (settings.BACKUP_FOLDER / "site.tar").touch()
    assert "drill" in {job.command for job in wanted_jobs()}


@pytest.mark.parametrize(
    ("job", "run", "is_due"),
    [
        pytest.param(EACH_MINUTE, JobRun(), True, id="never ran"),
        pytest.param(EACH_MINUTE, ran(NOON - MINUTE), True, id="a minute ago"),
        pytest.param(EACH_MINUTE, ran(NOON - MINUTE / 2), False, id="just now"),
        pytest.param(AT_TEN, ran(NOON - 3 * HOUR), True, id="before today's time"),
        pytest.param(AT_TEN, ran(NOON - HOUR), False, id="after today's time"),
        pytest.param(Job("x", At(time(13))), ran(NOON - 22 * HOUR), False, id="not yet today"),
        pytest.param(Job("x", At(time(13))), ran(NOON - 24 * HOUR), True, id="missed yesterday"),
        pytest.param(Job("x", At(time(10), days=7)), ran(NOON - 6 * 24 * HOUR), False, id="week"),
        pytest.param(Job("x", At(time(10), days=7)), ran(NOON - 7 * 24 * HOUR), True, id="over"),
        pytest.param(AT_TEN, ran(NOON - HOUR, failures=1), True, id="failed an hour ago"),
        pytest.param(AT_TEN, ran(NOON - 4 * MINUTE, failures=1), False, id="failed just now"),
        pytest.param(AT_TEN, ran(NOON - 9 * MINUTE, failures=2), False, id="failed twice"),
        pytest.param(AT_TEN, ran(NOON - HOUR, failures=99), True, id="fails for ever"),
        pytest.param(
            EACH_MINUTE, ran(NOON - HOUR, held_until=NOON + LEASE), False, id="somebody runs it"
        ),
        pytest.param(
            AT_TEN, ran(NOON - MINUTE, held_until=NOON - MINUTE, ended_at=None), True, id="cut off"
        ),
    ],
)
def test_a_job_is_due(job, run, is_due):
    assert run.is_due(job, NOON) is is_due
