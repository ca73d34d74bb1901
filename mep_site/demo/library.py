"""What demo pages refer to by name: pictures, documents, topics and other pages."""

from dataclasses import dataclass, field

from django.db.models import Model

from mep_site.core.models import BasePage
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.topics.models import Topic


@dataclass(frozen=True)
class Reference:
    """A thing of the demo content by its kind (a shelf of the library) and its name."""

    kind: str
    name: str


@dataclass
class Library:
    """Everything that can be referred to, by name; pages by their path below the home page."""

    pictures: dict[str, SiteImage] = field(default_factory=dict)
    documents: dict[str, SiteDocument] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    pages: dict[str, BasePage] = field(default_factory=dict)

    def find(self, reference: Reference) -> Model:
        """What the reference names; ``KeyError`` if there is no such thing."""
        return getattr(self, reference.kind)[reference.name]


def image(name: str) -> Reference:
    """A picture as the value of a field."""
    return Reference("pictures", name)


def document(name: str) -> Reference:
    """A document as the value of a field."""
    return Reference("documents", name)


def page_at(path: str) -> Reference:
    """A page as the value of a field."""
    return Reference("pages", path)
