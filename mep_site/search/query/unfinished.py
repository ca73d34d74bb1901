"""A query that somebody is still typing: the words in it may not be complete."""

from ..analysis.folding import fold
from ..analysis.index_terms import Phrase, phrases_of
from ..analysis.script_runs import Script, ScriptRun, segments
from ..analysis.stemming import LONGEST_TERM
from .expressions import NOTHING, AllOf, AnyOf, Expression, any_of

MOST_WORDS = 12


def unfinished(text: str, join: type[AllOf] | type[AnyOf] = AllOf) -> Expression:
    """The expression that finds titles with all of these words, or beginnings of words."""
    parts = [part for part in segments(fold(text)) if phrases_of([part])][:MOST_WORDS]
    if not parts:
        return NOTHING
    return join(tuple(any_of(_beginnings(part), in_title=True) for part in parts))


def _beginnings(part: ScriptRun) -> tuple[Phrase, ...]:
    """What finds a word that may not be complete: as typed, or by its stem if it is complete.

    Stems are shorter than words, so that what was typed may already be longer than the stem.
    """
    complete = phrases_of([part])
    if part.script == Script.HAN:
        return complete
    typed = part.text.replace("'", "")[:LONGEST_TERM]
    return (Phrase((typed,), is_prefix=True), *complete)
