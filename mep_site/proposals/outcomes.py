"""What became of proposals, once their units are public."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import AbstractPage

from mep_site.translations.content.content import Content
from mep_site.translations.content.origins import from_record
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language

from .models import ServedProposal
from .recognising import likeness


def note_outcomes(
    page: AbstractPage,
    languages: Iterable[Language],
    moment: datetime,
    user: AbstractBaseUser | None = None,
    **kwargs: Any,
) -> None:
    """After a publication: note of each unit whether its newest proposal went live as it was."""
    by_code = {language.code: language for language in languages}
    served = ServedProposal.objects.filter(page=page.pk, proposal__language__in=by_code)
    newest = {
        (each.proposal.language, each.unit): each
        for each in served.select_related("proposal").order_by("served_at", "pk")
    }
    open_ones = [each for each in newest.values() if each.outcome == ServedProposal.Outcome.OPEN]
    if not open_ones:
        return
    content = Content.of(page)
    settled = [
        each
        for each in open_ones
        if _settle(each, content, by_code[each.proposal.language], moment)
    ]
    ServedProposal.objects.bulk_update(settled, ["outcome", "settled_at", "confirmed_by"])


def _settle(served: ServedProposal, content: Content, language: Language, now: datetime) -> bool:
    """Note the outcome; whether the unit is public at all."""
    text = content.texts(language).get(served.unit)
    if text is None:
        return False
    origin = from_record(content.origins(language).get(served.unit), fingerprint(text))
    is_unchanged = likeness(text) == served.proposal.likeness
    outcomes = ServedProposal.Outcome
    served.outcome = outcomes.UNCHANGED if is_unchanged else outcomes.CHANGED
    served.confirmed_by_id = origin.confirmed_by if is_unchanged and origin else None
    served.settled_at = now
    return True
