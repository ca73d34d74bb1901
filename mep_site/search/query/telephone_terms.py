"""Telephone numbers in a query: whatever spelling was typed, each spelling in a text is found.

A number is one thing, although it is written in groups, with or without the codes before it. Texts
are searched as they are written: the numbers in them need no place of their own in the index.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mep_site.telephones import Telephone, telephones_in

from ..analysis.index_terms import Phrase, phrases_in

# Without the area code: the groups are one number, or two things.
IN_TWO_GROUPS = re.compile(r"(?<![\w-])(?P<first>\d{3,4})[ -](?P<last>\d{4})(?![\w-])")


@dataclass(frozen=True)
class TelephoneTerm:
    """A number in a folded text, from ``start`` to before ``end``.

    ``phrases`` find it as a whole, ``near`` where the area code is left out, and ``looser`` its
    groups, if it may be no number.
    """

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    near: tuple[Phrase, ...] = ()
    looser: tuple[Phrase, ...] = ()


def telephone_terms(folded: str) -> list[TelephoneTerm]:
    """The numbers in a folded text, in their order; short ones are words like others."""
    full = [_full(each) for each in telephones_in(folded) if not each.is_short]
    found = [*full, *(each for each in _without_area_codes(folded) if not _overlaps(each, full))]
    return sorted(found, key=lambda term: term.start)


def _overlaps(term: TelephoneTerm, others: Iterable[TelephoneTerm]) -> bool:
    return any(term.start < other.end and other.start < term.end for other in others)


def _full(found: Telephone) -> TelephoneTerm:
    area, subscriber = found.area_and_subscriber
    code = str(found.number.country_code)
    whole = f"{area}{subscriber}"
    # Everything before the first group that is asked for may stand there or not.
    texts = [" ".join(found.groups), whole, f"0{whole}", f"{code}{whole}"]
    own = [f"{area} {subscriber}", f"0{area} {subscriber}", f"0{' '.join(found.groups)}"]
    alone = [subscriber, *_in_groups(subscriber)] if area else []
    return TelephoneTerm(
        found.start, found.end, _phrases([*texts, *(own if area else [])]), _phrases(alone)
    )


def _in_groups(subscriber: str) -> Iterator[str]:
    yield f"{subscriber[:-4]} {subscriber[-4:]}"


def _without_area_codes(folded: str) -> Iterator[TelephoneTerm]:
    for match in IN_TWO_GROUPS.finditer(folded):
        first, last = match["first"], match["last"]
        yield TelephoneTerm(
            *match.span(),
            phrases=_phrases([f"{first}{last}", f"{first} {last}"]),
            looser=_phrases([first, last]),
        )


def _phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase for text in texts for phrase in phrases_in(text)))
