"""Opens a file of terms, whichever kind it is, and refuses what is none."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .listed import (
    BETWEEN_RENDERINGS,
    CONTROL,
    LONGEST,
    ListedTerm,
    RefusedFileError,
    RefusedTermError,
)
from .tables import read_table
from .tbx import read_tbx

MOST_BYTES = 20_000_000
MOST_TERMS = 20_000
LONGEST_TEXT = 5_000
# Of spreadsheets and archives, which some take for CSV.
ZIP = b"PK\x03\x04"


def open_terms(data: bytes) -> tuple[list[ListedTerm], list[str]]:
    """The terms of a CSV or TBX file, and why others are refused.

    Raises :class:`RefusedFileError` if the file is neither, or damaged, or hostile.
    """
    if len(data) > MOST_BYTES:
        raise RefusedFileError(_("The file is larger than 20 MB. Divide it."))
    if data.startswith(ZIP):
        raise RefusedFileError(
            _("This is a workbook or an archive. Save the sheet as “CSV UTF-8” instead.")
        )
    terms, refused = _sorted_out(data)
    if not terms and not refused:
        raise RefusedFileError(_("There is no term in the file."))
    return terms, refused


def _sorted_out(data: bytes) -> tuple[list[ListedTerm], list[str]]:
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe<", b"\xfe\xff\x00<"))
    terms: dict[str, ListedTerm] = {}
    refused: list[str] = []
    for read in read_tbx(data) if is_xml else read_table(data):
        try:
            term = _checked(read, terms)
            terms[term.chinese] = term
        except RefusedTermError as error:
            refused.append(str(error))
        if len(terms) + len(refused) > MOST_TERMS:
            raise RefusedFileError(
                ngettext(
                    "The file has more than %(number)s term. Divide it.",
                    "The file has more than %(number)s terms. Divide it.",
                    MOST_TERMS,
                )
                % {"number": MOST_TERMS}
            )
    return list(terms.values()), refused


def _checked(read: ListedTerm | RefusedTermError, known: dict[str, ListedTerm]) -> ListedTerm:
    """The term, if the base can hold it; a rendering that is given twice counts once."""
    if isinstance(read, RefusedTermError):
        raise read
    problem = _problem_of(read, known)
    if problem:
        raise RefusedTermError(f"{read.place}: {problem}")
    unique = {(each.language, each.text): each for each in reversed(read.renderings)}
    return replace(read, renderings=tuple(reversed(unique.values())))


def _problem_of(term: ListedTerm, known: dict[str, ListedTerm]) -> str:
    renderings = [each.text for each in term.renderings]
    short = [term.chinese, term.source or "", *(each.source or "" for each in term.renderings)]
    long = [term.definition or "", term.note or ""]
    periods = [term.period, *(each.period for each in term.renderings)]
    approved = {(each.language, each.text) for each in term.renderings if not each.is_forbidden}
    forbidden = {(each.language, each.text) for each in term.renderings if each.is_forbidden}
    problems = {
        _("There is no Chinese term."): not term.chinese,
        _("The term stands in the file twice."): term.chinese in known,
        _("A text is longer than a term may be."): (
            any(len(text) > LONGEST for text in (*short, *renderings))
            or any(len(text) > LONGEST_TEXT for text in long)
        ),
        _("There are characters that no text may have."): any(
            CONTROL.search(text) for text in (*short, *renderings, *long)
        ),
        _("A rendering may not contain the sign “|”."): any(
            BETWEEN_RENDERINGS in text for text in renderings
        ),
        _("The last day of validity is before the first one."): any(
            period and period.first and period.last and period.last < period.first
            for period in periods
        ),
        _("A rendering is both approved and forbidden."): bool(approved & forbidden),
    }
    return next((problem for problem, is_so in problems.items() if is_so), "")
