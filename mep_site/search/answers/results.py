"""Results as they are shown: title, type, date, place and passage, in the language of the text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import AbstractPage, CollectionViewRestriction

from mep_site.translations.languages import Language, get_language
from mep_site.translations.languages.text import LocalizedText, localized
from mep_site.translations.models import Edition

from ..analysis.highlighting import HighlightPiece, marked, passage
from ..index.result_kinds import result_kind_of
from ..models import Entry
from ..query.parser import Query
from .finding import Hit

PASSAGE_LENGTH = 200
# A Chinese character says as much as two letters.
CHINESE_PASSAGE_LENGTH = 90
HOME_DEPTH = 2
LINE_END = re.compile(r"(?<![\s.,;:!?。，；：！？])\n")


@dataclass(frozen=True)
class Result:
    """A result, with everything that is shown of it.

    ``missing`` are the words of the query that it does not answer, as they were typed.
    """

    language: Language
    title: list[HighlightPiece]
    passage: list[HighlightPiece]
    url: str
    kind: Any
    date: str = ""
    place: Sequence[LocalizedText] = field(default_factory=list)
    content_language: str = ""
    missing: Sequence[str] = ()


def present(hits: Iterable[Hit], query: Query, request: HttpRequest) -> list[Result]:
    """The results for hits of several languages, in their order.

    What the public cannot read any more, whatever the index says, is left out.
    """
    hits = list(hits)
    objects = _public_objects(hits)
    texts = Entry.objects.in_bulk([hit.entry.pk for hit in hits])
    pages = [each for each in objects.values() if isinstance(each, AbstractPage)]
    readable, places = _readable(pages), _places(pages)
    results = []
    for hit in hits:
        instance = objects.get(hit.entry.object_key)
        is_page = isinstance(instance, AbstractPage)
        if instance and (not is_page or (instance.pk, hit.entry.language) in readable):
            results.append(_result(hit, instance, texts[hit.entry.pk], query, places, request))
    return results


def _result(  # noqa: PLR0913, PLR0917 - what a result is made of
    hit: Hit,
    instance: Model,
    entry: Entry,
    query: Query,
    places: dict[str, AbstractPage],
    request: HttpRequest,
) -> Result:
    language = get_language(hit.entry.language)
    clauses = [
        (*clause.phrases, *clause.near, *(clause.looser if hit.is_partial else ()))
        for clause in query.clauses
    ]
    length = CHINESE_PASSAGE_LENGTH if language.is_chinese else PASSAGE_LENGTH
    model = ContentType.objects.get_for_id(hit.entry.content_type_id).model_class()
    return Result(
        language=language,
        title=marked(entry.title, clauses, language),
        passage=_on_one_line(passage(entry.text, clauses, length, entry.title, language)),
        url=_url(instance, language, request),
        kind=result_kind_of(model).name,
        date=hit.entry.date,
        place=_place(instance, places),
        content_language=_content_language(instance),
        missing=[query.as_typed(text) for text in hit.missing],
    )


def _on_one_line(pieces: list[HighlightPiece]) -> list[HighlightPiece]:
    """A passage with a dot between lines that are no whole sentences."""
    return [replace(piece, text=LINE_END.sub(" · ", piece.text)) for piece in pieces]


def _content_language(instance: Model) -> str:
    """The name of the language that a document is written in, if that is known."""
    display = getattr(instance, "get_content_language_display", None)
    return display() if display else ""


def _url(instance: Model, language: Language, request: HttpRequest) -> str:
    if not isinstance(instance, AbstractPage):
        return instance.file.url if isinstance(instance, get_image_model()) else instance.url
    with translation.override(language.code):
        return instance.get_url(request) or translate_url(request.path, language.code)


# What the public can read


def _public_objects(hits: list[Hit]) -> dict[tuple[int, str], Model]:
    """The objects of these hits, by the keys of their entries, without those that are private."""
    page_types, others = {}, {}
    for hit in hits:
        model = ContentType.objects.get_for_id(hit.entry.content_type_id).model_class()
        group = page_types if model and issubclass(model, AbstractPage) else others
        group.setdefault(model, {})[hit.entry.object_id] = hit.entry.object_key
    keys = {pk: key for group in page_types.values() for pk, key in group.items()}
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk__in=keys)
    found = pages.published().for_links() if keys else ()
    objects: dict[tuple[int, str], Model] = {keys[str(page.pk)]: page for page in found}
    for model, keys in others.items():
        for each in _public_files(model, keys):
            objects[keys[str(each.pk)]] = each
    return objects


def _public_files(model: Any, keys: Iterable[str]) -> Iterable[Model]:
    if model not in {get_document_model(), get_image_model()}:
        return ()
    private = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    found = model.objects.filter(pk__in=list(keys)).select_related("collection")
    return [each for each in found if not each.collection.path.startswith(tuple(private))]


def _readable(pages: list[AbstractPage]) -> set[tuple[int, str]]:
    """The keys of these pages, each with the codes of the languages that it can be read in."""
    editions = Edition.objects.live().filter(page__in=pages).order_by()
    return set(editions.values_list("page_id", "language")) if pages else set()


# Places


def _places(pages: list[AbstractPage]) -> dict[str, AbstractPage]:
    """The pages above these, by their paths."""
    paths = {
        page.path[:length]
        for page in pages
        for length in range(page.steplen * (HOME_DEPTH + 1), len(page.path), page.steplen)
    }
    if not paths:
        return {}
    above = swapper.load_model("wagtailcore", "Page").objects.filter(path__in=paths)
    return {page.path: page for page in above.for_links()}


def _place(instance: Model, places: dict[str, AbstractPage]) -> list[LocalizedText]:
    """The titles of the pages above a page, in the language of the visitor."""
    if not isinstance(instance, AbstractPage):
        return []
    above = [page for path, page in places.items() if instance.path.startswith(path)]
    ordered = sorted((page for page in above if page != instance), key=lambda page: page.path)
    return [title for page in ordered if (title := localized(page, "title"))]
