"""Brings a file over: all of it in one transaction, or nothing."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from mep_site.core.models import BasePage
from mep_site.legacy.models import LegacyCapture, LegacyReading
from mep_site.legacy.reading.refusals import RefusedCaptureError

from .captures import current_reading, interpret, receive, refuse
from .containment import contained
from .page_making import make_pages
from .proposals import compare_with_earlier


@dataclass
class ImportOutcome:
    """What became of a file."""

    reading: LegacyReading | None = None
    pages: list[BasePage] = field(default_factory=list)
    parents: list[BasePage] = field(default_factory=list)
    refusal: RefusedCaptureError | None = None
    was_known: bool = False

    @property
    def is_new(self) -> bool:
        """Whether pages are still to be made."""
        return bool(self.reading) and self.reading.state == LegacyReading.State.WAITING

    @property
    def is_proposal(self) -> bool:
        """Whether a new version of the parser proposes a change."""
        return bool(self.reading) and self.reading.state == LegacyReading.State.PROPOSED


def import_file(
    file_name: str,
    content: bytes,
    user: AbstractBaseUser | None = None,
    *,
    public: bool = False,
    dry_run: bool = False,
) -> ImportOutcome:
    """Bring a file over, unless this version of the parser has brought it over before.

    A capture that can be read but makes no page keeps its reading, for somebody to look at.
    """
    try:
        with contained(file_name):
            outcome = _import(receive(file_name, content), user, public=public)
            if dry_run:
                transaction.set_rollback(True)
            return outcome
    except RefusedCaptureError as error:
        return ImportOutcome(refusal=error)


def _import(
    capture: LegacyCapture, user: AbstractBaseUser | None, *, public: bool
) -> ImportOutcome:
    """Read a capture and make its pages; what stands in the way is kept with the capture."""
    outcome = ImportOutcome()
    try:
        with contained(capture.file_name):
            outcome = _read(capture)
        if outcome.is_new:
            planted = make_pages(outcome.reading, user, public=public)
            outcome.pages, outcome.parents = planted.pages, planted.parents
    except RefusedCaptureError as error:
        outcome.refusal = error
        refuse(capture, error)
    return outcome


def _read(capture: LegacyCapture) -> ImportOutcome:
    """What the parser makes of a capture, or made of it before."""
    known = current_reading(capture)
    was_known = known is not None and known.state != LegacyReading.State.WAITING
    reading = known or interpret(capture)
    if not was_known:
        compare_with_earlier(reading)
    pages = [each.page.specific for each in reading.pages.select_related("page")]
    return ImportOutcome(reading, pages, was_known=was_known)
