"""What the form of a translation shows and stores: a row for each text."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Model, TextField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import Block, RichTextBlock
from wagtail.rich_text import expand_db_html

from ..contents import (
    Content,
    content_of,
    has_edition,
    leading_language,
    rows_of,
    stream_block,
    text_fields,
)
from ..diff import Piece, difference
from ..languages import Language, authoritative
from ..models import Edition, SourceText
from ..passages import as_read
from ..pins import Pins, fingerprint, pins_of, with_pins
from ..text import has_text
from ..units import BESIDE_THE_PAGE, Unit, units, write_units


@dataclass(frozen=True)
class Source:
    """The text that a translation renders: the Chinese, or of a page without it, the first text.

    ``published`` and ``draft`` are its units by id, ``published_at`` is when the former went live.
    ``earlier`` has published texts of the past by fingerprint.
    """

    language: Language
    published: Mapping[str, Unit]
    draft: Mapping[str, Unit]
    published_at: datetime | None
    earlier: Mapping[str, SourceText]

    @property
    def has_pins(self) -> bool:
        """Whether translations are pinned to it, which only the Chinese text is."""
        return self.language == authoritative()

    def has_newer_draft(self, name: str) -> bool:
        """Whether the draft says something else than what is published."""
        pair = self.published.get(name), self.draft.get(name)
        return all(pair) and len({fingerprint(unit.text) for unit in pair}) > 1

    def unit(self, name: str) -> Unit | None:
        """The unit that a translator is shown: as published, else as drafted."""
        return self.published.get(name) or self.draft.get(name)


def field_name(prefix: str, unit: str) -> str:
    """The name of a form field for a unit; unlike a full stop, the dot is no selector in CSS.

    Derived from the unit and not from its position, which may change while somebody is typing.
    """
    return "·".join([prefix, *unit.split(".")])


def unit_of_field(name: str) -> str | None:
    """The unit whose text the form field is for, ``None`` for any other field."""
    prefix, *parts = name.split("·")
    return ".".join(parts) if prefix == "unit" and parts else None


@dataclass(frozen=True)
class UnitRow:
    """A text of a translation beside its source."""

    unit: Unit
    original: Unit | None
    has_place: bool
    is_published: bool
    has_newer_draft: bool
    pin: Mapping[str, Any] | None
    earlier: str | None

    @property
    def text_name(self) -> str:
        """The form's field for the translation."""
        return field_name("unit", self.unit.id)

    @property
    def source_name(self) -> str:
        """The form's field for the fingerprint of the source that the translator saw."""
        return field_name("seen", self.unit.id)

    @property
    def still_name(self) -> str:
        """The form's field that confirms a translation without retyping it."""
        return field_name("still", self.unit.id)

    @cached_property
    def source_fingerprint(self) -> str:
        """The fingerprint of the source text."""
        return fingerprint(self.original.text) if self.original else ""

    @property
    def original_html(self) -> SafeString:
        """The source text for reading."""
        return for_reading(self.original)

    @property
    def pieces(self) -> list[Piece]:
        """The source text that was translated and the present one, woven into each other."""
        old, new = (as_read(self.original, text) for text in (self.earlier, self.original.text))
        return difference(old, new, authoritative())

    @property
    def is_behind(self) -> bool:
        """Whether the source was published anew since it was translated."""
        return bool(self.pin) and self.is_published and self.pin["text"] != self.source_fingerprint

    @property
    def is_removed(self) -> bool:
        """Whether the counterpart of the text is gone."""
        return not self.has_place and bool(self.pin)


def source_of(page: Model) -> Source:
    """The source of the translation that is in scope, from the live page and the draft."""
    model = type(page)
    draft = content_of(page)
    language = leading_language(draft)
    stored = model.objects.get(pk=page.pk)
    live = content_of(stored) if stored.live else {}
    published = _by_id(model, live, language) if has_edition(live, language) else {}
    edition = Edition.objects.of_page(page)[language.code]
    return Source(
        language,
        published,
        _by_id(model, draft, language),
        edition.last_published_at if published else None,
        {text.fingerprint: text for text in SourceText.objects.filter(page_id=page.pk)},
    )


def _by_id(model: type[Model], content: Content, language: Language) -> dict[str, Unit]:
    return {unit.id: unit for unit in units(model, content, language)}


def unit_rows(page: Model, source: Source) -> Iterator[UnitRow]:
    """A row for each text of the source, then those that the translation has beyond them."""
    content = content_of(page)
    own = _by_id(type(page), content, page.edition_language)
    spare = page.spare_texts.get(page.edition_language.code, {})
    pins = pins_of(content, page.edition_language)
    names = dict.fromkeys([*source.draft, *source.published, *own])
    for name in sorted(names, key=BESIDE_THE_PAGE.__contains__):
        row = _row(name, source, own, spare, pins)
        if row:
            yield row


def _row(
    name: str,
    source: Source,
    own: Mapping[str, Unit],
    spare: Mapping[str, str],
    pins: Pins,
) -> UnitRow | None:
    """The row of one text; none where there is nothing to translate."""
    original = source.unit(name)
    mine = own.get(name)
    text = spare.get(name) or (mine.text if mine else "")
    of_page = "." not in name
    if not (of_page or has_text(text) or (original and has_text(original.text))):
        return None
    described = original or mine
    pin = pins.get(name)
    earlier = source.earlier.get(pin["text"]) if pin else None
    return UnitRow(
        Unit(name, text, described.definition, described.labels),
        original if original and has_text(original.text) else None,
        original is not None,
        name in source.published,
        source.has_newer_draft(name),
        pin,
        earlier.text if earlier else None,
    )


def for_reading(unit: Unit) -> SafeString:
    """A text as HTML; that of rich text is what editors could make, links included."""
    if isinstance(unit.definition, RichTextBlock):
        return mark_safe(expand_db_html(unit.text))  # noqa: S308 - cleaned when it was saved
    return format_html('<p class="unit__plain">{}</p>', unit.text)


def form_field(unit: Unit) -> forms.Field:
    """The form field for a text, as its model field or block defines it, never required."""
    if isinstance(unit.definition, Block):
        made = copy.deepcopy(unit.definition.field)
    elif unit.definition is not None:
        is_long = isinstance(unit.definition, TextField)
        options = {"widget": AdminAutoHeightTextInput} if is_long else {}
        made = unit.definition.formfield(**options)
    else:
        made = forms.CharField()
    made.required = False
    made.label = capfirst(unit.label)
    made.help_text = ""
    return made


def write_back(
    page: Model,
    source: Source,
    rows: list[UnitRow],
    cleaned: Mapping[str, Any],
    strays: Mapping[str, str],
) -> None:
    """Write the texts of a valid form into the page, with pins for those that were touched.

    ``strays`` are texts by unit whose row was removed while they were typed. They are kept beside
    the page, as are those whose row the Chinese draft has removed.
    """
    model, language = type(page), page.edition_language
    written = {row.unit.id: cleaned.get(row.text_name) or "" for row in rows} | dict(strays)
    content = write_units(model, content_of(page), language, written)
    pins = _pins(pins_of(content, language), source, rows, cleaned)
    page.pins = with_pins(content, language, pins)["pins"]
    _take_columns(page, content, language)
    at_home = {unit.id for unit in units(model, content, language)}
    homeless = {name: text for name, text in written.items() if text and name not in at_home}
    page.spare_texts = {**page.spare_texts, language.code: homeless}


def _take_columns(page: Model, content: Content, language: Language) -> None:
    _set_columns(page, content, language)
    by_key = {row["key"]: row for _, _, row in rows_of(type(page), content)}
    for relation in {name for name, _, _ in rows_of(type(page), content)}:
        for row in getattr(page, relation).all():
            _set_columns(row, by_key[str(row.key)], language)


def _set_columns(instance: Model, columns: Content, language: Language) -> None:
    for original in text_fields(type(instance)):
        column = language.column(original.name)
        value = columns[column]
        if stream_block(original):
            value = instance._meta.get_field(column).to_python(value)
        setattr(instance, column, value)


def _pins(pins: Pins, source: Source, rows: list[UnitRow], cleaned: Mapping[str, Any]) -> Pins:
    if not source.has_pins:
        return {}
    result = dict(pins)
    for row in rows:
        text = cleaned.get(row.text_name) or ""
        if not has_text(text):
            result.pop(row.unit.id, None)
        elif row.original and _is_touched(row, text, cleaned):
            result[row.unit.id] = _pin(row, source, cleaned.get(row.source_name) or "")
    return result


def _is_touched(row: UnitRow, text: str, cleaned: Mapping[str, Any]) -> bool:
    is_confirmed = cleaned.get("all_still_correct") or cleaned.get(row.still_name)
    return bool(is_confirmed) or fingerprint(text) != fingerprint(row.unit.text)


def _pin(row: UnitRow, source: Source, seen: str) -> dict[str, Any]:
    """A pin to the source text that the translator saw, which may be older than the present one."""
    if seen != row.source_fingerprint and seen in source.earlier:
        date = source.earlier[seen].published_at
        return {"text": seen, "date": date.isoformat()}
    date = source.published_at if row.is_published else None
    return {"text": row.source_fingerprint, "date": date.isoformat() if date else None}
