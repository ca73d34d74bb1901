"""Lines: letters with their formats, as a paragraph, a heading or a cell has them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from mep_site.translations.languages.scripts import in_unicode

# A line break inside a paragraph, unlike the white space of the source, which is no more than that.
BREAK = "\u2028"
WIDE = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
SOURCE_SPACE = re.compile(r"[ \t\r\n\f\xa0]{2,}|[ \t\r\n\f]|[\ufeff\u200b]")
# An empty line between two paragraphs, or the indent of the next one, as older pages write them.
NEW_PARAGRAPH = re.compile(rf"{BREAK}\s*{BREAK}\s*|{BREAK}(?:\u3000{{2,}}|\xa0{{3,}}|\xa0 \xa0\s*)")
EDGES = re.compile(r"\A\s+|\s+\Z")


@dataclass(frozen=True)
class Format:
    """How letters are set: ``script`` is ``sup`` or ``sub``, ``link`` the attributes of a link."""

    is_bold: bool = False
    script: str = ""
    link: str = ""


Letter = tuple[str, Format]
Line = list[Letter]


def line_of(text: str, format_: Format | None = None) -> Line:
    """A line with one format."""
    return [(letter, format_ or Format()) for letter in text]


def plain_words(line: Line) -> str:
    """The letters without their formats."""
    return "".join(letter for letter, _ in line)


def links_in(line: Line) -> set[str]:
    """The attributes of the links in a line."""
    return {format_.link for _, format_ in line if format_.link}


def paragraphs(line: Line) -> Iterator[Line]:
    """The paragraphs that the line consists of, without the white space that nobody sees."""
    start = 0
    text = plain_words(line)
    for gap in NEW_PARAGRAPH.finditer(text):
        yield from _tidy(line[start : gap.start()])
        start = gap.end()
    yield from _tidy(line[start:])


def _tidy(line: Line) -> Iterator[Line]:
    squeezed = _replace(SOURCE_SPACE, line, _space)
    trimmed = _replace(EDGES, squeezed, lambda _: "")
    if trimmed:
        yield trimmed


def _space(match: re.Match[str]) -> str:
    """What stands for white space of the source: nothing where it breaks a line of Chinese."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() :][:1]
    in_chinese = "\n" in match.group() and re.fullmatch(f"[{WIDE}]{{2}}", around)
    is_invisible = match.group() in {"\ufeff", "\u200b"}
    return "" if in_chinese or is_invisible else " "


def _replace(pattern: re.Pattern[str], line: Line, by: Callable[[re.Match[str]], str]) -> Line:
    result: Line = []
    start = 0
    for match in pattern.finditer(plain_words(line)):
        result += line[start : match.start()]
        result += line_of(by(match), line[match.start()][1])
        start = match.end()
    return result + line[start:]


def html_of(line: Line) -> str:
    """The line as the site stores formatted text."""
    return "".join(
        f"<a {link}>{_formatted(run)}</a>" if link else _formatted(run)
        for link, run in _runs(line, "link")
    )


def _formatted(line: Line) -> str:
    return "".join(
        f"<b>{_set(run)}</b>" if is_bold else _set(run) for is_bold, run in _runs(line, "is_bold")
    )


def _set(line: Line) -> str:
    return "".join(
        f"<{script}>{_escaped(run)}</{script}>" if script else _escaped(run)
        for script, run in _runs(line, "script")
    )


def _escaped(line: Line) -> str:
    return escape(plain_words(line), quote=False).replace(BREAK, "<br/>")


def text_of(line: Line) -> str:
    """The line for a field without formats, with Unicode's characters for raised letters."""
    text = "".join(
        in_unicode(plain_words(run), script) if script else plain_words(run)
        for script, run in _runs(line, "script")
    )
    return text.replace(BREAK, " ")


def _runs(line: Line, attribute: str) -> Iterator[tuple[object, Line]]:
    for value, run in groupby(line, key=lambda letter: getattr(letter[1], attribute)):
        yield value, list(run)


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Several lines as one."""
    result: Line = []
    for line in lines:
        result += [*line_of(separator if result else ""), *line]
    return result
