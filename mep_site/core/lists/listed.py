"""What stands in a list, in one language and beside what is chosen of its filters.

Lists are read from editions, which are small: an index has every list in its order, so that a page
far down, or the number of entries, costs little more than the first page. The pages themselves are
read only when they are shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import AbstractPage

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet
from mep_site.translations.models.long_querysets import between

from ..addresses.public_links import restricted_paths
from .facets import Facet
from .querysets import BasePageQuerySet

NEWEST_FIRST = ("-date", "-parent_path", "-path_end")
AS_IN_TREE = ("parent_path", "path_end")
# Filters can be combined in more ways than anybody looks at between two publications.
REMEMBERED = 1_000


@dataclass(frozen=True)
class Listed:
    """The entries of the list ``index`` that the public can read in ``language``.

    ``chosen`` are the values of its facets, by their names. What is remembered of a list is known
    by its path, the language and these. As a sequence it is that of the pages.
    """

    path: str
    language: Language
    chosen: tuple[tuple[str, str], ...]
    index: Any = field(compare=False, repr=False)

    def count(self) -> int:
        """How many there are, as of the version in force."""
        return _count(self)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, wanted: slice) -> list[AbstractPage]:
        """The public pages between two places."""
        keys = _keys(self, wanted.start, min(wanted.stop, self.count()))
        entries = self.index.get_entries().for_lists()
        return in_order(entries, keys)

    @property
    def editions(self) -> EditionQuerySet:
        """The editions in the order of the list."""
        return self.matching().live().in_language(self.language).order_by(*self.index.list_order)

    def matching(self, but: Facet | None = None) -> EditionQuerySet:
        """The editions in any language and state of the pages with all chosen values.

        One facet may be left aside.
        """
        chosen = dict(self.chosen)
        editions = in_public_places(self.index.get_editions(), self.index.above_entries)
        for facet in self.index.facets:
            if facet.name in chosen and facet is not but:
                editions = facet.matching(editions, chosen[facet.name])
        return editions


def in_order(pages: BasePageQuerySet, keys: Sequence[int]) -> list[AbstractPage]:
    """Those of the pages that have these keys, in the order of the keys."""
    found = {page.pk: page for page in pages.filter(pk__in=keys).order_by()}
    return [found[key] for key in keys if key in found]


@by_version(REMEMBERED)
def _count(listed: Listed) -> int:
    return listed.editions.order_by().count()


@by_version(REMEMBERED)
def _keys(listed: Listed, start: int, stop: int) -> tuple[int, ...]:
    """The keys of the pages between two places."""
    keys = listed.editions.values_list("page_id", flat=True)
    return tuple(between(keys, listed.count(), start, stop))


def in_public_places(editions: EditionQuerySet, path: str) -> EditionQuerySet:
    """The editions without those of pages at or below one with a restriction of its readers.

    ``path`` is a page that stands above all of them.
    """
    for _, page, restricted in restricted_paths():
        if path.startswith(restricted):
            return editions.none()
        if restricted.startswith(path):
            editions = editions.exclude(Q(page=page) | Q(parent_path__startswith=restricted))
    return editions


def editions_below(path: str) -> EditionQuerySet:
    """The editions of what every visitor may see below a page, in every state."""
    return in_public_places(Edition.objects.below(path), path)


def editions_of_types(models: Iterable[type[AbstractPage]], path: str) -> EditionQuerySet:
    """Of pages of these types below a page, the editions that every visitor may read."""
    types = ContentType.objects.get_for_models(*models).values()
    return editions_below(path).live().filter(page__content_type__in=types)
