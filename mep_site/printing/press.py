"""Makes a PDF once, and one at a time on this machine.

A PDF takes a hundred times as long as a page, so that a crowd, or somebody who asks for one after
another, must not keep the site from its readers.
"""

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.cache import caches

SHEET = Path(__file__).with_name("paper.css")
COMMAND = [sys.executable, "-m", "mep_site.printing.typesetting"]
# None of the site's secrets. Without a path, no compiler is asked where Pango is, ten times over.
ENVIRONMENT = {"PATH": ""}
# By the clock; its process sets itself a limit by the processor.
SECONDS = 60


class PressBusyError(Exception):
    """Another PDF is being made on this machine."""


class PressFailedError(Exception):
    """No PDF came of it: the machine lacks Pango, or the text is too much."""


def digest_of(html: str) -> str:
    """What the PDF of this text is kept under: the same text, sheet and program make the same."""
    made_by = version("weasyprint")
    return sha256(f"{made_by}\n{SHEET.read_text('utf-8')}\n{html}".encode()).hexdigest()


def pdf_of(html: str, digest: str) -> bytes:
    """The PDF of a text, made or from memory.

    ``PressBusyError`` if somebody else's is being made, ``PressFailedError`` if none comes of it.
    Nobody waits: those who do would take the site's threads from its readers.
    """
    kept = caches["pdf"]
    if found := kept.get(digest):
        return found
    with _alone():
        made = _made(html)
        kept.set(digest, made)
    return made


def _made(html: str) -> bytes:
    try:
        process = subprocess.run(  # noqa: S603 - our own module, nothing of it from outside
            COMMAND,
            input=html.encode(),
            stdout=subprocess.PIPE,
            cwd=settings.BASE_DIR,
            env=ENVIRONMENT,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise PressFailedError from error
    return process.stdout


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the lock of this machine, which ends with the process that has it."""
    folder = Path(settings.PDF_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PressBusyError from error
        yield
