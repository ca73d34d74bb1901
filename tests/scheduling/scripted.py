"""Jobs for tests: a line of Python in place of a management command, and a scheduler for them.

python -m tests.scheduling.scripted FOLDER

runs a scheduler whose only job writes a file ``began`` there, and ``ended`` a while later.
"""

import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import django

from mep_site.scheduling import jobs
from mep_site.scheduling.times import Every


@dataclass(frozen=True)
class ScriptedJob(jobs.Job):
    """What it runs is a script."""

    script: str = ""

    @property
    def command_line(self) -> list[str]:
        return [sys.executable, "-c", self.script]


def scripted(script: str, command: str = "scripted", **options: object) -> ScriptedJob:
    """A job that is due every minute."""
    return ScriptedJob(command, script=script, **{"due": Every(timedelta(minutes=1))} | options)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    django.setup()
    from django.core.management import call_command

    began, ended = (f"open({str(folder / name)!r}, 'a').write('x')" for name in ("began", "ended"))
    jobs.JOBS = (scripted(f"{began}; import time; time.sleep(1); {ended}"),)
    call_command("run_scheduler")
