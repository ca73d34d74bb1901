"""The condition that an entry of the index is found, on SQLite and on PostgreSQL."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F
from django.db.models.expressions import Expression as DatabaseExpression
from django.db.models.sql.compiler import SQLCompiler

from ..analysis.index_terms import Phrase
from .expressions import AllOf, AnyOf, Expression, HasMark, Match, Without, mark

Sql = tuple[str, list[Any]]
# Finds nothing: no text has such a term.
NEVER = "="
# With so many terms of a phrase hardly anything is found but the phrase.
MOST_TERMS = 4


class Matches(DatabaseExpression):
    """Whether the full-text index finds an entry; to be used on :class:`Entry` only."""

    conditional = True

    def __init__(self, expression: Expression, entry: Any = None) -> None:
        super().__init__(output_field=BooleanField())
        self.expression = expression
        self.entry = entry or F("pk")

    def get_source_expressions(self) -> list[Any]:
        """The primary key of the entry, under the name that its table has in the query."""
        return [self.entry]

    def set_source_expressions(self, expressions: list[Any]) -> None:
        """Take the resolved primary key."""
        (self.entry,) = expressions

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """By FTS5."""
        key, _ = compiler.compile(self.entry)
        found = "SELECT rowid FROM search_entry_fts WHERE search_entry_fts MATCH %s"
        return f"{key} IN ({found})", [fts5(self.expression)]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """By the index of the terms, and by the terms themselves where their order counts."""
        entry = compiler.quote_name_unless_alias(self.entry.alias)
        found = f"{vector(entry)} @@ %s::tsquery", [tsquery(self.expression)]
        if not _has_phrase(self.expression):
            return found
        return _joined(" AND ", [found, read_in_order(self.expression, entry)])


def fts5(expression: Expression) -> str:
    """The expression in the syntax of SQLite's FTS5."""
    match expression:
        case Match(phrase, in_title):
            column = "title_terms : " if in_title else ""
            star = " *" if phrase.is_prefix else ""
            return f'{column}"{" ".join(phrase.terms)}"{star}'
        case HasMark(value):
            return f'"{value}"'
        case AllOf(parts):
            return "(" + " AND ".join(map(fts5, parts)) + ")"
        case AnyOf(parts):
            return "(" + " OR ".join(map(fts5, parts)) + ")" if parts else f'"{NEVER}"'
        case Without(wanted, unwanted):
            return f"({fts5(wanted)} NOT {fts5(unwanted)})"
    raise TypeError(f"{expression!r} is no expression.")


def vector(entry: str = "search_entry") -> str:
    """What PostgreSQL has an index of: the terms and marks of an entry, without their order."""
    return f"search_vector({entry}.title_terms, {entry}.terms, {entry}.marks, {entry}.id)"


def tsquery(expression: Expression) -> str:
    """The expression in the syntax of PostgreSQL's ``tsquery``, as far as the index knows.

    The words of a phrase may stand anywhere, and of a long one only some must stand there. What is
    unwanted for the sake of a phrase is found too; see :func:`read_in_order`.
    """
    match expression:
        case Match(phrase, in_title):
            # Titles have lexemes of their own: a weight would not be in the index.
            terms = [mark("title", t) if in_title else t for t in _telling_part(phrase).terms]
            lexemes = " & ".join(f"'{term}'" for term in terms)
            return f"({lexemes}{':*' if phrase.is_prefix else ''})"
        case HasMark(value):
            return f"'{value}'"
        case AllOf(parts):
            return "(" + " & ".join(map(tsquery, parts)) + ")"
        case AnyOf(parts):
            return "(" + " | ".join(map(tsquery, parts)) + ")" if parts else f"'{NEVER}'"
        case Without(wanted, unwanted):
            found = tsquery(wanted)
            return found if _has_phrase(unwanted) else f"({found} & !{tsquery(unwanted)})"
    raise TypeError(f"{expression!r} is no expression.")


def read_in_order(expression: Expression, entry: str = "search_entry") -> Sql:
    """That the text of an entry answers the expression, the order of words in phrases included."""
    match expression:
        case Match(phrase, is_title):
            # No phrase reaches from the title into the text.
            text = f"' ' || {entry}.title_terms || ' '"
            text = text if is_title else f"{text} || ' ' || {entry}.terms || ' '"
            return f"strpos({text}, %s) > 0", [phrase.needle]
        case HasMark(value):
            return f"strpos(' ' || {entry}.marks || ' ', %s) > 0", [f" {value} "]
        case AllOf(parts):
            return _joined(" AND ", [read_in_order(part, entry) for part in parts])
        case AnyOf(parts):
            return _joined(" OR ", [read_in_order(part, entry) for part in parts])
        case Without(wanted, unwanted):
            refused, parameters = read_in_order(unwanted, entry)
            return _joined(" AND ", [read_in_order(wanted, entry), (f"NOT {refused}", parameters)])
    raise TypeError(f"{expression!r} is no expression.")


def unwanted_phrases(expression: Expression) -> Iterator[Expression]:
    """What :func:`tsquery` finds although the expression does not want it."""
    match expression:
        case AllOf(parts):
            for part in parts:
                yield from unwanted_phrases(part)
        case Without(wanted, unwanted):
            yield from unwanted_phrases(wanted)
            if _has_phrase(unwanted):
                yield unwanted


def _has_phrase(expression: Expression) -> bool:
    """Whether there is anything in an expression that depends on the order of terms."""
    match expression:
        case Match(phrase):
            return len(phrase.terms) > 1
        case AllOf(parts) | AnyOf(parts):
            return any(map(_has_phrase, parts))
        case Without(wanted, unwanted):
            return _has_phrase(wanted) or _has_phrase(unwanted)
    return False


def _joined(conjunction: str, conditions: Iterable[Sql]) -> Sql:
    """The conditions as one; without any it is never met."""
    conditions = list(conditions)
    if not conditions:
        return "FALSE", []
    sql = conjunction.join(each for each, _ in conditions)
    return f"({sql})", [value for _, parameters in conditions for value in parameters]


def _telling_part(phrase: Phrase) -> Phrase:
    """The longest terms of a long phrase: the others, such as “and”, stand nearly everywhere."""
    if len(phrase.terms) <= MOST_TERMS:
        return phrase
    complete = phrase.terms[:-1] if phrase.is_prefix else phrase.terms
    return Phrase(tuple(sorted(complete, key=len, reverse=True)[:MOST_TERMS]))
