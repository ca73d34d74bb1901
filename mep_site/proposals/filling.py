"""Proposals for all texts of a page that are empty: asked first, then written into the draft."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.models import AbstractPage

from mep_site.translations.admin.forms.saving import write_back
from mep_site.translations.admin.forms.sources import source_of
from mep_site.translations.admin.forms.unit_rows import UnitRow, unit_rows
from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language
from mep_site.translations.publishing.going_live import lock_page

from .models import Proposal


def empty_units(draft: AbstractPage) -> list[UnitRow]:
    """The texts of a draft in scope that have a Chinese and no translation."""
    return [row for row in unit_rows(draft, source_of(draft)) if row.is_missing]


def fill_empty(
    page: AbstractPage,
    language: Language,
    proposals: Mapping[str, Proposal],
    user: AbstractBaseUser,
) -> int:
    """Write proposals into the newest draft where it is still empty; returns how many.

    What somebody has typed meanwhile stays. Each text is in work, and a machine's until its
    translator changes or confirms it.
    """
    with transaction.atomic():
        draft = lock_page(page).get_latest_revision_as_object()
        draft.enter(language)
        source = source_of(draft)
        rows = list(unit_rows(draft, source))
        filled = {row.unit.id for row in rows if row.is_missing} & proposals.keys()
        if not filled:
            return 0
        cleaned: dict[str, Any] = {}
        for row in rows:
            own = proposals[row.unit.id].text if row.unit.id in filled else row.unit.text
            cleaned |= {
                row.text_name: own,
                row.done_name: row.state == UnitState.DONE,
                row.source_name: row.source_fingerprint,
            }
        write_back(draft, source, rows, cleaned, {})
        draft.is_unfinished = True
        if not draft.live:
            draft.save(clean=False)
        draft.save_revision(user=user, log_action=True, clean=False)
        return len(filled)
