"""Word documents for reviewers without tools: a table for each page, a row for each unit.

What must come back with a row is hidden text in its first cell. A reviewer's emphasis is taken as
it is; links must be there, and as many paragraphs as there were. See ``word_cells``.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.shared import Cm, Length, Pt
from docx.table import Table

from mep_site.foreign_archives import ARCHIVE_FAULTS
from mep_site.internals import WordCell, WordRow, xml_of
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.freshness.progress import UnitState

from ..texts.codes import VOID, Coded, CodeKind, TagCode, markup_of
from ..texts.documents import Document, SentPage, SentUnit
from ..texts.returned import (
    ReturnedDocument,
    ReturnedPage,
    ReturnedUnit,
    UnreadableError,
    restored,
)
from .archives import archive_of, is_archive, members_of
from .reading import language_tagged, read_number, read_state
from .word_cells import (
    BREAK,
    EMPHASES,
    Frame,
    frame_of,
    framed,
    hidden_text,
    read_cell,
    write_cell,
)
from .xml import joined_pieces, parse_carefully

WIDTHS = (Cm(1.2), Cm(9), Cm(9), Cm(2.2), Cm(4.3))
LINES = re.compile(r"\s*\n\s*")
MAIN_PART = "word/document.xml"

# Out


def write_docx(document: Document) -> bytes:
    """The document as a file."""
    word = docx.Document()
    _turn(word)
    heading = word.add_heading(
        _("Texts for review: %(language)s") % {"language": document.language}
    )
    _hide(heading, {"site": document.site, "language": document.language.tag})
    word.add_paragraph(
        _(
            "Write into the column of the translation, as many paragraphs as there are, and keep "
            "the links. Your comments go into the last column. Delete no row, and not the first "
            "column."
        )
    )
    for page in document.pages:
        _write_page(word, document, page)
    saved = BytesIO()
    word.save(saved)
    return archive_of(members_of(saved.getvalue()))


def _turn(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    word.styles["Normal"].font.size = Pt(10)


def _write_page(word: WordDocument, document: Document, page: SentPage) -> None:
    heading = word.add_heading(page.title, level=2)
    _hide(heading, {"page": page.page_id, "key": page.key})
    if page.section:
        word.add_paragraph(page.section)
    table = word.add_table(rows=1, cols=len(WIDTHS), style="Table Grid")
    table.autofit = False
    _write_head(table, document)
    for number, segment in enumerate(page.segments, start=1):
        _write_row(table.add_row(), number, segment)


def _write_head(table: Table, document: Document) -> None:
    names = (
        pgettext("of a row", "Number"),
        str(document.source_language),
        str(document.language),
        _("State"),
        pgettext("of a reviewer", "Comment"),
    )
    for cell, name, width in zip(_cells(table.rows[0]), names, WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(name).bold = True
    repeated = OxmlElement("w:tblHeader")
    xml_of(table.rows[0]).get_or_add_trPr().append(repeated)


def _cells(row: WordRow) -> list[WordCell]:
    """The cells of a row; to ask for them by python-docx takes as long as all the rest."""
    return [WordCell(each, row) for each in xml_of(row).tc_lst]


def _write_row(row: WordRow, number: int, segment: SentUnit) -> None:
    cells = _cells(row)
    for cell, width in zip(cells, WIDTHS, strict=True):
        _set_width(cell, width)
    source, target = (
        _on_lines(segment, segment.coded_source),
        _on_lines(segment, segment.coded_target),
    )
    own_frame, paragraphs = frame_of(target or source)
    write_cell(cells[1], *frame_of(source))
    write_cell(cells[2], own_frame, paragraphs if segment.target else [])
    state = segment.state.label if segment.state else ""
    cells[3].paragraphs[0].add_run("\n".join([segment.label, str(state)]))
    cells[4].paragraphs[0].add_run("\n".join(segment.hints)).italic = True
    first = cells[0].paragraphs[0]
    first.add_run(str(number))
    _hide(first, _row_facts(segment, own_frame, cells[2]))


def _on_lines(segment: SentUnit, text: Coded) -> Coded:
    """The text with no break of line but those that one sees."""
    if not segment.is_rich:
        return text
    return tuple(LINES.sub(" ", each) if isinstance(each, str) else each for each in text)


def _set_width(cell: WordCell, width: Length) -> None:
    xml_of(cell).width = width


def _row_facts(segment: SentUnit, frame: Frame, cell: WordCell) -> dict[str, Any]:
    """What comes back with a row."""
    codes = markup_of(segment.coded_source) | markup_of(segment.coded_target)
    plain = {number: tag for number, tag in codes.items() if not _is_native(tag)}
    facts = {
        "unit": segment.unit,
        "rich": segment.is_rich,
        "seen": segment.seen,
        "base": segment.base,
        "state": segment.state or "",
        "notes": "\n".join(segment.hints),
        "required": [number for number in segment.required if number in plain],
        "codes": plain,
        "frame": [each and [each.number, each.kind.value] for each in frame],
    }
    text, _fault = _text(facts, cell)
    return facts | {"sent": fingerprint(text or "")}


def _is_native(markup: str) -> bool:
    """Whether Word has the tag as something of its own."""
    return TagCode("", CodeKind.OPENING, markup).tag in {*EMPHASES, BREAK}


def _hide(paragraph: Any, facts: dict[str, Any]) -> None:
    run = paragraph.add_run(json.dumps(facts, ensure_ascii=True, separators=(",", ":")))
    run.font.hidden, run.font.size = True, Pt(1)


# Back


def is_docx(content: bytes) -> bool:
    """Whether a file is a Word document."""
    if not is_archive(content):
        return False
    try:
        return MAIN_PART in ZipFile(BytesIO(content)).namelist()
    except ARCHIVE_FAULTS:
        return False


def read_docx(content: bytes) -> ReturnedDocument:
    """What came back in a file; :class:`UnreadableError` if it is none of ours."""
    for name, member in members_of(content):
        if name.endswith((".xml", ".rels")):
            parse_carefully(member)
    try:
        word = docx.Document(BytesIO(content))
    except (OpcError, KeyError, ValueError) as error:
        raise UnreadableError(
            _("The file is damaged, and nothing was taken from it: %(reason)s") % {"reason": error}
        ) from error
    about: dict[str, Any] = {}
    pages: list[ReturnedPage] = []
    page: dict[str, Any] = {}
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            pages.append(_returned_page(page, block))
            continue
        facts = _facts("".join(run.text for run in block.runs if run.font.hidden))
        about |= facts if "site" in facts else {}
        page = facts | {"title": _shown(block)} if "page" in facts else page
    if not about:
        raise UnreadableError(_("This Word document was not exported from this site."))
    return ReturnedDocument(about["site"], language_tagged(about["language"]), tuple(pages))


def _shown(block: Any) -> str:
    return "".join(run.text for run in block.runs if not run.font.hidden)


def _facts(text: str) -> dict[str, Any]:
    """What hidden text says; nothing if somebody changed it."""
    try:
        facts = json.loads(text)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _returned_page(page: dict[str, Any], table: Table) -> ReturnedPage:
    units = tuple(_returned_units(table))
    number = read_number(str(page.get("page", "")))
    return ReturnedPage(number, str(page.get("key", "")), page.get("title", ""), units)


def _returned_units(table: Table) -> Iterator[ReturnedUnit]:
    for row in table.rows:
        cells = _cells(row)
        facts = _facts(hidden_text(cells[0])) if len(cells) == len(WIDTHS) else {}
        if "unit" in facts:
            yield _returned_unit(facts, cells)


def _returned_unit(facts: dict[str, Any], cells: list[WordCell]) -> ReturnedUnit:
    text, fault = _text(facts, cells[2])
    comment = "\n".join(paragraph.text for paragraph in cells[4].paragraphs)
    return ReturnedUnit(
        unit=facts["unit"],
        text=text,
        state=UnitState.IN_WORK,
        seen=str(facts.get("seen", "")),
        base=str(facts.get("base", "")),
        was=read_state(facts.get("state")),
        fault=fault,
        sent=str(facts.get("sent", "")),
        comment=comment.removeprefix(str(facts.get("notes", ""))).strip(),
    )


def _text(facts: dict[str, Any], cell: WordCell) -> tuple[str | None, str]:
    """The text of a cell as the site stores it, or ``None`` and what is wrong with it."""
    paragraphs = read_cell(cell)
    if not paragraphs:
        return "", ""
    if not facts.get("rich"):
        return "\n".join(map(_plain, paragraphs)), ""
    return _rich_text(facts, paragraphs)


def _plain(line: Coded) -> str:
    """The words of a line; a code that stands for a break is one."""
    return "".join(
        each if isinstance(each, str) else "\n" if each.tag == BREAK else "" for each in line
    )


def _rich_text(facts: dict[str, Any], paragraphs: list[Coded]) -> tuple[str | None, str]:
    codes = facts.get("codes", {})
    frame = _frame(facts, codes)
    places = sum(place is None for place in frame)
    if places != len(paragraphs):
        message = ngettext(
            "The text has %(count)d paragraph, and must keep it.",
            "The text has %(count)d paragraphs, and must keep them.",
            places,
        )
        return None, message % {"count": places}
    text = joined_pieces(_known(piece, codes) for piece in framed(frame, paragraphs))
    looks = {each.number: each.markup for each in text if isinstance(each, TagCode)}
    return restored(text, looks | codes, facts.get("required", []))


def _frame(facts: dict[str, Any], codes: dict[str, str]) -> Frame:
    return tuple(
        TagCode(place[0], CodeKind(place[1]), codes.get(place[0], "")) if place else None
        for place in facts.get("frame", [None])
    )


def _known(piece: str | TagCode, codes: dict[str, str]) -> str | TagCode:
    """A code with what it stands for, which the document does not show."""
    if isinstance(piece, str) or piece.markup:
        return piece
    known = replace(piece, markup=codes.get(piece.number, ""))
    return replace(known, kind=CodeKind.SINGLE) if known.markup and known.tag in VOID else known
