"""Opens a file of terms, whichever kind it is, and refuses what is none."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mep_site.translations.languages import languages

from .listed import (
    BETWEEN_RENDERINGS,
    CONTROL,
    LONGEST,
    ListedPeriod,
    ListedTerm,
    RefusedFileError,
    RefusedTermError,
)
from .tables import read_terms_table
from .tbx import read_tbx

MOST_BYTES = 20_000_000
MOST_TERMS = 20_000
LONGEST_TEXT = 5_000
NO_CHINESE = gettext_lazy("There is no Chinese term.")
TWICE = gettext_lazy("The term stands in the file twice.")
TOO_LONG = gettext_lazy("A text is longer than a term may be.")
NO_CHARACTERS = gettext_lazy("There are characters that no text may have.")
DIVIDER = gettext_lazy("A rendering may not contain the sign “|”.")
NO_PERIOD = gettext_lazy("The last day of validity is before the first one.")
CONTRADICTION = gettext_lazy("A rendering is both approved and forbidden.")
NO_LANGUAGE = gettext_lazy("There is a rendering in a language that the site does not have.")
RENDERED = {each.code for each in languages() if not each.is_authoritative}
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
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe<", b"\xfe\xff\x00<"))
    terms, refused = sort_out(read_tbx(data) if is_xml else read_terms_table(data))
    if not terms and not refused:
        raise RefusedFileError(_("There is no term in the file."))
    return terms, refused


def sort_out(found: Iterable[ListedTerm | RefusedTermError]) -> tuple[list[ListedTerm], list[str]]:
    """The terms that the base can hold, and why it cannot hold the others."""
    terms: dict[str, ListedTerm] = {}
    refused: list[str] = []
    for read in found:
        try:
            term = _checked(read, terms)
            terms[term.chinese] = term
        except RefusedTermError as error:
            refused.append(str(error))
        if len(terms) + len(refused) > MOST_TERMS:
            raise RefusedFileError(_("The file has more than 20,000 terms. Divide it."))
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
    problems = (
        (not term.chinese, NO_CHINESE),
        (term.chinese in known, TWICE),
        (
            any(len(text) > LONGEST for text in (*short, *renderings))
            or any(len(text) > LONGEST_TEXT for text in long),
            TOO_LONG,
        ),
        (any(CONTROL.search(text) for text in (*short, *renderings, *long)), NO_CHARACTERS),
        (any(BETWEEN_RENDERINGS in text for text in renderings), DIVIDER),
        (any(map(_ends_before_it_begins, periods)), NO_PERIOD),
        (not approved.isdisjoint(forbidden), CONTRADICTION),
        (any(each.language not in RENDERED for each in term.renderings), NO_LANGUAGE),
    )
    return next((str(problem) for is_so, problem in problems if is_so), "")


def _ends_before_it_begins(period: ListedPeriod | None) -> bool:
    return bool(period and period.first and period.last and period.last < period.first)
