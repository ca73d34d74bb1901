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
from django.utils.translation import pgettext
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
from ..diff import Piece, difference, has_other_words
from ..languages import Language, authoritative
from ..models import Edition, SourceText
from ..passages import as_read
from ..pins import Pin, Pins, Work, fingerprint, pins_of, with_pins, work_of
from ..progress import Progress, State
from ..text import has_text
from ..units import BESIDE_THE_PAGE, Unit, units, write_units


@dataclass(frozen=True)
class Source:
    """The text that a translation renders: the Chinese, or of a page without it, the first text.

    ``published`` and ``draft`` are its units by id, ``published_at`` is when the former went live.
    ``earlier`` has published texts of the past by fingerprint. ``live`` is the page as visitors
    find it, empty if they do not.
    """

    language: Language
    published: Mapping[str, Unit]
    draft: Mapping[str, Unit]
    published_at: datetime | None
    earlier: Mapping[str, SourceText]
    live: Content

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

    def pin(self, name: str, seen: str) -> Pin:
        """A pin of a unit to the text that its translator saw, by the fingerprint of that."""
        unit, earlier = self.published.get(name), self.earlier.get(seen)
        if unit and fingerprint(unit.text) == seen:
            date = self.published_at
        else:
            date = earlier.published_at if earlier else None
        return {"text": seen, "date": date.isoformat() if date else None}


@dataclass(frozen=True)
class PublicTranslation:
    """What visitors read of the translation: its texts by unit, and what these render."""

    texts: Mapping[str, str]
    pins: Pins


def field_name(prefix: str, unit: str) -> str:
    """The name of a form field for a unit; unlike a full stop, the dot is no selector in CSS.

    Derived from the unit and not from its position, which may change while somebody is typing.
    """
    return "·".join([prefix, *unit.split(".")])


def unit_of_field(name: str) -> str | None:
    """The unit whose text the form field is for, ``None`` for any other field."""
    prefix, *parts = name.split("·")
    return ".".join(parts) if prefix == "unit" and parts else None


def anchor(unit: str) -> str:
    """The id of the row of a unit in the form, for links that lead there."""
    return f"unit-{unit}"


@dataclass(frozen=True)
class UnitRow:
    """A text of a translation beside its source.

    ``earlier`` is the source text that was translated, if that is known and another one than the
    present. ``public`` is the translation as visitors read it: ``None`` if they do not read any.
    """

    unit: Unit
    language: Language
    original: Unit | None
    has_place: bool
    is_published: bool
    has_newer_draft: bool
    has_pins: bool
    progress: Progress
    rendered: str | None
    earlier: str | None
    public: str | None

    # Names in the form

    @property
    def anchor(self) -> str:
        """The id of the row."""
        return anchor(self.unit.id)

    @property
    def text_name(self) -> str:
        """The form's field for the translation."""
        return field_name("unit", self.unit.id)

    @property
    def source_name(self) -> str:
        """The form's field for the fingerprint of the source that the translator saw."""
        return field_name("seen", self.unit.id)

    @property
    def done_name(self) -> str:
        """The form's field by which the translator says that the text is done."""
        return field_name("done", self.unit.id)

    # The source

    @cached_property
    def source_fingerprint(self) -> str:
        """The fingerprint of the source text."""
        return fingerprint(self.original.text) if self.original else ""

    @property
    def original_html(self) -> SafeString:
        """The source text for reading."""
        return for_reading(self.original)

    @property
    def has_changed_source(self) -> bool:
        """Whether the source was published anew since it was translated."""
        return self.is_published and self.original is not None and self.rendered is not None

    @cached_property
    def pieces(self) -> list[Piece]:
        """The source text that was translated and the present one, woven into each other."""
        old, new = (as_read(self.original, text) for text in (self.earlier, self.original.text))
        return difference(old, new, authoritative())

    @property
    def source_has_same_words(self) -> bool:
        """Whether only what one does not read as words was changed in the source."""
        return not has_other_words(self.pieces)

    # The translation

    @cached_property
    def state(self) -> State | None:
        """What is left to do; ``None`` where there is nothing that could be rendered."""
        if not (self.has_pins and self.original):
            return None
        return self.progress.state(self.unit.text, self.source_fingerprint)

    @property
    def is_behind(self) -> bool:
        """Whether the source was published anew and nothing was done about it yet."""
        is_untouched = self.state == State.TO_DO and has_text(self.unit.text)
        return is_untouched and self.progress.pin is not None and self.is_published

    @property
    def state_label(self) -> str:
        """The state in words; a text that is to do because its source changed is behind."""
        if self.is_behind:
            return pgettext("text of a translation", "behind")
        return str(self.state.label) if self.state else ""

    @property
    def is_open(self) -> bool:
        """Whether somebody should look at the text before it goes on its way."""
        return self.is_behind or self.state == State.IN_WORK

    @property
    def is_unrecorded(self) -> bool:
        """Whether it is not known which source the text renders."""
        is_untouched = self.state == State.TO_DO and has_text(self.unit.text)
        return is_untouched and self.progress.pin is None

    @property
    def is_missing(self) -> bool:
        """Whether there is a source and no translation."""
        return self.original is not None and not has_text(self.unit.text)

    @property
    def is_removed(self) -> bool:
        """Whether the counterpart of the text is gone."""
        return not self.has_place and self.progress.pin is not None

    @property
    def has_changed_text(self) -> bool:
        """Whether visitors read something else."""
        return self.public is not None and fingerprint(self.public) != fingerprint(self.unit.text)

    @property
    def text_html(self) -> SafeString:
        """The translation for reading."""
        return for_reading(self.unit)

    @cached_property
    def text_pieces(self) -> list[Piece]:
        """The translation as visitors read it and the one in the form, woven into each other."""
        old, new = (as_read(self.unit, text) for text in (self.public, self.unit.text))
        return difference(old, new, self.language)

    @property
    def text_has_same_words(self) -> bool:
        """Whether only what one does not read as words was changed in the translation."""
        return not has_other_words(self.text_pieces)

    @cached_property
    def is_worth_a_look(self) -> bool:
        """Whether there is anything to see for who looks for changes."""
        return self.has_changed_text or self.has_changed_source or self.is_open


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
        live,
    )


def _public(model: type[Model], source: Source, language: Language) -> PublicTranslation | None:
    if not has_edition(source.live, language):
        return None
    texts = {name: unit.text for name, unit in _by_id(model, source.live, language).items()}
    return PublicTranslation(texts, pins_of(source.live, language))


def _by_id(model: type[Model], content: Content, language: Language) -> dict[str, Unit]:
    return {unit.id: unit for unit in units(model, content, language)}


def open_rows(page: Model) -> list[UnitRow]:
    """The rows of the translation in scope at which somebody should look before it goes on."""
    return [row for row in unit_rows(page, source_of(page)) if row.is_open]


def unit_rows(page: Model, source: Source) -> Iterator[UnitRow]:
    """A row for each text of the source, then those that the translation has beyond them."""
    rows = _Rows(page, source)
    names = dict.fromkeys([*source.draft, *source.published, *rows.own])
    for name in sorted(names, key=BESIDE_THE_PAGE.__contains__):
        row = rows.row(name)
        if row:
            yield row


class _Rows:
    """Makes the rows of a page."""

    def __init__(self, page: Model, source: Source) -> None:
        content, self.language = content_of(page), page.edition_language
        self.source = source
        self.own = _by_id(type(page), content, self.language)
        self.spare = page.spare_texts.get(self.language.code, {})
        self.pins, self.work = pins_of(content, self.language), work_of(content, self.language)
        self.public = _public(type(page), source, self.language)

    def row(self, name: str) -> UnitRow | None:
        """The row of one text; none where there is nothing to translate."""
        original, mine = self.source.unit(name), self.own.get(name)
        public = self.public.texts.get(name, "") if self.public else None
        text = self.spare.get(name) or (mine.text if mine else self._beyond_the_draft(name))
        of_page = "." not in name
        if not (of_page or has_text(text) or (original and has_text(original.text))):
            return None
        described = original or mine
        rendered = self._rendered(name, original)
        earlier = self.source.earlier.get(rendered)
        return UnitRow(
            unit=Unit(name, text, described.definition, described.labels),
            language=self.language,
            original=original if original and has_text(original.text) else None,
            has_place=original is not None,
            is_published=name in self.source.published,
            has_newer_draft=self.source.has_newer_draft(name),
            has_pins=self.source.has_pins,
            progress=Progress(self.pins.get(name), self.work.get(name)),
            rendered=rendered,
            earlier=earlier.text if earlier else None,
            public=public,
        )

    def _beyond_the_draft(self, name: str) -> str:
        """The public text of a row that only the Chinese draft has removed; else none."""
        is_public = self.public is not None and name not in self.source.draft
        return self.public.texts.get(name, "") if is_public else ""

    def _rendered(self, name: str, original: Unit | None) -> str | None:
        """Which other source was translated: in the draft, by who is at work, or in public."""
        pins = self.pins.get(name), self.public.pins.get(name) if self.public else None
        drafted, public = (pin["text"] if pin else None for pin in pins)
        present = fingerprint(original.text) if original else None
        others = (
            each for each in (drafted, self.work.get(name), public) if each not in {None, present}
        )
        return next(others, None) if original else None


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
    """Write the texts of a valid form into the page, and how far each of them is.

    ``strays`` are texts by unit whose row was removed while they were typed. They are kept beside
    the page, as are those whose row the Chinese draft has removed.
    """
    model, language = type(page), page.edition_language
    written = {row.unit.id: cleaned.get(row.text_name) or "" for row in rows} | dict(strays)
    content = write_units(model, content_of(page), language, written)
    progress = {row.unit.id: _progress(row, source, cleaned) for row in rows}
    note_progress(page, progress)
    _take_columns(page, content, language)
    at_home = {unit.id for unit in units(model, content, language)}
    public = {row.unit.id: row.public for row in rows}
    homeless = {
        name: text
        for name, text in written.items()
        if text and name not in at_home and text != public.get(name)
    }
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


def note_progress(page: Model, progress: Mapping[str, Progress]) -> None:
    """Write into the page how far these units of the translation in scope are."""
    language, content = page.edition_language, {"pins": page.pins}
    pins: Pins = {
        **pins_of(content, language),
        **{unit: each.pin for unit, each in progress.items()},
    }
    work: Work = {
        **work_of(content, language),
        **{unit: each.seen for unit, each in progress.items()},
    }
    page.pins = with_pins(
        content,
        language,
        {unit: pin for unit, pin in pins.items() if pin is not None},
        {unit: seen for unit, seen in work.items() if seen is not None},
    )["pins"]


def _progress(row: UnitRow, source: Source, cleaned: Mapping[str, Any]) -> Progress:
    """How far a unit is after the form was saved.

    Nothing is taken back by a form that shows another source than the one in force.
    """
    if row.state is None:
        return row.progress
    text, seen = cleaned.get(row.text_name) or "", seen_in(row, cleaned)
    is_done = row.state == State.DONE
    if cleaned.get(row.done_name) and has_text(text):
        pin = source.pin(row.unit.id, seen)
        return row.progress if is_done else row.progress.declared_done(pin)
    if is_done and has_text(text) and seen == row.source_fingerprint:
        return row.progress.taken_back(seen)
    is_touched = fingerprint(text) != fingerprint(row.unit.text)
    return row.progress.touched(seen) if is_touched else row.progress


def seen_in(row: UnitRow, cleaned: Mapping[str, Any]) -> str:
    """The fingerprint of the source that the translator saw, which may not be in force any more."""
    return cleaned.get(row.source_name) or row.source_fingerprint
