"""What a visitor may have meant, asked of the index, so that every guess leads somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic

from django.db import connection

from mep_site.translations.languages import languages

from ..analysis.index_terms import phrases_of
from ..analysis.script_runs import Script, ScriptRun, segments
from ..index.candidates import newest_entries
from ..models import Word
from ..query.expressions import Wanted, any_of
from ..query.parser import Query, parse_query
from ..query.spelling_suggestions import guesses
from ..query.terminology import Terminology
from ..query.thesaurus import thesaurus, values_of
from ..query.word_forms import cut, is_russian
from .finding import Found, Scope, find_hits

MOST_TRIED = 4
MOST_SHOWN = 2
MOST_SAME_SOUND = 2
REMEMBERED_SECONDS = 300

_remembered: dict[tuple[str, Script], tuple[float, list[str]]] = {}


@dataclass(frozen=True)
class Guess:
    """Another search that may have been meant, and what it finds in each language."""

    text: str
    query: Query
    found: dict[str, Found]


def did_you_mean(
    text: str, terminology: Terminology, codes: Sequence[str], scope: Scope, partly: bool = False
) -> list[Guess]:
    """Other searches that are answered in these languages and this scope, the likeliest first.

    With ``partly`` those that are answered in part, if there are no others.
    """
    tried = islice(guesses(text, _known_words, _by_sound, _is_right), MOST_TRIED)
    queries = ((guess, parse_query(guess, terminology)) for guess in tried)
    found = [Guess(guess, query, find_hits(query, codes, scope)) for guess, query in queries]
    answered = [guess for guess in found if is_answered(guess.found)]
    if partly and not answered:
        answered = [guess for guess in found if any(each.hits for each in guess.found.values())]
    return answered[:MOST_SHOWN]


def is_answered(found: dict[str, Found]) -> bool:
    """Whether anything answers all of the query, in any language."""
    return any(not hit.is_partial for each in found.values() for hit in each.hits)


def _is_right(part: ScriptRun) -> bool:
    """Whether a word is no slip; of Chinese, whether all the words in a run are none."""
    if part.script == Script.HAN and not _occurs(part):
        words = cut(part.text)
        inside = (replace(part, text=word) for word in words)
        return len(words) > 1 and all(len(each.text) > 1 and _is_right(each) for each in inside)
    return thesaurus().knows(values_of(part.text)) or is_russian(part.text) or _occurs(part)


def _occurs(part: ScriptRun) -> bool:
    """Whether a word stands in a public text of any language."""
    phrases = phrases_of([part])
    if not phrases:
        return False
    return any(newest_entries([Wanted(any_of(phrases), each.code, 1) for each in languages()]))


def _known_words(script: Script) -> list[str]:
    """The words of a script; this process remembers them for some minutes."""
    key = (str(connection.settings_dict["NAME"]), script)
    until, words = _remembered.get(key, (0.0, []))
    if until < monotonic():
        words = [word for word in Word.objects.values_list("text", flat=True) if _is(word, script)]
        _remembered[key] = (monotonic() + REMEMBERED_SECONDS, words)
    return words


def _is(word: str, script: Script) -> bool:
    return next(segments(word)).script == script


def _by_sound(sound: str) -> list[str]:
    words = Word.objects.filter(sound=sound).exclude(sound="").order_by("pk")
    return list(words.values_list("text", flat=True)[:MOST_SAME_SOUND])
