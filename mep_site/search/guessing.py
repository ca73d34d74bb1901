"""What a visitor may have meant, asked of the index, so that every guess leads somewhere."""

from itertools import islice
from time import monotonic

from django.db import connection

from mep_site.translations.languages import languages

from .analysis.segments import Script, segments
from .finding import Scope, find
from .models import Word
from .query.parsing import parse
from .query.suggestions import guesses
from .query.terminology import Terminology

MOST_TRIED = 4
MOST_SHOWN = 2
MOST_SAME_SOUND = 2
REMEMBERED_SECONDS = 300

_remembered: dict[tuple[str, Script], tuple[float, list[str]]] = {}


def did_you_mean(text: str, terminology: Terminology, scope: Scope) -> list[str]:
    """Other searches that find something in the scope, the likeliest first."""
    codes = [language.code for language in languages()]
    found = []
    for guess in islice(guesses(text, _known_words, _by_sound), MOST_TRIED):
        answers = find(parse(guess, terminology), codes, scope)
        if any(not hit.is_partial for each in answers.values() for hit in each.hits):
            found.append(guess)
        if len(found) == MOST_SHOWN:
            break
    return found


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
