"""What a list cannot show in the reader's language: the entries that are public in others only."""

from dataclasses import dataclass

from mep_site.translations.languages import active_language

from .counting import LONG, number_of
from .querysets import BasePageQuerySet

SHOWN = 20


@dataclass(frozen=True)
class EntriesElsewhere:
    """Entries of a list without a public text in the active language.

    ``count`` says how many there are, ``entries`` are the first :data:`SHOWN` of them in the order
    of the list, with their editions. Of a long list none are shown: to find the few among many
    takes long, and their number is remembered only.
    """

    count: int
    entries: BasePageQuerySet


def entries_elsewhere(matching: BasePageQuerySet, listed: int) -> EntriesElsewhere:
    """Those of the matching entries that are not among the ``listed`` many in this language."""
    missing = matching.in_any_language().not_in_language(active_language())
    count = number_of(missing, among=listed)
    is_shown = count and listed < LONG
    return EntriesElsewhere(
        count, missing.prefetch_related("editions")[:SHOWN] if is_shown else missing.none()
    )
