"""What is searched of an object: an entry for each language, in parts where it is long.

Of a page these are all of its texts, whatever part of it they stand in, the facts that are written
out in its rows, and the names of what its rows refer to. Of any other model that Wagtail indexes
these are its search fields and its translated fields.

A model may add to that: ``search_date`` is the date to sort and filter by, as ISO 8601 text, and
``search_marks()`` yields pairs of a name and a value to filter by.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    CharField,
    EmailField,
    Manager,
    Model,
    TextField,
    prefetch_related_objects,
)
from wagtail.models import AbstractPage
from wagtail.search.index import RelatedFields, SearchField

from mep_site.translations.contents import content_of, stream_block, text_fields
from mep_site.translations.languages import Language, languages
from mep_site.translations.models import Edition, TranslatedPage
from mep_site.translations.models.edition import live_languages
from mep_site.translations.passages import as_read
from mep_site.translations.rows import foreign_keys, row_relations
from mep_site.translations.text import text_in
from mep_site.translations.units import Unit, texts, units

from ..analysis import ANALYSER_VERSION
from ..analysis.terms import index_terms
from ..models import Entry
from ..query.dates import marks as date_marks
from ..query.expressions import mark

# A position in one of PostgreSQL's vectors is at most 16,383.
MOST_TERMS = 12_000
MOST_TITLE_TERMS = 500
# No piece of text has more terms than characters.
LONGEST_PIECE = 10_000


def entries_of(instance: Model) -> list[Entry]:
    """The entries that the index has to have of an object."""
    if isinstance(instance, TranslatedPage):
        return list(_of_page(instance))
    return list(_of_record(instance))


# Pages


def _of_page(page: TranslatedPage) -> Iterator[Entry]:
    content = content_of(page)
    live = live_languages(Edition.objects.filter(page_id=page.pk)) if page.live else []
    shared = [*_marks(page), *(("under", pk) for pk in (*_ancestors(page), page.pk))]
    for language in languages():
        own = texts(type(page), content, language)
        if not own:
            continue
        shown = [
            as_read(unit, unit.text)
            for unit in units(type(page), content, language)
            if unit.id in own and not _is_title(unit)
        ]
        pieces = [*shown, *_facts_of_rows(page, language), *_facts(page)]
        yield from _parts(
            page, language.code, own.get("title", ""), pieces, shared, is_public=language in live
        )


def _is_title(unit: Unit) -> bool:
    return unit.id == "title"


def _ancestors(page: AbstractPage) -> Iterable[int]:
    """The pages above a page, without the root of the tree."""
    steps = range(2 * page.steplen, len(page.path), page.steplen)
    paths = [page.path[:length] for length in steps]
    every_type = page._meta.get_field("path").model
    return every_type.objects.filter(path__in=paths).values_list("pk", flat=True) if paths else ()


def _facts_of_rows(page: TranslatedPage, language: Language) -> Iterator[str]:
    """What the rows of a page say besides their texts: numbers, addresses, names of states."""
    for relation in row_relations(type(page)):
        rows = list(getattr(page, relation.get_accessor_name()).all())
        keys = [
            key.name
            for key in foreign_keys(relation.related_model)
            if not issubclass(key.related_model, AbstractPage)
        ]
        if rows:
            prefetch_related_objects(rows, *keys)
        for row in rows:
            yield from _facts(row)
            for target in filter(None, (getattr(row, key) for key in keys)):
                yield from _plain_texts(target, language)


def _facts(instance: Model) -> Iterator[str]:
    """The untranslated texts of an object's own fields, such as a telephone number."""
    translated = {
        name
        for field in text_fields(type(instance))
        for name in (field.name, *(language.column(field.name) for language in languages()))
    }
    for field in type(instance)._meta.local_fields:
        if isinstance(field, CharField | TextField | EmailField) and not field.choices:
            value = getattr(instance, field.attname)
            if field.name not in translated and value and isinstance(value, str):
                yield value


# Everything else that is indexed


def _of_record(record: Model) -> Iterator[Entry]:
    title, others = _search_fields(record)
    shared = _marks(record)
    yield from _parts(record, "", title, others, shared, is_public=False)
    for language in languages():
        own = list(_plain_texts(record, language))
        if own:
            yield from _parts(record, language.code, own[0], own[1:], shared, is_public=True)


def _plain_texts(instance: Model, language: Language) -> Iterator[str]:
    """The translated texts of an object that are no bodies."""
    for field in text_fields(type(instance)):
        value = None if stream_block(field) else text_in(instance, field.name, language)
        if value:
            yield str(value)


def _search_fields(record: Model) -> tuple[str, list[str]]:
    """What Wagtail's search fields hold: the title, and the rest."""
    translated = {field.name for field in text_fields(type(record))}
    title: list[str] = []
    others: list[str] = []
    for field in type(record).get_search_fields():
        if isinstance(field, SearchField | RelatedFields) and field.field_name not in translated:
            target = title if field.field_name == "title" else others
            target += [text for text in _values(record, field) if text]
    return " ".join(title), others


def _values(instance: Model, field: SearchField | RelatedFields) -> Iterator[str]:
    value = field.get_value(instance)
    if isinstance(field, SearchField):
        yield "" if value is None else str(value)
        return
    related = value.all() if isinstance(value, Manager) else [value] if value else []
    for each in related:
        for inner in field.fields:
            if isinstance(inner, SearchField | RelatedFields):
                yield from _values(each, inner)


# Entries


def _marks(instance: Model) -> list[tuple[str, Any]]:
    found = [("type", instance._meta.model_name), *getattr(instance, "search_marks", tuple)()]
    return [*found, *date_marks(getattr(instance, "search_date", ""))]


def _parts(  # noqa: PLR0913, PLR0917 - an entry has that many columns
    instance: Model,
    language: str,
    title: str,
    pieces: Iterable[str],
    marks: list[tuple[str, Any]],
    is_public: bool,
) -> Iterator[Entry]:
    """The entries of a text, none with more terms than a vector holds."""
    own = [*marks, *([("language", language)] if language else ())]
    own += [("public", language)] if is_public else []
    columns = {
        "content_type_id": ContentType.objects.get_for_model(instance).pk,
        "object_id": str(instance.pk),
        "language": language,
        "title": title,
        "title_terms": " ".join(index_terms(title)[:MOST_TITLE_TERMS]),
        "marks": " ".join(mark(name, value) for name, value in own),
        "date": getattr(instance, "search_date", ""),
        "is_public": is_public,
        "analyser": ANALYSER_VERSION,
    }
    for number, (text, terms) in enumerate(_divided(pieces)):
        yield Entry(**columns, part=number, text=text, terms=" ".join(terms))


def _divided(pieces: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Texts and their terms; at least one, which may be empty."""
    shown: list[str] = []
    terms: list[str] = []
    for piece in _short(pieces):
        more = index_terms(piece)
        if len(terms) + len(more) > MOST_TERMS:
            yield "\n".join(shown), terms
            shown, terms = [], []
        shown.append(piece)
        terms += more
    yield "\n".join(shown), terms


def _short(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        for start in range(0, len(piece), LONGEST_PIECE):
            yield piece[start : start + LONGEST_PIECE]
