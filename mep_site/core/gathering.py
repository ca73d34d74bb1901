"""What leads on from a page: what is filed under it, what its topics lead to, the lists below it.

All of it is remembered by the version of what is public, as values.
"""

from collections import Counter, namedtuple
from collections.abc import Iterator
from typing import Any, NamedTuple

import swapper
from django.utils.http import urlencode
from wagtail.models import get_page_models

from mep_site.publicstate.version import by_version
from mep_site.topics.models import Topic
from mep_site.translations.languages import Language, languages

from .addresses.places import Place, home_of, places_below, places_of
from .lists.elsewhere import EntriesElsewhere, EntryElsewhere, lacking
from .lists.entry_links import EntryLink, first_filed, first_in, newest_filed
from .lists.facets import Facet, RelatedFacet
from .lists.filing import TOPIC
from .lists.listed import NEWEST_FIRST, Listed, editions_below
from .models.listing import ListingMixin

ENTRIES = 5
NAMES = tuple(language.column("name") for language in languages())


class GatheredList(NamedTuple):
    """The first entries of a list, or of the part of it that ``label`` names.

    ``query`` is the end of the address at which the list shows no others.
    """

    place: Place
    entries: tuple[EntryLink, ...]
    label: Any = ""
    query: str = ""


class Gathered(NamedTuple):
    """Lists with something that is filed under a subject, and what lacks the reader's language."""

    lists: tuple[GatheredList, ...]
    elsewhere: EntriesElsewhere


class TopicName(namedtuple("TopicColumns", ("pk", "slug", *NAMES))):
    """A topic with its names, under the names of their columns."""

    __slots__ = ()


# Filed under a subject


@by_version(maxsize=1024)
def gathered(
    facet: RelatedFacet, target_id: Any, value: str, language: Language, root_id: int
) -> Gathered:
    """What is filed under a subject, by the lists that have the facet.

    ``value`` is what stands for the subject in addresses.
    """
    query = f"?{urlencode({facet.name: value})}"
    found = [
        GatheredList(place, first_filed(listed, facet, target_id, ENTRIES, root_id), query=query)
        for place in lists_with(facet, root_id)
        for listed in [_listed(place, language)]
    ]
    everywhere = facet.matching(editions_below(home_of(root_id).path), value)
    count, public_in = lacking(everywhere.order_by(*NEWEST_FIRST), language)
    places = places_of(tuple(public_in), root_id)
    shown = [EntryElsewhere(place, public_in[place.pk]) for place in places]
    lists = tuple(each for each in found if each.entries)
    return Gathered(lists, EntriesElsewhere(count, shown))


@by_version()
def lists_with(facet: Facet, root_id: int) -> tuple[Place, ...]:
    """The lists of a site that have a facet, in the order of the tree, and then the overviews.

    Without those whose entries stand in an overview, too.
    """
    lists = [model for model in get_page_models() if issubclass(model, ListingMixin)]
    models = [model for model in lists if facet in model.facets]
    pages = swapper.load_model("wagtailcore", "Page").objects.exact_type(*models)
    keys = pages.filter(path__startswith=home_of(root_id).path).values_list("pk", flat=True)
    places = places_of(tuple(keys), root_id)
    overviews = [place for place in places if place.specific_class.is_overview]
    others = [place for place in places if place not in overviews]
    return (
        *(each for each in others if not any(_covers(overview, each) for overview in overviews)),
        *overviews,
    )


def _covers(overview: Place, place: Place) -> bool:
    """Whether the entries of a list stand in an overview, too."""
    over = _index(overview)
    return (
        place.path.startswith(over.above_entries) and _index(place).entry_model is over.entry_model
    )


def _listed(place: Place, language: Language, chosen: tuple[tuple[str, str], ...] = ()) -> Listed:
    return Listed(place.path, language, chosen, _index(place))


def _index(place: Place) -> ListingMixin:
    return place.specific_class.at(place.path)


# Below a page


def first_entries(place: Place, language: Language, root_id: int) -> tuple[EntryLink, ...]:
    """The first few entries of a list that the public can read."""
    return first_in(_listed(place, language), ENTRIES, root_id)


@by_version(maxsize=1024)
def parts_below(place: Place, language: Language, root_id: int) -> tuple[GatheredList, ...]:
    """The lists right below a page that the public can read, each in its parts."""
    found = [
        part
        for below in places_below(place, root_id)
        if language in below.live_languages and issubclass(below.specific_class, ListingMixin)
        for part in _parts(below, language, root_id)
    ]
    return tuple(part for part in found if part.entries)


def _parts(place: Place, language: Language, root_id: int) -> Iterator[GatheredList]:
    facet = place.specific_class.divided_by
    if not facet:
        yield GatheredList(place, first_entries(place, language, root_id))
        return
    for value, label in facet.choices.choices:
        chosen = ((facet.name, value),)
        entries = first_in(_listed(place, language, chosen), ENTRIES, root_id)
        yield GatheredList(place, entries, label, f"?{urlencode(chosen)}")


# Topics


@by_version(maxsize=1)
def known_topics() -> tuple[TopicName, ...]:
    """The ministry's list of topics, in its order."""
    topics = Topic.objects.order_by("sort_order", "slug")
    return tuple(TopicName(*(getattr(each, name) for name in TopicName._fields)) for each in topics)


@by_version()
def topics_in(language: Language, root_id: int) -> tuple[TopicName, ...]:
    """The topics on which the public can read something in a language, in their order."""
    return tuple(
        each for each in known_topics() if newest_filed(TOPIC, each.pk, language, 1, root_id)
    )


@by_version()
def newest_on(
    topic_ids: tuple[int, ...], language: Language, root_id: int
) -> tuple[EntryLink, ...]:
    """Of the newest on each of some topics first what is on most of them, then the newest."""
    counts = Counter(
        entry
        for topic_id in topic_ids
        for entry in newest_filed(TOPIC, topic_id, language, 2 * ENTRIES, root_id)
    )
    newest_first = sorted(counts, key=lambda entry: str(entry.date), reverse=True)
    return tuple(sorted(newest_first, key=counts.get, reverse=True)[: ENTRIES + 1])
