"""What goes live when some languages of a draft are published, and what a draft becomes."""

from django.db.models import Model

from .contents import Content, leading_language, overlay, without
from .languages import Language, languages
from .pins import pins_of
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
        return overlay(model, draft, live, *others)
    for language in chosen:
        live = with_translation(model, live, draft, language)
    return live


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

    With the leading language go structure and facts.
    """
    if language == leading_language(earlier):
        others = [each for each in languages() if each != language]
        return overlay(model, earlier, draft, *others)
    return with_translation(model, draft, earlier, language)


def _spare(draft: Content, language: Language) -> dict[str, str]:
    spare = (draft.get("edition") or {}).get("spare_texts") or {}
    return spare.get(language.code, {})
