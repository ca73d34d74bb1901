"""States as terms: their names have one right rendering, that of the approved table."""

from collections.abc import Iterator

from mep_site.terms.matching import TermEntry, TermKind
from mep_site.translations.languages import Language, authoritative

from .models import Country
from .names import STATES, Names
from .running_text import STAND_INS


def terms_of_countries(language: Language) -> Iterator[TermEntry]:
    """The states of the ministry's table."""
    chinese, other = (
        [each.column(name) for name in ("short_name", "official_name")]
        for each in (authoritative(), language)
    )
    for code, *names in Country.objects.values_list("iso_code", *chinese, *other):
        texts = [name or "" for name in names]
        yield from _terms(code, Names(*texts[:2]), Names(*texts[2:]), language)


def terms_of_first_countries(language: Language) -> Iterator[TermEntry]:
    """The states that a new database starts with."""
    for state in STATES:
        chinese = getattr(state, authoritative().suffix)
        names = getattr(state, language.suffix, Names("", ""))
        yield from _terms(state.iso_code, chinese, names, language)


def _terms(code: str, chinese: Names, names: Names, language: Language) -> Iterator[TermEntry]:
    """The short name, for which much may stand, and the official one, for which only itself may."""
    others = getattr(STAND_INS.get(code), language.suffix, ())
    for name, renderings in (
        (chinese.official, (names.official,)),
        (chinese.short, (names.short, names.official, *others)),
    ):
        approved = tuple(dict.fromkeys(text for text in renderings if text))
        if name and approved:
            yield TermEntry(name, TermKind.COUNTRY, approved)
