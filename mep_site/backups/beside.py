"""Runs commands of ours on a second site: same code, another database, uploads in a folder.

It takes a process of its own, as what a process knows of a site it has read from one database. The
place reaches that process by its standard input, not by its environment: settings differ in where
they look.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .errors import SecondSiteError

COMMAND = [sys.executable, "-m", "mep_site.backups.beside"]
IN_A_FOLDER = "mep_site.media.storage.folder.UploadFolder"


@dataclass(frozen=True)
class SecondSite:
    """Where its database is, as ``NAME`` of the settings, and the folder of its uploads.

    Without a folder it has those of this site.
    """

    database: str
    uploads: Path | None = None

    def runs(self, *command: str) -> str:
        """Run a management command there, and return what it wrote; ``SecondSiteError``."""
        from django.conf import settings

        uploads = str(self.uploads) if self.uploads else None
        told = {"database": self.database, "uploads": uploads, "command": command}
        done = subprocess.run(  # noqa: S603 - our own module
            COMMAND,
            input=json.dumps(told),
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=settings.BASE_DIR,
            check=False,
        )
        if done.returncode:
            *_, last = ["no word", *done.stderr.strip().splitlines()]
            said = f"{command[0]} failed on the restored site: {last}"
            raise SecondSiteError(said, done.stdout.splitlines())
        return done.stdout

    def lines(self, *command: str) -> list[str]:
        """The same, by lines."""
        return self.runs(*command).splitlines()


def _run_there(database: str, uploads: str | None, command: list[str]) -> None:
    """Point the settings of this process to the second site, before anything has read them."""
    from django.conf import settings
    from django.core.management import execute_from_command_line

    settings.DATABASES["default"]["NAME"] = database
    if uploads:
        in_a_folder = {**settings.STORAGES, "default": {"BACKEND": IN_A_FOLDER}}
        for name, value in {"STORAGES": in_a_folder, "MEDIA_ROOT": uploads}.items():
            setattr(settings, name, value)
    execute_from_command_line(["manage.py", *command])


if __name__ == "__main__":
    _run_there(**json.load(sys.stdin))
