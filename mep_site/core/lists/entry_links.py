"""Links to the newest entries of lists, as values that can be remembered.

``first_in`` gives the first entries of a list, ``first_filed`` those of them that are filed under a
subject, ``newest_filed`` what is filed there in the whole site. An index has each in its order.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDate
from mep_site.translations.models.edition import EditionQuerySet

from ..addresses.places import address_at, home_of
from .facets import RelatedFacet
from .listed import NEWEST_FIRST, Listed, editions_below


class EntryLink(NamedTuple):
    """A page with a public text in the reader's language, and its title there.

    ``way`` leads to it from the home page; the date is empty if there is none.
    """

    pk: int
    way: str
    title: str
    date: PartialDate | str

    def get_url(self, request: Any = None) -> str:
        """The address in the active language."""
        return address_at(self.way)


def columns_of_links(language: Language) -> tuple[str, ...]:
    """What :func:`links_from` reads of each edition."""
    return ("page_id", "page__url_path", f"page__{language.column('title')}", "date")


def links_from(rows: Iterable[tuple[int, str, str, str]], root_id: int) -> tuple[EntryLink, ...]:
    """The links to these pages, each once, in their order."""
    root_path = home_of(root_id).url_path
    return tuple(
        EntryLink(pk, url_path.removeprefix(root_path), title, date and PartialDate.parse(date))
        for pk, url_path, title, date in dict.fromkeys(rows)
    )


@by_version(maxsize=1024)
def first_in(listed: Listed, count: int, root_id: int) -> tuple[EntryLink, ...]:
    """The first entries of a list, in its order."""
    rows = listed.editions.values_list(*columns_of_links(listed.language))
    return links_from(rows[:count], root_id)


@by_version(maxsize=1024)
def first_filed(
    listed: Listed, facet: RelatedFacet, target_id: Any, count: int, root_id: int
) -> tuple[EntryLink, ...]:
    """The first entries of a list that are filed under a subject, in the order of the list."""
    if listed.index.list_order == NEWEST_FIRST:
        editions = filed(listed.editions, facet, target_id)
    else:
        # Such lists are short: each entry is asked for, not each page that is filed there.
        own = {"page": OuterRef("page_id"), facet.to: target_id}
        editions = listed.editions.filter(Exists(QuerySet(facet.row).filter(**own)))
    return _links_to(editions, listed.language, count, root_id)


@by_version(maxsize=1024)
def newest_filed(
    facet: RelatedFacet, target_id: Any, language: Language, count: int, root_id: int
) -> tuple[EntryLink, ...]:
    """The newest pages of the site that are filed under a subject, those without a date last."""
    public = editions_below(home_of(root_id).path).live().in_language(language)
    return _links_to(filed(public, facet, target_id), language, count, root_id)


def filed(editions: EditionQuerySet, facet: RelatedFacet, target_id: Any) -> EditionQuerySet:
    """Those of the pages that are filed under a subject, the newest first, as its index has them.

    A page that is filed there twice comes twice.
    """
    found = editions.filter(**{f"page__{facet.relation}__{facet.to}": target_id})
    return found.order_by(f"-page__{facet.relation}__date", f"-page__{facet.relation}__page")


def _links_to(
    editions: EditionQuerySet, language: Language, count: int, root_id: int
) -> tuple[EntryLink, ...]:
    rows = editions.values_list(*columns_of_links(language))
    return links_from(rows[: 2 * count], root_id)[:count]
