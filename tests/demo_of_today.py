"""The demo's events, consultations and notices as on the day on which it was loaded.

The tests' copy is loaded as of a day long past, so that nothing changes from one day to another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from mep_site.siteconfig.models import UrgentNotice
from news.models import Event, PolicyArticle

from .prepared import DAY_OF_DEMO

DAYS: dict[type[Model], tuple[str, ...]] = {
    Event: ("starts_on", "ends_on"),
    PolicyArticle: ("comments_until",),
    UrgentNotice: ("until",),
}


@contextmanager
def demo_of_today() -> Iterator[None]:
    """Move these days to where they lie for who loads the demo today, and back."""
    past = timezone.localdate() - DAY_OF_DEMO
    _move(past)
    try:
        yield
    finally:
        _move(-past)


def _move(by: timedelta) -> None:
    for model, names in DAYS.items():
        for instance in model.objects.all():
            days = {name: getattr(instance, name) for name in names}
            moved = {name: day + by for name, day in days.items() if day}
            model.objects.filter(pk=instance.pk).update(**moved)
