"""The shape of a data set: columns, each with the term of a vocabulary that it stands for.

A row is written twice from the same values. As CSV it is a line; as JSON-LD an object in which the
columns keep their names, and the context says which term each name stands for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages import languages

from .scope import SiteScope

# A text, a number, several texts, or nothing, by the names of the columns.
Row = Mapping[str, Any]

VOCABULARIES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


class DataColumn(NamedTuple):
    """A column under a name that stays.

    ``says`` is what stands in it, for readers. ``inside`` names the part of the row's subject that
    it tells of; empty if that is the subject itself. ``tag`` is the language of a text.
    """

    name: str
    term: str
    says: Any
    inside: str = ""
    is_address: bool = False
    tag: str = ""

    @property
    def meaning(self) -> Any:
        """What the context of JSON-LD says of the name."""
        if self.tag:
            return {"@id": self.term, "@language": self.tag}
        return {"@id": self.term, "@type": "@id"} if self.is_address else self.term


class SubjectPart(NamedTuple):
    """What the subject of a row is connected with, and the columns of which stand in its row."""

    term: str
    type: str
    inside: str = ""


def in_each_language(name: str, term: str, says: Any, inside: str = "") -> list[DataColumn]:
    """The columns of a text, one for each language."""
    return [DataColumn(each.column(name), term, says, inside, tag=each.tag) for each in languages()]


def addresses() -> Iterator[DataColumn]:
    """The columns of the addresses of a page, one for each language."""
    for each in languages():
        says = _("Address of the page, where it is public in the language")
        yield DataColumn(each.column("url"), "schema:url", says, is_address=True)


@dataclass(frozen=True, eq=False)
class DataSet:
    """A table of facts.

    ``rows`` reads what is public on a site, a row at a time. ``models`` are the page types that it
    is made of. ``is_long`` says that it grows with the site, so that it is never held as a whole.
    """

    name: str
    title: Any
    description: Any
    type: str
    columns: tuple[DataColumn, ...]
    rows: Callable[[SiteScope], Iterable[Row]]
    parts: Mapping[str, SubjectPart] = field(default_factory=lambda: MappingProxyType({}))
    models: tuple[Any, ...] = ()
    is_long: bool = False
