"""What demo pages refer to by name: pictures, documents, topics and other pages."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Model
from django.utils import timezone

from mep_site.core.models import BasePage
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.topics.models import Topic


@dataclass(frozen=True)
class Reference:
    """A thing of the demo content by its kind (a shelf of the library) and its name."""

    kind: str
    name: str


@dataclass(frozen=True)
class Day:
    """A day so many days from that on which the demo is loaded, so that it is not old at once."""

    ahead: int


@dataclass
class Library:
    """Everything that can be referred to, by name; pages by their path below the home page.

    ``today`` is the day from which days are counted.
    """

    today: date = field(default_factory=timezone.localdate)
    pictures: dict[str, SiteImage] = field(default_factory=dict)
    documents: dict[str, SiteDocument] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    pages: dict[str, BasePage] = field(default_factory=dict)

    def find(self, described: Reference | Day) -> Model | date:
        """What the reference names, or the day; ``KeyError`` if there is no such thing."""
        if isinstance(described, Day):
            return self.today + timedelta(days=described.ahead)
        return getattr(self, described.kind)[described.name]


def image(name: str) -> Reference:
    """A picture as the value of a field."""
    return Reference("pictures", name)


def document(name: str) -> Reference:
    """A document as the value of a field."""
    return Reference("documents", name)


def page_at(path: str) -> Reference:
    """A page as the value of a field."""
    return Reference("pages", path)


def in_days(count: int) -> Day:
    """A day after that on which the demo is loaded as the value of a field."""
    return Day(count)


def days_ago(count: int) -> Day:
    """A day before that on which the demo is loaded as the value of a field."""
    return Day(-count)
