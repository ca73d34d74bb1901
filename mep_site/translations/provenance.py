"""Provenance: finds out whose words the texts of a translation are, whatever wrote them.

It is asked wherever a draft is saved and once more before a text goes live, so that no path is
forgotten and nothing that a client says counts. What was served to translators other apps know:
they register a function that finds it.
"""

from collections.abc import Callable, Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.utils import timezone

from .content.content import Content
from .content.origins import Origin, Origins, by_person, from_record
from .content.pins import fingerprint
from .languages import Language, authoritative, languages
from .languages.text import has_text

# Takes the primary key of a page, what it says, a language and texts by the id of their unit;
# returns the origins of those that are not a person's.
OriginFinder = Callable[[int | None, Content, Language, Mapping[str, str]], Mapping[str, Origin]]

_finders: list[OriginFinder] = []


def register_origin_finder(finder: OriginFinder) -> None:
    """Have a function asked whose words a text is; to be called when an app is ready."""
    _finders.append(finder)


def is_translated(language: Language, source: Language) -> bool:
    """Whether a page with this source language has a translation in the language.

    Chinese is none, wherever a page was begun: it is what translations are made from.
    """
    return language not in {authoritative(), source}


def origins_of(
    page_id: int | None,
    content: Content,
    language: Language,
    beside: Mapping[str, str] | None = None,
) -> Origins:
    """Whose words each text of a translation is.

    ``beside`` are texts that have no place in the content. A record holds for the text that it
    names; of any other text those who served texts are asked, and what nobody served is a person's.
    """
    texts = content.texts(language) | (beside or {})
    names = {unit: fingerprint(text) for unit, text in texts.items() if has_text(text)}
    recorded = content.origins(language)
    known = {unit: from_record(recorded.get(unit), name) for unit, name in names.items()}
    unknown = {unit: texts[unit] for unit, origin in known.items() if not origin}
    found = _find(page_id, content, language, unknown)
    return {
        unit: known[unit] or found.get(unit) or by_person(recorded.get(unit), name)
        for unit, name in names.items()
    }


def _find(
    page_id: int | None, content: Content, language: Language, texts: Mapping[str, str]
) -> Origins:
    found: Origins = {}
    for finder in _finders:
        rest = {unit: text for unit, text in texts.items() if unit not in found}
        if rest:
            found |= finder(page_id, content, language, rest)
    return found


def note_origins(page: Model, *chosen: Language) -> None:
    """Write into a draft whose words its translations are; of these languages, or of all."""
    source = page.get_source_language()
    wanted = [each for each in chosen or languages() if is_translated(each, source)]
    if not wanted:
        return
    content = Content.of(page)
    for language in wanted:
        beside = page.orphaned_texts.get(language.code)
        origins = origins_of(page.pk, content, language, beside)
        content = content.with_origins(language, origins)
    page.pins = content.columns["pins"]


def note_answers(page: Model, answers: Mapping[str, bool], user: AbstractBaseUser) -> None:
    """Write into a draft for which machine's texts its writer answers, by the id of their unit.

    To be called when the origins are noted: an answer is to the text that the draft has then.
    """
    language, now = page.edition_language, timezone.now()
    content = Content(type(page), {"pins": page.pins})
    origins = {
        unit: origin.confirmed(user.pk, now) if answers[unit] else origin.taken_back()
        for unit, origin in content.origins(language).items()
        if origin.is_machine and unit in answers
    }
    page.pins = content.with_origins(language, origins).columns["pins"]
