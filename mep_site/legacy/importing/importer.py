"""Brings a file over: all of it in one transaction, or nothing."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from mep_site.core.models import BasePage
from mep_site.legacy.models import LegacyReading
from mep_site.legacy.refusals import RefusedCaptureError

from .captures import current_reading, interpret, receive, refuse
from .planting import plant
from .proposals import compare_with_earlier


@dataclass
class Outcome:
    """What became of a file."""

    reading: LegacyReading | None = None
    pages: list[BasePage] = field(default_factory=list)
    parents: list[BasePage] = field(default_factory=list)
    refusal: RefusedCaptureError | None = None
    was_known: bool = False

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
) -> Outcome:
    """Bring a file over, unless this version of the parser has brought it over before."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                outcome = _import(file_name, content, user, public=public)
        except RefusedCaptureError as error:
            outcome = Outcome(refusal=error)
            refuse(receive(file_name, content), error)
        if dry_run:
            transaction.set_rollback(True)
    return outcome


def _import(
    file_name: str, content: bytes, user: AbstractBaseUser | None, *, public: bool
) -> Outcome:
    capture = receive(file_name, content)
    known = current_reading(capture)
    if known and known.state != LegacyReading.State.WAITING:
        pages = [each.page.specific for each in known.pages.select_related("page")]
        return Outcome(known, pages, was_known=True)
    reading = interpret(capture)
    if compare_with_earlier(reading):
        return Outcome(reading, [each.page.specific for each in reading.pages.all()])
    planted = plant(reading, user, public=public)
    return Outcome(reading, planted.pages, planted.parents)
