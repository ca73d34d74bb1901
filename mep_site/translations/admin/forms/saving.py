"""How a form of a translation is written back into its page: texts, and how far each of them is."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from ...content.columns import Columns, stream_block, text_fields
from ...content.content import Content
from ...content.pins import Pins, Work, fingerprint
from ...freshness.progress import Progress, UnitState
from ...languages import Language
from ...languages.text import has_text
from ...provenance import note_origins
from .sources import Source
from .unit_rows import UnitRow


def write_back(
    page: Model,
    source: Source,
    rows: list[UnitRow],
    cleaned: Mapping[str, Any],
    orphaned: Mapping[str, str],
) -> None:
    """Write the texts of a valid form into the page, how far each of them is, and whose.

    ``orphaned`` are texts by unit whose row was removed while they were typed. They are kept
    beside the page, as are those whose row the Chinese draft has removed.
    """
    language = page.edition_language
    written = {row.unit.id: cleaned.get(row.text_name) or "" for row in rows} | dict(orphaned)
    content = Content.of(page).with_texts(language, written)
    progress = {row.unit.id: _progress(row, source, cleaned) for row in rows}
    note_progress(page, progress)
    _take_columns(page, content, language)
    at_home = {unit.id for unit in content.units(language)}
    public = {row.unit.id: row.public for row in rows}
    kept = {
        name: text
        for name, text in written.items()
        if text and name not in at_home and text != public.get(name)
    }
    page.orphaned_texts = {**page.orphaned_texts, language.code: kept}
    note_origins(page, language)


def _take_columns(page: Model, content: Content, language: Language) -> None:
    _set_columns(page, content.columns, language)
    by_key = {row.key: row.columns for row in content.rows}
    for relation in {row.relation for row in content.rows}:
        for row in getattr(page, relation).all():
            _set_columns(row, by_key[str(row.key)], language)


def _set_columns(instance: Model, columns: Columns, language: Language) -> None:
    for field in text_fields(type(instance)):
        column = language.column(field.name)
        value = columns[column]
        if stream_block(field):
            value = instance._meta.get_field(column).to_python(value)
        setattr(instance, column, value)


def note_progress(page: Model, progress: Mapping[str, Progress]) -> None:
    """Write into the page how far these units of the translation in scope are."""
    language, content = page.edition_language, Content(type(page), {"pins": page.pins})
    pins: Pins = {
        **content.pins(language),
        **{unit: each.pin for unit, each in progress.items()},
    }
    work: Work = {
        **content.work(language),
        **{unit: each.seen for unit, each in progress.items()},
    }
    page.pins = content.with_pins(
        language,
        {unit: pin for unit, pin in pins.items() if pin is not None},
        {unit: seen for unit, seen in work.items() if seen is not None},
    ).columns["pins"]


def _progress(row: UnitRow, source: Source, cleaned: Mapping[str, Any]) -> Progress:
    """How far a unit is after the form was saved.

    Nothing is taken back by a form that shows another source than the one in force.
    """
    if row.state is None:
        return row.progress
    text, seen = cleaned.get(row.text_name) or "", seen_in(row, cleaned)
    is_done = row.state == UnitState.DONE
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
