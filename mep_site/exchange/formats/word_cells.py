"""A text in a cell of a Word table: written so that it reads as on the page, and read back.

Emphasis is Word's own, so that reviewers may set it as they are used to. A link is a link to the
number of its code. Any other code stands in the text by its number, ⟦3⟧. Each paragraph of the text
is one of the cell; the frame of a text is the tags around its paragraphs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mep_site.internals import WordCell, xml_of

from ..texts.codes import Coded, CodeKind, TagCode

# Tags that are a property of a run, by the name that it has in python-docx.
EMPHASES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "sup": "superscript",
    "sub": "subscript",
}
BREAK = "br"
TAGS = {"bold": "<b>", "italic": "<i>", "superscript": "<sup>", "subscript": "<sub>"}
ANCHOR = "code-"
LINK_COLOUR = RGBColor(0x05, 0x63, 0xC1)
SIGN = re.compile(r"⟦(/?)(\w+)⟧|\n")
REMOVED = {qn("w:del"), qn("w:moveFrom")}
STYLES = {"li": "List Bullet"}

# A paragraph has its place in a frame where ``None`` stands.
Frame = tuple[TagCode | None, ...]


def frame_of(text: Coded) -> tuple[Frame, list[Coded]]:
    """The tags around the paragraphs of a text, and these."""
    frame: list[TagCode | None] = []
    paragraphs: list[list[str | TagCode]] = []
    for piece in text:
        if isinstance(piece, TagCode) and piece.is_block:
            frame.append(piece)
        elif frame and frame[-1] is None:
            paragraphs[-1].append(piece)
        else:
            frame.append(None)
            paragraphs.append([piece])
    return tuple(frame or [None]), [tuple(each) for each in paragraphs]


def framed(frame: Frame, paragraphs: Iterable[Coded]) -> Coded:
    """Paragraphs with the tags around them."""
    left = iter(paragraphs)
    return tuple(
        piece for place in frame for piece in ((place,) if place is not None else next(left, ()))
    )


# Out


def write_cell(cell: WordCell, frame: Frame, paragraphs: list[Coded]) -> None:
    """Fill an empty cell; with as many paragraphs as the frame has places."""
    place = 0
    for before, each in zip((None, *frame), frame, strict=False):
        if each is not None:
            continue
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        style = STYLES.get(before.tag) if before else None
        if style:
            paragraph.style = style
        if place < len(paragraphs):
            _write_paragraph(paragraph, paragraphs[place])
        place += 1


def _write_paragraph(paragraph: Paragraph, text: Coded) -> None:
    emphases: list[str] = []
    link = ""
    for piece in text:
        if isinstance(piece, str):
            _add_run(paragraph, piece, emphases, link)
        elif piece.tag in EMPHASES:
            _step(emphases, EMPHASES[piece.tag], piece.kind)
        elif piece.tag == "a":
            link = piece.number if piece.kind is CodeKind.OPENING else ""
        elif piece.tag == BREAK:
            _add_run(paragraph, "", emphases, link).add_break(WD_BREAK.LINE)
        else:
            sign = "/" if piece.kind is CodeKind.CLOSING else ""
            _add_run(paragraph, f"⟦{sign}{piece.number}⟧", emphases, link)


def _step(emphases: list[str], name: str, kind: CodeKind) -> None:
    if kind is CodeKind.OPENING:
        emphases.append(name)
    else:
        emphases.remove(name)


def _add_run(paragraph: Paragraph, text: str, emphases: list[str], link: str) -> Run:
    run = paragraph.add_run(text)
    for name in emphases:
        setattr(run.font, name, True)
    if link:
        run.font.underline, run.font.color.rgb = True, LINK_COLOUR
        hyperlink = OxmlElement("w:hyperlink")
        hyperlink.set(qn("w:anchor"), f"{ANCHOR}{link}")
        xml_of(paragraph).append(hyperlink)
        hyperlink.append(xml_of(run))
    return run


# Back


@dataclass(frozen=True)
class Stretch:
    """A stretch of words that look the same, in a link or not."""

    words: str
    looks: tuple[str, ...]


def read_cell(cell: WordCell) -> list[Coded]:
    """The paragraphs of a cell that hold anything; what reviewers struck out is gone."""
    numbers = count(1)
    paragraphs = (_coded(_stretches(each), numbers) for each in cell.paragraphs)
    return [each for each in paragraphs if each]


def hidden_text(cell: WordCell) -> str:
    """What a cell says in hidden text."""
    runs = (run for paragraph in cell.paragraphs for run in paragraph.runs)
    return "".join(run.text for run in runs if run.font.hidden)


def _stretches(paragraph: Paragraph) -> Iterator[Stretch]:
    for run, link in _runs(xml_of(paragraph), paragraph, ""):
        if run.text and not run.font.hidden:
            looks = [name for name in TAGS if getattr(run.font, name)]
            yield Stretch(run.text, (*([link] if link else []), *looks))


def _runs(element: OxmlElement, paragraph: Paragraph, link: str) -> Iterator[tuple[Run, str]]:
    """The runs of a paragraph in their order, each with the link that it is in."""
    for child in element:
        if child.tag == qn("w:r"):
            yield Run(child, paragraph), link
        elif child.tag == qn("w:hyperlink"):
            anchor = child.get(qn("w:anchor"), "")
            is_ours = anchor.startswith(ANCHOR)
            yield from _runs(child, paragraph, anchor if is_ours else link)
        elif child.tag not in REMOVED:
            yield from _runs(child, paragraph, link)


def _coded(stretches: Iterable[Stretch], numbers: Iterator[int]) -> Coded:
    """Words and codes of a paragraph; a look that goes on is one code."""
    pieces: list[str | TagCode] = []
    now: list[tuple[str, TagCode]] = []
    for stretch in (*stretches, Stretch("", ())):
        common = _in_common([name for name, _code in now], stretch.looks)
        while len(now) > common:
            _name, code = now.pop()
            pieces.append(TagCode(code.number, CodeKind.CLOSING, code.markup))
        for name in stretch.looks[common:]:
            code = _look(name, numbers)
            now.append((name, code))
            pieces.append(code)
        pieces.extend(_words(stretch.words, numbers))
    return tuple(each for each in pieces if each)


def _in_common(one: list[str], other: tuple[str, ...]) -> int:
    """How many the two have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _look(name: str, numbers: Iterator[int]) -> TagCode:
    if name in TAGS:
        return TagCode(f"look-{next(numbers)}", CodeKind.OPENING, TAGS[name])
    return TagCode(name.removeprefix(ANCHOR), CodeKind.OPENING, "")


def _words(text: str, numbers: Iterator[int]) -> Iterator[str | TagCode]:
    """Words, the codes that stand among them by their number, and breaks of lines."""
    end = 0
    for match in SIGN.finditer(text):
        yield text[end : match.start()]
        if match[0] == "\n":
            yield TagCode(f"look-{next(numbers)}", CodeKind.SINGLE, f"<{BREAK}/>")
        else:
            yield TagCode(match[2], CodeKind.CLOSING if match[1] else CodeKind.OPENING, "")
        end = match.end()
    yield text[end:]
