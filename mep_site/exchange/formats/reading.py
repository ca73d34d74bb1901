"""What the readers of several formats share."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages import Language, languages

from ..texts.codes import Coded, words_between_codes
from ..texts.returned import UnreadableError, restored


def language_tagged(tag: str) -> Language:
    """The language of the site with this tag; :class:`UnreadableError` if it has none."""
    for language in languages():
        if language.tag.lower() == tag.lower():
            return language
    raise UnreadableError(
        _("The file is a translation into “%(tag)s”, which is no language of this site.")
        % {"tag": tag}
    )


def only(values: set[str]) -> str:
    """What all parts of a file have in common; :class:`UnreadableError` if they do not."""
    if len(values) != 1:
        raise UnreadableError(
            _("The file holds several languages or sites. Send one file for each.")
        )
    return next(iter(values))


def below(prefix: str, values: Mapping[str, str]) -> dict[str, str]:
    """Those of the values whose names begin so, by what comes after."""
    return {
        name.removeprefix(prefix): value
        for name, value in values.items()
        if name.startswith(prefix)
    }


def read_state(value: str | None) -> UnitState | None:
    """A state as a file keeps it; ``None`` if it keeps none."""
    return UnitState(value) if value in UnitState.values else None


def read_number(value: str | None) -> int:
    """The number of a page; 0, which no page has, if it is none."""
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0


def text_from_codes(
    text: Coded, is_rich: bool, markup: Mapping[str, str], required: list[str]
) -> tuple[str | None, str]:
    """A text as the site stores it, or ``None`` and what is wrong with its codes."""
    if not words_between_codes(text).strip():
        return "", ""
    return restored(text, markup, required) if is_rich else (words_between_codes(text), "")
