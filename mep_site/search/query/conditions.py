"""The condition that an entry of the index is found, on SQLite and on PostgreSQL."""

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
        """By the vector of the entry."""
        table = compiler.quote_name_unless_alias(self.entry.alias)
        return f"{table}.vector @@ %s::tsquery", [tsquery(self.expression)]


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


def tsquery(expression: Expression, in_order: bool = True) -> str:
    """The expression in the syntax of PostgreSQL's ``tsquery``.

    Without ``in_order`` the words of a phrase may stand anywhere, and of a long one only some must
    stand there, except in what is unwanted.
    """
    match expression:
        case Match(phrase, in_title):
            phrase = phrase if in_order else _telling_part(phrase)
            # Titles have lexemes of their own: a weight is not in the index, but in each entry.
            terms = [mark("title", term) if in_title else term for term in phrase.terms]
            lexemes = (" <-> " if in_order else " & ").join(f"'{term}'" for term in terms)
            return f"({lexemes}{':*' if phrase.is_prefix else ''})"
        case HasMark(value):
            return f"'{value}'"
        case AllOf(parts):
            return "(" + " & ".join(tsquery(part, in_order) for part in parts) + ")"
        case AnyOf(parts):
            found = " | ".join(tsquery(part, in_order) for part in parts)
            return f"({found})" if parts else f"'{NEVER}'"
        case Without(wanted, unwanted):
            return f"({tsquery(wanted, in_order)} & !{tsquery(unwanted)})"
    raise TypeError(f"{expression!r} is no expression.")


def _telling_part(phrase: Phrase) -> Phrase:
    """The longest terms of a long phrase: the others, such as “and”, stand nearly everywhere."""
    if len(phrase.terms) <= MOST_TERMS:
        return phrase
    complete = phrase.terms[:-1] if phrase.is_prefix else phrase.terms
    return Phrase(tuple(sorted(complete, key=len, reverse=True)[:MOST_TERMS]))
