"""Names and terms: as approved, and never by a rendering that is forbidden.

A good translation does not repeat the whole name: it says "the ministry" once it is known which,
and leaves a word out that its sentence does not need. So a term counts as missing only where
nothing of it is left.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from mep_site.terms.matching import TermFinding, TermKind, TermVerdict

from ..findings import Found, TextPair
from ..words import traits_of

# Of these, one word is enough to tell that they are meant.
LOOSE = frozenset({TermKind.NAME, TermKind.TITLE})
# Of these, the word that says what they are: ministry, organisation, conference.
BODIES = frozenset({TermKind.BODY, TermKind.ABBREVIATION})
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
# So general that sentences do without them.
GENERAL = frozenset({"生态环境", "环境保护", "成员国", "部长"})
# 生态环境部门 are any authorities.
GOES_ON = {"部": "门"}


def has_other_terms(pair: TextPair) -> Iterator[Found]:
    """A term of the Chinese of which no approved rendering was found, in whatever form."""
    for each in pair.judged_terms:
        if (
            each.verdict == TermVerdict.MISSING
            and each.entry.approved
            and each.entry.chinese not in GENERAL
            and _stands_alone(each, pair.source)
            and not _is_meant(each, pair)
        ):
            message = _("No approved rendering of this was found; the usual one is “%(term)s”.")
            yield message % {"term": each.entry.approved[0]}, _chinese(each), ""


def has_forbidden_terms(pair: TextPair) -> Iterator[Found]:
    """A rendering that must not be used for a term of the Chinese."""
    for each in pair.judged_terms:
        if each.verdict == TermVerdict.FORBIDDEN:
            yield _refusal(each), _chinese(each), each.found


def _refusal(each: TermFinding) -> str:
    if not each.entry.approved:
        return _("This must not stand for the Chinese term.")
    message = _("This must not stand for the Chinese term; the usual rendering is “%(term)s”.")
    return message % {"term": each.entry.approved[0]}


def _chinese(each: TermFinding) -> str:
    return each.uses[0].text if each.uses else each.entry.chinese


def _stands_alone(each: TermFinding, source: str) -> bool:
    """Whether it is the term at any of its places, and not the beginning of another word."""
    ends = [source[use.end : use.end + 1] for use in each.uses]
    return not ends or any(end != GOES_ON.get(each.entry.chinese[-1]) for end in ends)


def _is_meant(each: TermFinding, pair: TextPair) -> bool:
    """Whether the translation speaks of it in fewer words."""
    text, traits = pair.translation.line, traits_of(pair.language)
    if each.entry.kind in LOOSE:
        words = {word for term in each.entry.approved for word in WORD.findall(term)}
        return any(_has_word(word, text) for word in words if len(word) >= SHORTEST)
    if each.entry.kind in BODIES:
        heads = filter(None, (traits.head_of(term) for term in each.entry.approved))
        around = traits.no_name_before, traits.no_name_after
        return any(_has_word(head, text, *around) for head in heads)
    return False


def _has_word(word: str, text: str, before: str = r"\b", after: str = "") -> bool:
    """Whether a word stands there in whatever form, by its beginning."""
    beginning = re.escape(word[: max(SHORTEST, len(word) - 3)])
    return bool(re.search(rf"{before}{beginning}\w*{after}", text, re.IGNORECASE))
