"""What the form of a translation shows: a row for each text, beside its source."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.db.models import Model, TextField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import pgettext
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import Block
from wagtail.rich_text import expand_db_html

from ...content.content import Content
from ...content.origins import Origin, from_record
from ...content.pins import fingerprint
from ...content.units import BESIDE_THE_PAGE, Unit
from ...freshness.diff import DiffPiece, difference, has_other_words, plain_text
from ...freshness.progress import Progress, UnitState
from ...languages import Language, authoritative
from ...languages.text import has_text
from ...reading.changed_passages import as_read
from .editors import RestingEditor
from .sources import Source, public_translation, units_by_id


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


def name_of_words(text: str) -> str:
    """A short name for what one reads of a text, whatever its marks; an editor may change these."""
    return fingerprint(plain_text(text))


@dataclass(frozen=True)
class UnitRow:
    """A text of a translation beside its source.

    ``earlier`` is the source text that was translated, if that is known and another one than the
    present. ``public`` is the translation as visitors read it: ``None`` if they do not read any.
    ``origin`` says whose words the text is.
    """

    unit: Unit
    language: Language
    source_unit: Unit | None
    has_place: bool
    is_published: bool
    has_newer_draft: bool
    has_pins: bool
    progress: Progress
    translated_fingerprint: str | None
    earlier: str | None
    public: str | None
    origin: Origin | None

    # Names in the form

    @property
    def anchor(self) -> str:
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

    @property
    def answer_name(self) -> str:
        """The form's field by which the translator answers for a machine's text."""
        return field_name("answer", self.unit.id)

    # The source

    @cached_property
    def source_fingerprint(self) -> str:
        return fingerprint(self.source_unit.text) if self.source_unit else ""

    @property
    def source_html(self) -> SafeString:
        return for_reading(self.source_unit) if self.source_unit else SafeString()

    @property
    def source_length(self) -> int:
        """How many characters of the source there are to translate."""
        text = as_read(self.source_unit, self.source_unit.text) if self.source_unit else ""
        return len("".join(text.split()))

    @property
    def has_changed_source(self) -> bool:
        """Whether the source was published anew since it was translated."""
        return (
            self.is_published
            and self.source_unit is not None
            and self.translated_fingerprint is not None
        )

    @cached_property
    def pieces(self) -> list[DiffPiece]:
        """The source text that was translated and the present one, woven into each other."""
        old, new = (
            as_read(self.source_unit, text) for text in (self.earlier, self.source_unit.text)
        )
        return difference(old, new, authoritative())

    @property
    def source_has_same_words(self) -> bool:
        """Whether only what one does not read as words was changed in the source."""
        return not has_other_words(self.pieces)

    # The translation

    @cached_property
    def state(self) -> UnitState | None:
        """What is left to do; ``None`` where there is nothing to translate."""
        if not (self.has_pins and self.source_unit):
            return None
        return self.progress.state(self.unit.text, self.source_fingerprint)

    @property
    def is_behind(self) -> bool:
        """Whether the source was published anew and nothing was done about it yet."""
        is_untouched = self.state == UnitState.TO_DO and has_text(self.unit.text)
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
        return self.is_behind or self.state == UnitState.IN_WORK

    @property
    def is_unrecorded(self) -> bool:
        """Whether it is not known which source the text was made from."""
        is_untouched = self.state == UnitState.TO_DO and has_text(self.unit.text)
        return is_untouched and self.progress.pin is None

    @property
    def is_missing(self) -> bool:
        """Whether there is a source and no translation."""
        return self.source_unit is not None and not has_text(self.unit.text)

    @property
    def is_removed(self) -> bool:
        """Whether the counterpart of the text is gone."""
        return not self.has_place and self.progress.pin is not None

    @property
    def has_changed_text(self) -> bool:
        """Whether visitors read something else."""
        return self.public is not None and fingerprint(self.public) != fingerprint(self.unit.text)

    @property
    def is_machine(self) -> bool:
        """Whether the text is a machine's, and nobody has put another one in its place."""
        return self.origin is not None and self.origin.is_machine

    @property
    def is_confirmed(self) -> bool:
        """Whether it is a machine's, and somebody answers for it."""
        return self.origin is not None and self.origin.is_confirmed

    @property
    def text_html(self) -> SafeString:
        return for_reading(self.unit)

    @cached_property
    def text_pieces(self) -> list[DiffPiece]:
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


def open_rows(page: Model, source: Source) -> list[UnitRow]:
    """The rows of the translation in scope at which somebody should look before it goes on."""
    return [row for row in unit_rows(page, source) if row.is_open]


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
        content, self.language = Content.of(page), page.edition_language
        self.source = source
        self.own = units_by_id(content, self.language)
        self.orphaned = page.orphaned_texts.get(self.language.code, {})
        self.pins, self.work = content.pins(self.language), content.work(self.language)
        self.origins = content.origins(self.language)
        self.public = public_translation(source, self.language)

    def row(self, name: str) -> UnitRow | None:
        """The row of one text; none where there is nothing to translate."""
        source, mine = self.source.unit(name), self.own.get(name)
        public = self.public.texts.get(name, "") if self.public else None
        text = self.orphaned.get(name) or (mine.text if mine else self._beyond_the_draft(name))
        of_page = "." not in name
        if not (of_page or has_text(text) or (source and has_text(source.text))):
            return None
        described = source or mine
        translated_fingerprint = self._translated_fingerprint(name, source)
        earlier = self.source.earlier.get(translated_fingerprint)
        return UnitRow(
            unit=Unit(name, text, described.definition, described.labels),
            language=self.language,
            source_unit=source if source and has_text(source.text) else None,
            has_place=source is not None,
            is_published=name in self.source.published,
            has_newer_draft=self.source.has_newer_draft(name),
            has_pins=self.source.has_pins,
            progress=Progress(self.pins.get(name), self.work.get(name)),
            translated_fingerprint=translated_fingerprint,
            earlier=earlier.text if earlier else None,
            public=public,
            origin=from_record(self.origins.get(name), fingerprint(text)),
        )

    def _beyond_the_draft(self, name: str) -> str:
        """The public text of a row that only the Chinese draft has removed; else none."""
        is_public = self.public is not None and name not in self.source.draft
        return self.public.texts.get(name, "") if is_public else ""

    def _translated_fingerprint(self, name: str, source: Unit | None) -> str | None:
        """Which other source was translated: in the draft, by who is at work, or in public."""
        pins = self.pins.get(name), self.public.pins.get(name) if self.public else None
        drafted, public = (pin["text"] if pin else None for pin in pins)
        present = fingerprint(source.text) if source else None
        others = (
            each for each in (drafted, self.work.get(name), public) if each not in {None, present}
        )
        return next(others, None) if source else None


def for_reading(unit: Unit) -> SafeString:
    """A text as HTML; that of rich text is what editors could make, links included."""
    if unit.is_rich:
        return mark_safe(expand_db_html(unit.text))  # noqa: S308 - cleaned when it was saved
    return format_html('<p class="unit__plain">{}</p>', unit.text)


# Between texts that are made readable at once; no text holds it.
SEPARATOR = "\x1e"


def sources_for_reading(rows: Sequence[UnitRow]) -> list[SafeString]:
    """The sources of rows as HTML; what their links lead to is asked for at once."""
    formatted = {
        at: row.source_unit.text.replace(SEPARATOR, "")
        for at, row in enumerate(rows)
        if row.source_unit and row.source_unit.is_rich
    }
    expanded = expand_db_html(SEPARATOR.join(formatted.values())).split(SEPARATOR)
    html = dict(zip(formatted, expanded, strict=True)) if formatted else {}
    return [
        mark_safe(html[at]) if at in html else row.source_html  # noqa: S308 - as above
        for at, row in enumerate(rows)
    ]


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
    if unit.is_rich:
        made.widget = RestingEditor(made.widget)
    made.required = False
    made.label = capfirst(unit.label)
    made.help_text = ""
    return made
