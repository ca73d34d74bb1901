"""From what was typed to clauses: ``"quoted"`` stays together, ``-word`` excludes.

A clause is a word, a name or a quotation, with everything that finds it. There is no query that
cannot be parsed: what makes no sense as an operator is a mark of punctuation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from mep_site.translations.languages import languages

from ..analysis.folding import fold, fold_with_origins
from ..analysis.index_terms import Phrase, index_terms, phrases_of
from ..analysis.script_runs import Script, ScriptRun, segments
from .date_terms import Date, dates
from .expressions import (
    NOTHING,
    AnyOf,
    Expression,
    HasMark,
    Match,
    Without,
    all_of,
    any_of,
    name_mark,
)
from .spelling import spellings
from .telephone_terms import TelephoneTerm, telephone_terms
from .terminology import Atom, Terminology, atoms
from .thesaurus import thesaurus, values_of
from .word_forms import cut, is_russian, russian_stems, says_little, shorter_words

CHUNK = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)"|(?P<plain>(?:(?!\s-\S)[^"])+))')
JOINED = re.compile(r"[^\s\w]?")
# What is longer is not a question but a text; the time that an answer takes stays bounded.
LONGEST_QUERY = 200
MOST_CLAUSES = 12
MOST_PARTS = 4
# So many words of Chinese may mean something together.
MOST_JOINED = 3


@dataclass(frozen=True)
class Clause:
    """One thing that is asked for: any of ``phrases``, or in a second attempt of ``looser``.

    ``text`` is what was typed for it, folded. ``exact`` is a folded text that has to stand there
    letter for letter; empty if nothing has to. A page with any of ``marks`` answers it as well, and
    one with what is ``near`` in meaning answers it less well. ``word`` is the only segment of a
    clause that has no more than one.
    """

    text: str
    phrases: tuple[Phrase, ...]
    looser: tuple[Phrase, ...] = ()
    exact: str = ""
    is_weak: bool = False
    marks: tuple[HasMark, ...] = ()
    near: tuple[Phrase, ...] = ()
    word: ScriptRun | None = None

    def expression(self, in_title: bool = False) -> Expression:
        """The expression that finds it; marks have no place in a title."""
        found = any_of((*self.phrases, *self.near), in_title)
        return found if in_title or not self.marks else AnyOf((found, *self.marks))

    def as_typed(self) -> Expression:
        """The expression that finds it in the words that were typed."""
        return AnyOf((any_of(self.phrases), *self.marks)) if self.marks else any_of(self.phrases)


@dataclass(frozen=True)
class Query:
    """What is asked for, and what must not be there.

    ``whole`` is what finds all that was typed as one phrase, which counts for more than its words;
    ``typed`` is just that.
    """

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    whole: tuple[Phrase, ...] = ()
    typed: str = ""

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def exact(self) -> tuple[str, ...]:
        """The folded quotations."""
        return tuple(clause.exact for clause in self.clauses if clause.exact)

    def as_typed(self, folded: str) -> str:
        """A part of the folded query as it was typed."""
        whole = fold_with_origins(self.typed)
        start = whole.text.find(folded)
        if start < 0:
            return folded
        return whole.original[slice(*whole.span(start, start + len(folded)))]

    def named(self) -> Expression:
        """The expression that finds what has just that for a title."""
        marks = (HasMark(name_mark(index_terms(self.typed, each))) for each in languages())
        return AnyOf(tuple(dict.fromkeys(marks)))

    def strict(self, in_title: bool = False) -> Expression:
        """The expression that finds all clauses."""
        if not self.clauses:
            return NOTHING
        return self._allowed(all_of(each.expression(in_title) for each in self.clauses))

    def as_worded(self) -> Expression:
        """The expression that finds all clauses in the words that were typed."""
        return self._allowed(all_of(clause.as_typed() for clause in self.clauses))

    @property
    def has_near(self) -> bool:
        """Whether words near in meaning are looked for too."""
        return any(clause.near for clause in self.clauses)

    def with_relatives(self, found: Mapping[ScriptRun, Iterable[Phrase]]) -> "Query":
        """The query with what else there is of the same roots as its words."""
        clauses = tuple(
            replace(clause, near=_without((*clause.near, *found.get(clause.word, ())), clause))
            for clause in self.clauses
        )
        return replace(self, clauses=clauses)

    def relaxed(self) -> Expression:
        """The expression that finds any clause; quotations are still all asked for."""
        exact = [clause.expression() for clause in self.clauses if clause.exact]
        loose = AnyOf(tuple(self._loose()))
        return self._allowed(all_of([*exact, loose] if loose.parts else exact))

    def parts(self, rarest: list[Clause]) -> list[Expression]:
        """The expressions that find all clauses but one, and those that say most one by one."""
        free = [clause for clause in rarest if not clause.exact][:MOST_PARTS]
        but_one = [[each for each in self.clauses if each != left_out] for left_out in free]
        groups = [*(group for group in but_one if len(group) > 1), *([one] for one in free[:2])]
        exact = [clause for clause in self.clauses if clause.exact]
        return [
            self._allowed(all_of(each.expression() for each in dict.fromkeys([*group, *exact])))
            for group in groups
        ]

    def _loose(self) -> Iterable[Expression]:
        """What a second attempt looks for, beside the quotations."""
        free = [clause for clause in self.clauses if not clause.exact]
        phrases = dict.fromkeys(
            p for each in free for p in (*each.phrases, *each.near, *each.looser)
        )
        return [*map(Match, phrases), *(mark for each in free for mark in each.marks)]

    @property
    def can_be_relaxed(self) -> bool:
        """Whether a second attempt can find more than the first one."""
        free = [clause for clause in self.clauses if not clause.exact]
        return (len(self.clauses) > 1 and bool(free)) or any(clause.looser for clause in free)

    def _allowed(self, wanted: Expression) -> Expression:
        if not self.excluded:
            return wanted
        return Without(wanted, any_of(self.excluded))


def parse_query(text: str, terminology: Terminology | None = None) -> Query:
    """The query that somebody typed; empty if there is nothing in it to look for."""
    folded = fold(text.replace("\0", " "))[:LONGEST_QUERY]
    clauses: list[Clause] = []
    excluded: list[Phrase] = []
    for chunk in CHUNK.finditer(folded):
        quoted = chunk["quoted"] is not None
        content = chunk["quoted"] if quoted else chunk["plain"]
        if chunk["minus"]:
            phrases, content = _excluded(content, quoted)
            excluded += phrases
        if quoted:
            clauses += [] if chunk["minus"] else _quotation(content)
        else:
            clauses += _words(content, terminology or Terminology())
    strong = [clause for clause in clauses if not clause.is_weak]
    return Query(
        clauses=tuple(dict.fromkeys(strong or clauses))[:MOST_CLAUSES],
        excluded=tuple(excluded),
        whole=phrases_of(list(segments(folded))),
        typed=text,
    )


def _excluded(content: str, quoted: bool) -> tuple[tuple[Phrase, ...], str]:
    """What a minus excludes, and the rest of the chunk, which it does not concern."""
    word, _, rest = (content, "", "") if quoted else content.partition(" ")
    return phrases_of(list(segments(word))), rest


def _quotation(content: str) -> list[Clause]:
    phrases = phrases_of(list(segments(content)))
    exact = " ".join(content.split())
    return [Clause(exact, phrases, exact=exact)] if phrases else []


def _words(content: str, terminology: Terminology) -> list[Clause]:
    """The clauses of a text without operators: dates, numbers to call, what stands between them."""
    clauses: list[Clause] = []
    at = 0
    for found in _dates_and_telephones(content):
        clauses += _names(content[at : found.start], terminology)
        clauses.append(_written_variously(found, content))
        at = found.end
    return clauses + _names(content[at:], terminology)


def _dates_and_telephones(content: str) -> list[Date | TelephoneTerm]:
    """Both in their order; what can be a date is none to call."""
    found: list[Date | TelephoneTerm] = [*dates(content)]
    for term in telephone_terms(content):
        if all(term.end <= other.start or other.end <= term.start for other in found):
            found.append(term)
    return sorted(found, key=lambda each: each.start)


def _written_variously(found: Date | TelephoneTerm, content: str) -> Clause:
    text = content[found.start : found.end]
    if isinstance(found, Date):
        return Clause(text, found.phrases(), marks=(found.mark,))
    return Clause(text, found.phrases, found.looser, near=found.near)


def _names(content: str, terminology: Terminology) -> list[Clause]:
    """The clauses of a text without dates: names that are known, and words between them."""
    parts = atoms(segments(content))
    clauses: list[Clause] = []
    between: list[Atom] = []
    at = 0
    while at < len(parts):
        name = terminology.name_at(parts, at)
        if name:
            length, phrases = name
            text = content[parts[at].start : parts[at + length - 1].end]
            near = thesaurus().near(values_of(text))
            clauses += [*_free_words(between, content), Clause(text, phrases, near=near)]
            between = []
            at += length
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
            yield from _spaced(list(group), content)


def _chinese(run: str) -> Iterator[Clause]:
    words = cut(run)
    while words:
        length = next((n for n in range(MOST_JOINED, 1, -1) if _is_known(words[:n])), 1)
        yield _chinese_word("".join(words[:length]), words[:length])
        words = words[length:]


def _is_known(words: list[str]) -> bool:
    return len(words) > 1 and thesaurus().knows(("".join(words),))


def _chinese_word(word: str, parts: list[str]) -> Clause:
    inner = shorter_words(word) if len(parts) == 1 else parts
    looser = [phrase for part in inner if not says_little(part) for phrase in _han(part)]
    near = thesaurus().near((word,))
    if not near:
        looser += [phrase for part in inner for phrase in thesaurus().near((part,))]
    is_weak = says_little(word) and not near
    return Clause(word, _han(word), tuple(dict.fromkeys(looser)), is_weak=is_weak, near=near)


def _han(word: str) -> tuple[Phrase, ...]:
    return phrases_of([ScriptRun(Script.HAN, word, 0, len(word))])


def _spaced(parts: list[Atom], content: str) -> Iterator[Clause]:
    """The clauses of words with spaces between them; some mean something together only."""
    single: list[ScriptRun] = []
    at = 0
    while at < len(parts):
        length = thesaurus().longest_at(parts, at)
        if length:
            yield from _apart(single, content)
            single = []
            yield _together(parts[at : at + length], content)
        else:
            single.append(parts[at].segment)
        at += length or 1
    yield from _apart(single, content)


def _together(parts: list[Atom], content: str) -> Clause:
    words = [atom.segment for atom in parts]
    looser = [p for word in words if not says_little(word.text) for p in _forms(word)]
    near = thesaurus().near(tuple(atom.value for atom in parts))
    text = content[words[0].start : words[-1].end]
    return Clause(text, phrases_of(words), tuple(looser), near=near)


def _apart(words: list[ScriptRun], content: str) -> Iterator[Clause]:
    for compound in _compounds(words, content):
        yield from _compound(compound, content[compound[0].start : compound[-1].end])


def _compounds(parts: list[ScriptRun], content: str) -> Iterator[list[ScriptRun]]:
    """The segments that stand together without a space, such as PM2.5, as one."""
    compound: list[ScriptRun] = []
    for part in parts:
        if compound and not JOINED.fullmatch(content[compound[-1].end : part.start]):
            yield compound
            compound = []
        compound.append(part)
    if compound:
        yield compound


def _compound(parts: list[ScriptRun], text: str) -> Iterator[Clause]:
    if len(parts) == 1:
        yield _word(parts[0], text)
        return
    phrases = phrases_of(parts)
    if phrases:
        looser = [p for part in parts if len(part.text) > 2 for p in _forms(part)]
        yield Clause(text, phrases, tuple(looser))


def _word(part: ScriptRun, text: str) -> Clause:
    forms = _forms(part)
    keys = [values_of(text), *(phrase.terms for phrase in forms)]
    near = next((found for key in keys if (found := thesaurus().near(key))), ())
    # A slip of the finger has no relatives; of English there is no dictionary that could tell.
    is_word = part.script != Script.CYRILLIC or is_russian(part.text)
    clause = Clause(text, forms, is_weak=says_little(text), word=part if is_word else None)
    return replace(clause, near=_without(near, clause))


def _without(phrases: Iterable[Phrase], clause: Clause) -> tuple[Phrase, ...]:
    """The phrases that the clause does not have itself."""
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase not in clause.phrases))


def _forms(part: ScriptRun) -> tuple[Phrase, ...]:
    texts = spellings(part.text) if part.script == Script.LATIN else [part.text]
    found = [phrase for text in texts for phrase in phrases_of([replace(part, text=text)])]
    if part.script == Script.CYRILLIC:
        found = [*(Phrase((stem,)) for stem in russian_stems(part.text)), *found]
    return tuple(dict.fromkeys(found))
