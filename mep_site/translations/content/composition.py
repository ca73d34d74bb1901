"""What goes live when some languages of a draft are published, and what a draft becomes."""

import json

from django.db.models import Field, Model

from ..content.pins import pins_of, with_pins
from ..languages import Language, languages
from ..languages.text import has_text
from .blocks import RawStream, block_ids, children_of, texts_of
from .contents import (
    Content,
    body_in,
    envelope_of,
    has_edition,
    leading_language,
    overlay,
    rows_of,
    stream_block,
    text_fields,
    without,
)
from .rendering import without_children
from .units import texts, units, write_units


def published_content(
    model: type[Model], live: Content | None, draft: Content, chosen: tuple[Language, ...]
) -> Content:
    """The live page after the chosen languages of the draft are published.

    ``live`` is ``None`` if the page is not public. Where the leading language is among the chosen
    ones, structure and facts come from the draft, else from the live page.
    """
    if live is None:
        live = without(model, draft, *languages())
    if leading_language(draft) in chosen:
        others = [language for language in languages() if language not in chosen]
        content = overlay(model, draft, live, *others)
        for language in others:
            content = _following(model, content, live, language)
        return content
    for language in chosen:
        live = with_translation(model, live, draft, language)
    return live


def _following(
    model: type[Model], content: Content, before: Content, language: Language
) -> Content:
    """The content with a live translation in the structure that goes live with it.

    Its blocks move with theirs and show their pictures. Words are untouched: those whose
    counterpart is gone stay where they were, until the translation is published anew.
    """
    if not has_edition(content, language):
        return content
    stripped = content | {
        column: json.dumps(_without_silent(field, content, before, column))
        for field in text_fields(model)
        for column in [language.column(field.name)]
        if stream_block(field)
    }
    return write_units(model, stripped, language, texts(model, stripped, language), content)


def _without_silent(field: Field, content: Content, before: Content, column: str) -> RawStream:
    """A body without the blocks that say nothing and were removed from the leading text."""
    block, leading = stream_block(field), leading_language(content).column(field.name)
    removed = block_ids(block, body_in(before, leading)) - block_ids(
        block, body_in(content, leading)
    )
    body = body_in(content, column)
    silent = {
        child["id"]
        for kind, child in children_of(block, body)
        if not any(has_text(text) for _, _, text in texts_of(kind, child["value"]))
    }
    return without_children(block, body, removed & silent)


def with_translation(
    model: type[Model], base: Content, draft: Content, language: Language
) -> Content:
    """``base`` with one translation from a draft whose structure may be another one.

    Blocks of the translation go where the Chinese block of their id stands in ``base``. Those that
    render a Chinese text which ``base`` does not have, not yet or not any more, are left out; those
    that never rendered one are kept. A text for which the draft has no place stays as it is.
    """
    here = {unit.id for unit in units(model, base, leading_language(base))}
    in_draft = {unit.id for unit in units(model, draft, leading_language(draft))}
    elsewhere = in_draft | set(pins_of(draft, language))
    own = {unit.id for unit in units(model, draft, language)}
    kept = {
        unit: text
        for unit, text in texts(model, base, language).items()
        if unit not in in_draft | own
    }
    written = kept | texts(model, draft, language) | _spare(draft, language)
    fitting = {
        unit: text for unit, text in written.items() if unit in here or unit not in elsewhere
    }
    merged = overlay(model, base, draft, language)
    return write_units(model, merged, language, fitting, skeleton=base)


def reverted(model: type[Model], draft: Content, earlier: Content, language: Language) -> Content:
    """The draft with one language as an earlier revision has it.

    With the leading language go structure and facts. No word of another language changes; a row
    that the draft has lost comes back with the words that it had.
    """
    if language == leading_language(draft):
        others = [each for each in languages() if each != language]
        content = overlay(model, earlier, draft, *others)
        return _with_lost_rows(model, content, draft, earlier)
    return with_translation(model, draft, earlier, language)


def _with_lost_rows(
    model: type[Model], content: Content, draft: Content, earlier: Content
) -> Content:
    """The content with the rows, and their pins, that only the earlier content has."""
    kept = {row["key"] for _, _, row in rows_of(model, draft)}
    lost = {
        f"{name}.{row['key']}.": row
        for name, _, row in rows_of(model, earlier)
        if row["key"] not in kept
    }
    result = dict(content)
    for name, _, row in rows_of(model, content):
        again = lost.get(f"{name}.{row['key']}.")
        if again:
            result[name] = [again if each is row else each for each in result[name]]
    for language in languages():
        pins = {
            unit: pin
            for unit, pin in pins_of(earlier, language).items()
            if unit.startswith(tuple(lost))
        }
        if pins:
            result = with_pins(result, language, {**pins, **pins_of(content, language)})
    return result


def _spare(draft: Content, language: Language) -> dict[str, str]:
    spare = envelope_of(draft).get("spare_texts") or {}
    return spare.get(language.code, {})
