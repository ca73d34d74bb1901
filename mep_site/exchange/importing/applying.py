"""Saves what came back as drafts, on the path that the form takes. Nothing is published.

Each page is a transaction of its own. An import that ends halfway is started again: what was saved
is as it came back by then, and so nothing is done twice.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.models import Revision

from mep_site.translations.admin.forms.saving import write_back
from mep_site.translations.admin.forms.unit_rows import UnitRow
from mep_site.translations.audit import log_edition
from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language
from mep_site.translations.publishing.going_live import lock_row

from ..texts.returned import ReturnedPage
from .merging import MergedUnit, Outcome
from .planning import PlannedPage, planned_page

ACTION = "exchange.import"


def apply_page(  # noqa: PLR0913, PLR0917 - what came back, and what was decided
    returned: ReturnedPage,
    language: Language,
    user: AbstractBaseUser | None,
    chosen: Collection[str],
    mark: str | None = None,
    file_name: str = "",
) -> int | None:
    """Save a draft with what is taken of a page; returns how many texts that are.

    ``chosen`` are the units that go over what was changed here. ``None`` if the draft is not the
    one that was looked at, which ``mark`` names: then nothing is saved.
    """
    with transaction.atomic():
        lock_row(returned.page_id)
        planned = planned_page(returned, language, user)
        if mark is not None and planned.mark != mark:
            return None
        taken = {
            unit.unit: unit
            for unit in planned.with_outcome(Outcome.TAKEN, Outcome.CONFIRMED, Outcome.CONFLICT)
            if unit.outcome != Outcome.CONFLICT or unit.unit in chosen
        }
        if taken:
            _save(planned, taken, user, file_name)
        return len(taken)


def _save(
    planned: PlannedPage,
    taken: Mapping[str, MergedUnit],
    user: AbstractBaseUser | None,
    file_name: str,
) -> Revision:
    page = planned.draft
    cleaned: dict[str, Any] = {}
    for row in planned.rows:
        cleaned |= _as_in_form(row, taken.get(row.unit.id))
    write_back(page, planned.source, list(planned.rows), cleaned, {})
    page.is_unfinished = True
    if not page.live:
        page.save()
    revision = page.save_revision(user=user)
    details = {"file": file_name, "units": len(taken)}
    log_edition(page, ACTION, user, revision, details=details)
    return revision


def _as_in_form(row: UnitRow, taken: MergedUnit | None) -> dict[str, Any]:
    """What the form of the translation would send for a row."""
    if taken is None:
        return {
            row.text_name: row.unit.text,
            row.done_name: row.state == UnitState.DONE,
            row.source_name: row.source_fingerprint,
        }
    is_confirmed = taken.outcome == Outcome.CONFIRMED
    return {
        row.text_name: row.unit.text if is_confirmed else taken.text,
        row.done_name: taken.is_done,
        row.source_name: taken.seen or row.source_fingerprint,
    }
