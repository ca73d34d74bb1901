"""How a form of a translation is written back into its page: texts, and how far each of them is."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from ...content.contents import Content, content_of, rows_of, stream_block, text_fields
from ...content.pins import Pins, Work, fingerprint, pins_of, with_pins, work_of
from ...content.units import units, write_units
from ...freshness.progress import Progress, State
from ...languages import Language
from ...languages.text import has_text
from .sources import Source
from .units import UnitRow


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
