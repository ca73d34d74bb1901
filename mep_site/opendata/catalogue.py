"""The catalogue of the data sets in the words of DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/).

It has what the application profile for Europe (DCAT-AP 3) makes mandatory, and of the rest what the
site knows. All names are in every language of the site.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Max, Min
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from mep_site.core.facts.schema_org import compact
from mep_site.core.lists.listed import editions_of_types
from mep_site.publicstate.version import by_version
from mep_site.siteconfig.frame import SiteSettings
from mep_site.translations.languages import Language, languages
from mep_site.translations.languages.text import text_in

from .datasets import DATA_SETS
from .scope import SiteScope
from .shapes import DataSet
from .writing import FORMATS, whole_file

Node = dict[str, Any]

TITLE = _("Open data")
DESCRIPTION = _("Facts of this site for programs, as tables that are always up to date.")


def _reference(term: str) -> Node:
    return {"@id": term, "@type": "@id"}


def _by_language(term: str) -> Node:
    return {"@id": term, "@container": "@language"}


def _moment(term: str) -> Node:
    return {"@id": term, "@type": "xsd:dateTime"}


CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "title": _by_language("dct:title"),
    "description": _by_language("dct:description"),
    "label": _by_language("rdfs:label"),
    "name": _by_language("foaf:name"),
    "identifier": "dct:identifier",
    "issued": _moment("dct:issued"),
    "modified": _moment("dct:modified"),
    "language": _reference("dct:language"),
    "publisher": "dct:publisher",
    "rights": "dct:rights",
    "license": "dct:license",
    "conformsTo": "dct:conformsTo",
    "homepage": _reference("foaf:homepage"),
    "landingPage": _reference("dcat:landingPage"),
    "dataset": "dcat:dataset",
    "distribution": "dcat:distribution",
    "accessURL": _reference("dcat:accessURL"),
    "downloadURL": _reference("dcat:downloadURL"),
    "mediaType": _reference("dcat:mediaType"),
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"


class PublishedPeriod(NamedTuple):
    """When the first of what a data set is made of was published, and when the latest."""

    issued: datetime | None = None
    modified: datetime | None = None

    def told(self) -> Node:
        """The two moments by the clock of the site, as far as they are known."""
        moments = {name: each for name, each in self._asdict().items() if each}
        return {
            name: timezone.localtime(each).isoformat(timespec="seconds")
            for name, each in moments.items()
        }


class DataFile(NamedTuple):
    """A data set in a format; ``size`` in bytes is known where it is not long."""

    format: str
    media_type: str
    standard: str
    path: str
    size: int | None


def files_of_data(data: DataSet, scope: SiteScope) -> Iterator[DataFile]:
    """The files of a data set, one in each format."""
    for ending, each in FORMATS.items():
        path = reverse("data_file", args=[data.name, ending])
        size = None if data.is_long else len(whole_file(data, ending, scope))
        yield DataFile(each.name, each.media_type, each.standard, path, size)


@by_version(maxsize=64)
def period_of(data: DataSet, scope: SiteScope) -> PublishedPeriod:
    """The period of the pages that a data set is made of; that of other things is not recorded."""
    if not data.models:
        return PublishedPeriod()
    moments = editions_of_types(data.models, scope.root_path).aggregate(
        issued=Min("first_published_at"), modified=Max("last_published_at")
    )
    return PublishedPeriod(**moments)


def catalogue_of(scope: SiteScope, settings: SiteSettings) -> Node:
    """The whole catalogue, ready for JSON."""
    periods = [period_of(data, scope) for data in DATA_SETS.values()]
    whole = PublishedPeriod(
        min((each.issued for each in periods if each.issued), default=None),
        max((each.modified for each in periods if each.modified), default=None),
    )
    common = _common(scope, settings)
    return {
        "@context": CONTEXT,
        **compact(
            type="dcat:Catalog",
            id=f"{scope.base}{reverse('data_catalogue')}#catalogue",
            title=in_all_languages(TITLE),
            description=in_all_languages(DESCRIPTION),
            homepage=_pages(scope),
            **whole.told(),
            **common,
            dataset=[_data_set(data, scope, common) for data in DATA_SETS.values()],
        ),
    }


def in_all_languages(text: Any) -> dict[str, str]:
    """A text of the interface by the tags of the languages."""
    return {each.tag: _said_in(each, lambda: str(text)) for each in languages()}


def _said_in(language: Language, say: Callable[[], str]) -> str:
    with translation.override(language.code):
        return say()


def _common(scope: SiteScope, settings: SiteSettings) -> Node:
    """What holds for the catalogue and for each data set."""
    texts = settings.texts
    name = _texts(texts, "full_name") or _texts(texts, "site_name")
    publisher = compact(id=scope.ministry, type="foaf:Agent", name=name)
    codes = [LANGUAGES + each.code.split("-")[0] for each in languages()]
    return {"publisher": publisher, "language": codes, **_terms_of_use(settings)}


def _terms_of_use(settings: SiteSettings) -> Node:
    """The licence and the rights notice, as far as they are set."""
    notice, licence = _texts(settings.texts, "rights_notice"), settings.texts.data_licence
    return compact(
        license=compact(id=licence, type="dct:LicenseDocument") if licence else {},
        rights=compact(type="dct:RightsStatement", label=notice) if notice else {},
    )


def _texts(stored: Any, field: str) -> Mapping[str, str]:
    found = {each.tag: text_in(stored, field, each) for each in languages()}
    return {tag: text for tag, text in found.items() if text}


def _pages(scope: SiteScope) -> list[str]:
    """The addresses of the page for readers."""
    return [scope.base + _said_in(each, lambda: reverse("data")) for each in languages()]


def _data_set(data: DataSet, scope: SiteScope, common: Node) -> Node:
    told = period_of(data, scope).told()
    return compact(
        type="dcat:Dataset",
        id=f"{scope.base}{reverse('data_catalogue')}#{data.name}",
        identifier=data.name,
        title=in_all_languages(data.title),
        description=in_all_languages(data.description),
        landingPage=_pages(scope),
        **told,
        **common,
        distribution=[
            _distribution(data, file, scope, common | told) for file in files_of_data(data, scope)
        ],
    )


def _distribution(data: DataSet, file: DataFile, scope: SiteScope, common: Node) -> Node:
    address = scope.base + file.path
    shared = ("issued", "modified", "language", "license", "rights")
    return compact(
        type="dcat:Distribution",
        id=f"{address}#file",
        title=in_all_languages(_Named(data.title, file.format)),
        accessURL=address,
        downloadURL=address,
        mediaType=MEDIA_TYPES + file.media_type,
        conformsTo=compact(id=file.standard, type="dct:Standard"),
        byteSize=str(file.size) if file.size is not None else "",
        **{name: common[name] for name in shared if name in common},
    )


class _Named(NamedTuple):
    """The title of a data set with the name of a format."""

    title: Any
    format: str

    def __str__(self) -> str:
        return f"{self.title} ({self.format})"
