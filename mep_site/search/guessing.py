"""What a visitor may have meant, asked of the index, so that every guess leads somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from time import monotonic

from django.db import connection

from mep_site.translations.languages import languages

from .analysis.segments import Script, Segment, segments
from .analysis.terms import phrase_of
from .finding import Found, Scope, find
from .index.candidates import newest
from .models import Word
from .query.expressions import Match, Wanted
from .query.parsing import Query, parse
from .query.suggestions import guesses
from .query.terminology import Terminology

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
    text: str, terminology: Terminology, codes: Sequence[str], scope: Scope
) -> list[Guess]:
    """Other searches that are answered in these languages and this scope, the likeliest first."""
    tried = islice(guesses(text, _known_words, _by_sound, _occurs), MOST_TRIED)
    queries = ((guess, parse(guess, terminology)) for guess in tried)
    answered = (Guess(guess, query, find(query, codes, scope)) for guess, query in queries)
    return list(islice((guess for guess in answered if is_answered(guess.found)), MOST_SHOWN))


def is_answered(found: dict[str, Found]) -> bool:
    """Whether anything answers all of the query, in any language."""
    return any(not hit.is_partial for each in found.values() for hit in each.hits)


def _occurs(part: Segment) -> bool:
    """Whether a word stands on any public page, so that it is no slip of the finger."""
    phrase = phrase_of([part])
    if phrase is None:
        return False
    return any(newest([Wanted(Match(phrase), each.code, limit=1) for each in languages()]))


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
