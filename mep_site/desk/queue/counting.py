"""How much the queue holds: what is public is counted once for each version of the public site."""

from collections import Counter

from django.db.models import Count, QuerySet

from mep_site.publicstate.version import by_version
from mep_site.translations.admin.dashboard.worklists import workable_pages
from mep_site.translations.admin.statuses import is_in_work
from mep_site.translations.languages import authoritative
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, languages_for

from .filters import QueueFilterSet

BY_VERSION = {"language", "freshness", "everything"}


def number_found(filters: QueueFilterSet, found: QuerySet[Edition]) -> int:
    """How many editions the filters have found in the queue of whoever asks.

    Where they ask for nothing that depends on drafts, and no page is left out, only what is in work
    is counted each time.
    """
    pages = workable_pages(filters.request.user, PermissionType.EDIT)
    if not filters.is_valid() or filters.chosen.keys() - BY_VERSION or pages.query.has_filters():
        return found.order_by().count()
    drafts = found.order_by().filter(is_in_work(), waits_since__isnull=True)
    if filters.shows_everything:
        drafts = drafts.filter(language=authoritative().code)
    return _number_by_version(filters) + drafts.count()


def _number_by_version(filters: QueueFilterSet) -> int:
    """How many translations there are that are found by what is public."""
    language, freshness = (filters.chosen.get(name) for name in ("language", "freshness"))
    own = {each.code for each in languages_for(filters.request.user, PermissionType.EDIT)}
    codes = own & {language} if language else own
    return sum(
        number
        for (code, found, waits), number in numbers_of_translations().items()
        if code in codes and freshness in {None, found} and (waits or filters.shows_everything)
    )


@by_version()
def numbers_of_translations() -> Counter[tuple[str, str, bool]]:
    """How many translations there are, by language, freshness, and whether readers wait for it."""
    numbers: Counter[tuple[str, str, bool]] = Counter()
    editions = Edition.objects.order_by().exclude(language=authoritative().code)
    waits = Count("waits_since")
    # Told apart by their state too, because an index has them in that order.
    found = editions.values_list("language", "state", "freshness").annotate(
        number=Count("pk"), waits=waits
    )
    for language, _state, freshness, number, waiting in found:
        numbers[language, freshness, True] += waiting
        numbers[language, freshness, False] += number - waiting
    return numbers
