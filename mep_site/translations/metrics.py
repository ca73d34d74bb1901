"""What is counted of publications, and which schedules nobody has carried out."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from prometheus_client import Counter

from mep_site.observability.metrics.asking import looked_up

from .languages import Language
from .models import Edition
from .signals import editions_published

PUBLICATIONS = Counter("mep_publications", "Texts that went live, by language.", ["language"])


@looked_up("mep_schedules_overdue", "Texts whose time to go live or to expire is over.")
def _overdue() -> int:
    now = timezone.now()
    editions = Edition.objects.order_by()
    late = editions.filter(go_live_at__lte=now).count()
    return late + editions.live().filter(expire_at__lte=now).count()


def _count(languages: Iterable[Language], **kwargs: Any) -> None:
    """Once it is certain that they are live."""
    for language in languages:
        transaction.on_commit(PUBLICATIONS.labels(language.code).inc)


editions_published.connect(_count)
