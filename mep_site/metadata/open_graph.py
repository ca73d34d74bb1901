"""What is shown where somebody shares a page: https://ogp.me/."""

from collections.abc import Iterator
from functools import singledispatch

from mep_site.translations.languages import Language

from .described_view import DescribedView
from .metadata_page import MetadataPage
from .times import iso_8601

Property = tuple[str, str]


def open_graph(subject: MetadataPage | DescribedView) -> list[Property]:
    """The properties of a page or a view, in their order, without empty ones."""
    return [(name, content) for name, content in _properties(subject) if content]


@singledispatch
def _properties(subject: MetadataPage) -> Iterator[Property]:
    yield "og:title", subject.title
    yield "og:type", subject.page.open_graph_type
    yield "og:url", subject.canonical
    yield "og:description", subject.description
    yield "og:site_name", subject.site_name
    yield "og:locale", _locale(subject.language)
    for language in subject.languages:
        if language != subject.language:
            yield "og:locale:alternate", _locale(language)
    yield from _picture(subject)
    if subject.page.open_graph_type == "article":
        yield "article:published_time", iso_8601(subject.public_since)
        yield "article:modified_time", iso_8601(subject.edition.changed_at)


@_properties.register
def _properties_of_view(view: DescribedView) -> Iterator[Property]:
    yield "og:title", view.title
    yield "og:type", "website"
    yield "og:url", view.canonical
    yield "og:site_name", view.site_name
    yield "og:locale", _locale(view.language)


def _picture(subject: MetadataPage) -> Iterator[Property]:
    picture = subject.picture or subject.site_picture
    yield "og:image", picture.url
    yield "og:image:width", str(picture.width)
    yield "og:image:height", str(picture.height)
    yield "og:image:alt", picture.alt


def _locale(language: Language) -> str:
    """Language and territory, such as ``zh_CN``: Open Graph has no place for a script."""
    primary, *_, territory = language.locale.split("_")
    return f"{primary}_{territory}"
