"""From what was typed to clauses: ``"quoted"`` stays together, ``-word`` excludes.

A clause is a word, a name or a quotation, with everything that finds it. There is no query that
cannot be parsed: what makes no sense as an operator is a mark of punctuation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..analysis.folding import fold
from ..analysis.segments import Script, Segment, segments
from ..analysis.terms import Phrase, index_terms, phrase_of
from .expressions import NOTHING, Any, Expression, Match, Without, all_of, any_of, name_mark
from .terminology import Atom, Terminology, atoms
from .words import STOP_WORDS, cut, russian_stems, shorter_words

CHUNK = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)"|(?P<plain>(?:(?!\s-\S)[^"])+))')
JOINED = re.compile(r"[^\s\w]?")
# What is longer is not a question but a text; the time that an answer takes stays bounded.
LONGEST_QUERY = 200
MOST_CLAUSES = 12


@dataclass(frozen=True)
class Clause:
    """One thing that is asked for: any of ``phrases``, or in a second attempt of ``looser``.

    ``exact`` is a folded text that has to stand there letter for letter; empty if nothing has to.
    """

    phrases: tuple[Phrase, ...]
    looser: tuple[Phrase, ...] = ()
    exact: str = ""
    is_weak: bool = False


@dataclass(frozen=True)
class Query:
    """What is asked for, and what must not be there.

    ``whole`` is all that was typed as one phrase, which counts for more than its words, and
    ``name`` the mark of what has it for a title.
    """

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    whole: Phrase | None = None
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def exact(self) -> tuple[str, ...]:
        """The folded quotations."""
        return tuple(clause.exact for clause in self.clauses if clause.exact)

    def strict(self, in_title: bool = False) -> Expression:
        """The expression that finds all clauses."""
        if not self.clauses:
            return NOTHING
        return self._allowed(all_of(any_of(each.phrases, in_title) for each in self.clauses))

    def relaxed(self) -> Expression:
        """The expression that finds any clause; quotations are still all asked for."""
        exact = [any_of(clause.phrases) for clause in self.clauses if clause.exact]
        loose = Any(tuple(Match(phrase) for phrase in self.loose_phrases()))
        return self._allowed(all_of([*exact, loose] if loose.parts else exact))

    def loose_phrases(self) -> tuple[Phrase, ...]:
        """What a second attempt looks for, beside the quotations."""
        free = [clause for clause in self.clauses if not clause.exact]
        return tuple(dict.fromkeys(p for each in free for p in (*each.phrases, *each.looser)))

    @property
    def can_be_relaxed(self) -> bool:
        """Whether a second attempt can find more than the first one."""
        free = [clause for clause in self.clauses if not clause.exact]
        return (len(self.clauses) > 1 and bool(free)) or any(clause.looser for clause in free)

    def _allowed(self, wanted: Expression) -> Expression:
        if not self.excluded:
            return wanted
        return Without(wanted, any_of(self.excluded))


def parse(text: str, terminology: Terminology | None = None) -> Query:
    """The query that somebody typed; empty if there is nothing in it to look for."""
    folded = fold(text.replace("\0", " "))[:LONGEST_QUERY]
    clauses: list[Clause] = []
    excluded: list[Phrase] = []
    for chunk in CHUNK.finditer(folded):
        quoted = chunk["quoted"] is not None
        content = chunk["quoted"] if quoted else chunk["plain"]
        if chunk["minus"]:
            phrase, content = _excluded(content, quoted)
            excluded += [phrase] if phrase else []
        if quoted:
            clauses += [] if chunk["minus"] else _quotation(content)
        else:
            clauses += _words(content, terminology or Terminology())
    strong = [clause for clause in clauses if not clause.is_weak]
    everything = list(segments(folded))
    return Query(
        clauses=tuple(dict.fromkeys(strong or clauses))[:MOST_CLAUSES],
        excluded=tuple(excluded),
        whole=phrase_of(everything) if everything else None,
        name=name_mark(index_terms(folded)),
    )


def _excluded(content: str, quoted: bool) -> tuple[Phrase | None, str]:
    """What a minus excludes, and the rest of the chunk, which it does not concern."""
    word, _, rest = (content, "", "") if quoted else content.partition(" ")
    parts = list(segments(word))
    return (phrase_of(parts) if parts else None), rest


def _quotation(content: str) -> list[Clause]:
    parts = list(segments(content))
    phrase = phrase_of(parts) if parts else None
    return [Clause((phrase,), exact=" ".join(content.split()))] if phrase else []


def _words(content: str, terminology: Terminology) -> list[Clause]:
    """The clauses of a text without operators: names that are known, and words between them."""
    parts = atoms(segments(content))
    clauses: list[Clause] = []
    between: list[Atom] = []
    at = 0
    while at < len(parts):
        name = terminology.name_at(parts, at)
        if name:
            clauses += [*_free_words(between, content), Clause(name[1])]
            between = []
            at += name[0]
        else:
            between.append(parts[at])
            at += 1
    return clauses + list(_free_words(between, content))


def _free_words(parts: list[Atom], content: str) -> Iterator[Clause]:
    """The clauses of words that are no name."""
    for is_chinese, group in groupby(parts, lambda atom: atom.segment.script == Script.HAN):
        if is_chinese:
            for _, run in groupby(group, lambda atom: atom.segment):
                yield from _chinese("".join(atom.value for atom in run))
        else:
            for compound in _compounds([atom.segment for atom in group], content):
                yield from _compound(compound)


def _chinese(run: str) -> Iterator[Clause]:
    for word in cut(run):
        phrase = phrase_of([Segment(Script.HAN, word, 0, len(word))])
        looser = (
            phrase_of([Segment(Script.HAN, part, 0, len(part))]) for part in shorter_words(word)
        )
        yield Clause((phrase,), tuple(looser), is_weak=word in STOP_WORDS)


def _compounds(parts: list[Segment], content: str) -> Iterator[list[Segment]]:
    """The segments that stand together without a space, such as PM2.5, as one."""
    compound: list[Segment] = []
    for part in parts:
        if compound and not JOINED.fullmatch(content[compound[-1].end : part.start]):
            yield compound
            compound = []
        compound.append(part)
    if compound:
        yield compound


def _compound(parts: list[Segment]) -> Iterator[Clause]:
    if len(parts) == 1:
        phrases = _forms(parts[0])
        yield Clause(phrases, is_weak=parts[0].text in STOP_WORDS)
        return
    phrase = phrase_of(parts)
    if phrase:
        looser = [p for part in parts if len(part.text) > 2 for p in _forms(part)]
        yield Clause((phrase,), tuple(looser))


def _forms(part: Segment) -> tuple[Phrase, ...]:
    if part.script == Script.CYRILLIC:
        return tuple(Phrase((stem,)) for stem in russian_stems(part.text))
    phrase = phrase_of([part])
    return (phrase,) if phrase else ()
