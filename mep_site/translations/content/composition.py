"""What goes live when some languages of a draft are published, and what a draft becomes."""

from django.db.models import Field

from ..languages import Language, languages
from ..languages.text import has_text
from .blocks import RawStream, block_ids, children_of, texts_of
from .columns import as_json, stream_block, text_fields
from .content import Content
from .envelope import orphaned_texts_in
from .translated_bodies import without_children


def published_content(live: Content, draft: Content, chosen: tuple[Language, ...]) -> Content:
    """The live page after the chosen languages of the draft are published.

    ``live`` is empty if the page is not public. Where the source language is among the chosen ones,
    structure and facts come from the draft, else from the live page.
    """
    if live.is_empty:
        live = draft.without(*languages())
    if draft.source_language in chosen:
        others = [language for language in languages() if language not in chosen]
        content = draft.overlaid(live, *others)
        for language in others:
            content = _following(content, live, language)
        return content
    for language in chosen:
        live = with_translation(live, draft, language)
    return live


def _following(content: Content, before: Content, language: Language) -> Content:
    """The content with a live translation in the structure that goes live with it.

    Its blocks move with theirs and show their pictures. Words are untouched: those whose
    counterpart is gone stay where they were, until the translation is published anew.
    """
    if not content.has(language):
        return content
    stripped = content.with_columns(
        {
            language.column(field.name): as_json(
                _without_removed_empty_blocks(field, content, before, language)
            )
            for field in text_fields(content.model)
            if stream_block(field)
        }
    )
    return stripped.with_texts(language, stripped.texts(language), content)


def _without_removed_empty_blocks(
    field: Field, content: Content, before: Content, language: Language
) -> RawStream:
    """A body without the blocks that say nothing and were removed from the source text."""
    block, source = stream_block(field), content.source_language
    removed = block_ids(block, before.body(field.name, source)) - block_ids(
        block, content.body(field.name, source)
    )
    body = content.body(field.name, language)
    silent = {
        child["id"]
        for kind, child in children_of(block, body)
        if not any(has_text(text) for _, _, text in texts_of(kind, child["value"]))
    }
    return without_children(block, body, removed & silent)


def with_translation(base: Content, draft: Content, language: Language) -> Content:
    """``base`` with one translation from a draft whose structure may be another one.

    Blocks of the translation go where the Chinese block of their id stands in ``base``. Those
    with a Chinese counterpart which ``base`` does not have, not yet or not any more, are left out;
    those that never had one are kept. A text for which the draft has no place stays as it is.
    """
    here = {unit.id for unit in base.units(base.source_language)}
    in_draft = {unit.id for unit in draft.units(draft.source_language)}
    elsewhere = in_draft | set(draft.pins(language))
    own = {unit.id for unit in draft.units(language)}
    kept = {unit: text for unit, text in base.texts(language).items() if unit not in in_draft | own}
    written = kept | draft.texts(language) | orphaned_texts_in(draft.columns, language)
    fitting = {
        unit: text for unit, text in written.items() if unit in here or unit not in elsewhere
    }
    return base.overlaid(draft, language).with_texts(language, fitting, source=base)


def reverted(draft: Content, earlier: Content, language: Language) -> Content:
    """The draft with one language as an earlier revision has it.

    With the source language go structure and facts. No word of another language changes; a row
    that the draft has lost comes back with the words that it had.
    """
    if language != draft.source_language:
        return with_translation(draft, earlier, language)
    others = [each for each in languages() if each != language]
    return _with_lost_rows(earlier.overlaid(draft, *others), draft, earlier)


def _with_lost_rows(content: Content, draft: Content, earlier: Content) -> Content:
    """The content with the rows, and their pins, that only the earlier content has."""
    kept = {row.key for row in draft.rows}
    lost = {row.place: row.columns for row in earlier.rows if row.key not in kept}
    rows = {row.relation: [] for row in content.rows}
    for row in content.rows:
        rows[row.relation].append(lost.get(row.place, row.columns))
    result = content.with_columns(rows)
    for language in languages():
        pins = {
            unit: pin
            for unit, pin in earlier.pins(language).items()
            if unit.startswith(tuple(lost))
        }
        if pins:
            result = result.with_pins(language, {**pins, **content.pins(language)})
        origins = {
            unit: origin
            for unit, origin in earlier.origins(language).items()
            if unit.startswith(tuple(lost))
        }
        if origins:
            result = result.with_origins(language, origins)
    return result
