"""What is searched of an object: an entry for each language, in parts where it is long.

Of a page these are all of its texts, whatever part of it they stand in, the facts that are written
out in its rows, and the names of what its rows refer to. Of any other model that Wagtail indexes
these are its search fields and its translated fields.

A model may add to that: ``sort_date`` is the date to sort and filter by, as ISO 8601 text, and
other apps register further marks to filter by; see :mod:`mep_site.search.registry`. A row that has
``search_line(language)``, and a block of a body that has ``search_line(value)``, is read as what
that says, in one line.

Many objects are read together, so that the number of queries does not grow with them.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, takewhile

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    CharField,
    EmailField,
    Manager,
    Model,
    TextField,
    prefetch_related_objects,
)
from django.utils import translation
from wagtail.models import AbstractPage
from wagtail.search.index import RelatedFields, SearchField

from mep_site.translations.content.blocks import children_of
from mep_site.translations.content.columns import stream_block, text_fields
from mep_site.translations.content.content import Content
from mep_site.translations.content.rows import foreign_keys, load_rows, row_relations
from mep_site.translations.content.units import Unit
from mep_site.translations.freshness.diff import plain_text
from mep_site.translations.languages import Language, languages
from mep_site.translations.languages.text import has_text, text_in
from mep_site.translations.models import Edition, TranslatedPage

from ..analysis import ANALYSER_VERSION
from ..analysis.index_terms import index_terms
from ..models import Entry
from ..query.date_terms import marks as date_marks
from ..query.expressions import mark, name_mark
from ..registry import Marks, marks_of
from .result_kinds import result_kind_of
from .tree_marks import place_marks

# What is longer is read in parts, so that no entry is slow to rank.
MOST_TERMS = 12_000
MOST_TITLE_TERMS = 500
# No piece of text has more terms than characters.
LONGEST_PIECE = 10_000


def entries_of(instances: Sequence[Model]) -> Iterator[Entry]:
    """The entries that the index has to have of these objects, which are of one model."""
    if not instances:
        return
    if isinstance(instances[0], TranslatedPage):
        yield from _of_pages(instances)
        return
    for record, marks in zip(instances, _marks(instances), strict=True):
        yield from _of_record(record, marks)


# Pages


def _of_pages(pages: Sequence[TranslatedPage]) -> Iterator[Entry]:
    load_rows(*pages)
    _load_targets_of_rows(pages)
    live = _live_editions(pages)
    for page, marks, place in zip(pages, _marks(pages), place_marks(pages), strict=True):
        shared = [*marks, *place]
        content = Content.of(page)
        for language in languages():
            own = [(unit.id, text) for unit in content.units(language) if (text := _as_read(unit))]
            if own:
                title = dict(own).get("title", "")
                pieces = [*_pieces(page, content, language, own), *_facts(page)]
                is_public = (page.pk, language.code) in live
                yield from _parts(page, language, title, pieces, shared, is_public)


def _as_read(unit: Unit) -> str:
    """The text of a unit without its markup; empty if there is nothing to read."""
    if unit.is_rich:
        return plain_text(unit.text)
    return unit.text if has_text(unit.text) else ""


def _live_editions(pages: Sequence[TranslatedPage]) -> set[tuple[int, str]]:
    """The editions that the public can read: keys of pages and codes of languages."""
    public = [page.pk for page in pages if page.live]
    editions = Edition.objects.live().filter(page__in=public)
    return set(editions.values_list("page_id", "language"))


def _load_targets_of_rows(pages: Sequence[TranslatedPage]) -> None:
    """Load what rows refer to, where they were in memory already and came without it."""
    for relation in row_relations(type(pages[0])):
        name = relation.get_accessor_name()
        rows = [row for page in pages for row in getattr(page, name).all()]
        keys = _keys_to_records(relation.related_model)
        if rows and keys:
            prefetch_related_objects(rows, *keys)


@cache
def _keys_to_records(model: type[Model]) -> tuple[str, ...]:
    """The foreign keys of a row to anything that is no page."""
    return tuple(
        key.name for key in foreign_keys(model) if not issubclass(key.related_model, AbstractPage)
    )


def _pieces(
    page: TranslatedPage, content: Content, language: Language, own: list[tuple[str, str]]
) -> Iterator[str]:
    """What is read of a page under its title: the texts of its units, and the facts of its rows.

    Rows that say something in a line come before the bodies, so that a passage begins with them.
    """
    with translation.override(language.code):
        rows = dict(_lines_of_rows(page, language))
        blocks = dict(_lines_of_blocks(page, content, language))
    above = list(takewhile(lambda unit: "." not in unit[0], own))
    yield from (text for name, text in above if name != "title")
    yield from rows.values()
    for place, group in groupby(own[len(above) :], lambda unit: _place(unit[0])):
        if place in blocks:
            yield blocks[place]
        elif place not in rows:
            yield from (text for _, text in group)
    yield from _facts_of_rows(page, language)


def _place(unit_id: str) -> str:
    """The row or the block that a unit is a part of."""
    return ".".join(unit_id.split(".")[:2])


def _lines_of_rows(page: TranslatedPage, language: Language) -> Iterator[tuple[str, str]]:
    for relation in row_relations(type(page)):
        if hasattr(relation.related_model, "search_line"):
            name = relation.get_accessor_name()
            for row in getattr(page, name).all():
                yield f"{name}.{row.key}", row.search_line(language)


def _lines_of_blocks(
    page: TranslatedPage, content: Content, language: Language
) -> Iterator[tuple[str, str]]:
    for field in text_fields(type(page)):
        stream = stream_block(field)
        if stream:
            for kind, child in children_of(stream, content.body(field.name, language)):
                if hasattr(kind, "search_line"):
                    yield f"{field.name}.{child['id']}", kind.search_line(child["value"])


def _facts_of_rows(page: TranslatedPage, language: Language) -> Iterator[str]:
    """What the rows of a page say besides their texts: numbers, addresses, names of states."""
    for relation in row_relations(type(page)):
        is_line = hasattr(relation.related_model, "search_line")
        for row in () if is_line else getattr(page, relation.get_accessor_name()).all():
            yield from _facts(row)
            for key in _keys_to_records(type(row)):
                target = getattr(row, key)
                if target:
                    yield from _plain_texts(target, language)


def _facts(instance: Model) -> Iterator[str]:
    """The untranslated texts of an object's own fields, such as a telephone number."""
    for name in _untranslated(type(instance)):
        value = getattr(instance, name)
        if value and isinstance(value, str):
            yield value


@cache
def _untranslated(model: type[Model]) -> tuple[str, ...]:
    """The own fields of a model that hold a text in no language."""
    translated = {
        name
        for field in text_fields(model)
        for name in (field.name, *(language.column(field.name) for language in languages()))
    }
    return tuple(
        field.attname
        for field in model._meta.local_fields
        if isinstance(field, CharField | TextField | EmailField)
        and field.editable
        and not field.choices
        and field.name not in translated
    )


# Everything else that is indexed


def _of_record(record: Model, marks: Marks) -> Iterator[Entry]:
    title, others = _search_fields(record)
    yield from _parts(record, None, title, others, marks, is_public=False)
    for language in languages():
        own = list(_plain_texts(record, language))
        if own:
            yield from _parts(record, language, own[0], own[1:], marks, is_public=True)


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


def _marks(instances: Sequence[Model]) -> Iterator[Marks]:
    """For each object what it can be found by besides its texts."""
    model = type(instances[0])
    for instance, more in zip(instances, marks_of(instances), strict=True):
        dates = date_marks(getattr(instance, "sort_date", ""))
        yield [("type", result_kind_of(model).mark), *more, *dates]


def _parts(  # noqa: PLR0913, PLR0917 - an entry has that many columns
    instance: Model,
    language: Language | None,
    title: str,
    pieces: Iterable[str],
    marks: Marks,
    is_public: bool,
) -> Iterator[Entry]:
    """The entries of a text, none with more terms than is ranked quickly."""
    title_terms = index_terms(title, language)
    code = language.code if language else ""
    own = [*marks, *([("language", code)] if code else ())]
    own += [("public", code)] if is_public else []
    columns = {
        "content_type_id": ContentType.objects.get_for_model(instance).pk,
        "object_id": str(instance.pk),
        "language": code,
        "title": title,
        "title_terms": " ".join(title_terms[:MOST_TITLE_TERMS]),
        "marks": " ".join([*(mark(name, value) for name, value in own), name_mark(title_terms)]),
        "date": getattr(instance, "sort_date", ""),
        "is_public": is_public,
        "analyser": ANALYSER_VERSION,
    }
    for number, (text, terms) in enumerate(_divided(pieces, language)):
        yield Entry(**columns, part=number, text=text, terms=" ".join(terms))


def _divided(pieces: Iterable[str], language: Language | None) -> Iterator[tuple[str, list[str]]]:
    """Texts and their terms; at least one, which may be empty."""
    shown: list[str] = []
    terms: list[str] = []
    for piece in _short(pieces):
        more = index_terms(piece, language)
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
