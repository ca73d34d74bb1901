"""What was changed since a moment, by what the site's own records say."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from wagtail.models import ModelLogEntry, PageLogEntry

from mep_site.translations.models import Edition


@dataclass(frozen=True)
class RecordedChanges:
    """The pages that were changed, by their keys, and the names of models that pages show.

    A setting, a topic, a picture may stand on any page; a change of one explains any difference.
    """

    pages: frozenset[int]
    models: frozenset[str]


def recorded_since(moment: datetime) -> RecordedChanges:
    """The changes that were made after a moment, in UTC."""
    editions = Edition.objects.filter(
        Q(last_published_at__gte=moment) | Q(updated_at__gte=moment) | Q(withdrawn_at__gte=moment)
    )
    entries = PageLogEntry.objects.filter(timestamp__gte=moment)
    others = ModelLogEntry.objects.filter(timestamp__gte=moment)
    return RecordedChanges(
        pages=frozenset(entries.values_list("page", flat=True))
        | frozenset(editions.values_list("page", flat=True)),
        models=frozenset(others.values_list("content_type__model", flat=True)),
    )
