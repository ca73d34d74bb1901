"""Terms as a table in CSV: a line for each term, its renderings in columns by language.

A cell holds several renderings, divided by "|", the usual one first. The validity and the authority
of a single rendering have no column; an import leaves them as they are.

No cell begins like a formula, which a spreadsheet would run: such text gets an apostrophe, which is
taken off when it is read. Source: OWASP, "CSV Injection".
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from mep_site.translations.languages import languages

from ..matching import TermKind
from .listed import (
    BETWEEN_RENDERINGS,
    ListedPeriod,
    ListedRendering,
    ListedTerm,
    RefusedFileError,
    RefusedTermError,
)

FACTS = ("chinese", "kind", "definition", "source", "note", "valid")
DELIMITERS = ",;\t"
FORMULA = re.compile(r"'*[=+\-@\t\r]")
PROTECTED = re.compile(r"'+[=+\-@\t\r]")
# What spreadsheet programs save, the commonest first.
ENCODINGS = ("utf-8-sig", "gb18030")
# The longest text that one cell may hold.
csv.field_size_limit(100_000)


# By the name of the column: the code of the language, and whether the renderings are forbidden.
RENDERINGS = {
    f"{status}_{language.suffix}": (language.code, status == "forbidden")
    for language in languages()
    if not language.is_authoritative
    for status in ("approved", "forbidden")
}
COLUMNS = (*FACTS, *RENDERINGS)


def write_terms_table(terms: Iterable[ListedTerm]) -> bytes:
    """The terms as CSV by RFC 4180, with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for term in terms:
        writer.writerow({name: _as_text(cell) for name, cell in _cells(term).items()})
    return text.getvalue().encode("utf-8-sig")


def _cells(term: ListedTerm) -> dict[str, str]:
    facts = (term.chinese, term.kind, term.definition, term.source, term.note, term.period)
    cells = dict(zip(FACTS, (str(fact or "") for fact in facts), strict=True))
    for name, (language, is_forbidden) in RENDERINGS.items():
        cells[name] = f" {BETWEEN_RENDERINGS} ".join(
            each.text
            for each in term.renderings
            if (each.language, each.is_forbidden) == (language, is_forbidden)
        )
    return cells


def _as_text(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _as_written(cell: str) -> str:
    return cell[1:] if PROTECTED.match(cell) else cell


def read_terms_table(data: bytes) -> Iterator[ListedTerm | RefusedTermError]:
    """The terms of a table, and an error for each line that is none."""
    text = _decoded(data)
    heading = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=heading.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "chinese" not in (reader.fieldnames or ()):
        raise RefusedFileError(
            _("The first line of the table must name its columns, “chinese” among them.")
        )
    try:
        for cells in reader:
            if any(cells.values()):
                yield _read_line(cells, reader.line_num)
    except csv.Error as error:
        raise RefusedFileError(
            _("The table is damaged at line %(line)s.") % {"line": reader.line_num}
        ) from error


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusedFileError(_("The file is no text. Save the table as “CSV UTF-8”."))


def _read_line(cells: dict[str, str | None], number: int) -> ListedTerm | RefusedTermError:
    given = {
        name: _as_written(cell.strip())
        for name, cell in cells.items()
        if name and isinstance(cell, str)
    }
    place = _("line %(number)s") % {"number": number}
    try:
        return ListedTerm(
            given.get("chinese", ""),
            _kind(given.get("kind")),
            given.get("definition"),
            given.get("source"),
            given.get("note"),
            _period(given.get("valid")),
            tuple(_renderings(given)),
            frozenset(said for name, said in RENDERINGS.items() if name in given),
            place,
        )
    except RefusedTermError as error:
        return RefusedTermError(f"{place}: {error}")


def _kind(text: str | None) -> TermKind | None:
    if not text:
        return None
    try:
        return TermKind(text)
    except ValueError as error:
        known = ", ".join(TermKind)
        raise RefusedTermError(
            _("“%(kind)s” is no kind of term. Kinds are: %(known)s.")
            % {"kind": text, "known": known}
        ) from error


def _period(text: str | None) -> ListedPeriod | None:
    if text is None:
        return None
    try:
        return ListedPeriod.parse(text)
    except ValueError as error:
        raise RefusedTermError(
            _(
                "“%(text)s” is no period. Write 2018-03-17/2024-12-31, and two dots for an end "
                "that is open: 2018-03-17/.."
            )
            % {"text": text}
        ) from error


def _renderings(given: dict[str, str]) -> Iterator[ListedRendering]:
    for name, (language, is_forbidden) in RENDERINGS.items():
        for text in given.get(name, "").split(BETWEEN_RENDERINGS):
            if text.strip():
                yield ListedRendering(language, text.strip(), is_forbidden)
