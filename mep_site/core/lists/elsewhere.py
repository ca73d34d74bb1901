"""What a list cannot show in the reader's language: the entries that are public in others only."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from wagtail.models import AbstractPage

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, languages
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet

from .listed import REMEMBERED, Listed, in_order

SHOWN = 20
NOT_LIVE = [state for state in Edition.State if state != Edition.State.LIVE]


@dataclass(frozen=True)
class EntryElsewhere:
    """A page and the languages in which the public can read it, the authoritative one first."""

    page: AbstractPage
    languages: list[Language]


@dataclass(frozen=True)
class EntriesElsewhere:
    """Entries of a list without a public text in the language of its reader.

    ``count`` says how many there are, ``shown`` are the first :data:`SHOWN` in the order of the
    list.
    """

    count: int
    shown: list[EntryElsewhere] = field(default_factory=list)


def entries_elsewhere(listed: Listed) -> EntriesElsewhere:
    """Those of the list that are not public in its language; one query, if there are any."""
    count, public_in = _elsewhere(listed)
    entries = listed.index.get_entries().for_links()
    pages = in_order(entries, list(public_in)) if public_in else []
    return EntriesElsewhere(count, [EntryElsewhere(page, public_in[page.pk]) for page in pages])


@by_version(REMEMBERED)
def _elsewhere(listed: Listed) -> tuple[int, dict[int, list[Language]]]:
    return lacking(listed.matching().order_by(*listed.index.list_order), listed.language)


def lacking(editions: EditionQuerySet, language: Language) -> tuple[int, dict[int, list[Language]]]:
    """How many of these are public in other languages only than this one.

    And of the first the keys of their pages, with the languages in which each is public. Every page
    has an edition in every language; few of them are not public where another is.
    """
    others = Edition.objects.live().filter(page_id=OuterRef("page_id"))
    here = editions.in_language(language)
    missing = here.filter(state__in=NOT_LIVE).filter(Exists(others))
    keys = list(missing.values_list("page_id", flat=True)[: SHOWN + 1])
    count = len(keys) if len(keys) <= SHOWN else missing.order_by().count()
    return count, _public_in(keys[:SHOWN])


def _public_in(keys: list[int]) -> dict[int, list[Language]]:
    found = defaultdict(set)
    for key, code in (
        Edition.objects.live().filter(page__in=keys).values_list("page_id", "language")
    ):
        found[key].add(code)
    return {key: [each for each in languages() if each.code in found[key]] for key in keys}
