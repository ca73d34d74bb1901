"""Files of plain text, told by the rules of the MIME Sniffing Standard.

https://mimesniff.spec.whatwg.org/
"""

import codecs
import re
from collections.abc import Iterator

from django.core.files import File

PIECE = 1024 * 1024
# Section 3: bytes that no text has.
BINARY = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# Section 7.1: what a browser that guesses would take for a page; and other formats that are written
# in letters, scripts among them.
NO_TEXT = re.compile(
    r"\s*<(?:!DOCTYPE HTML|HTML|HEAD|SCRIPT|IFRAME|H1|DIV|FONT|TABLE|A|STYLE|TITLE|B|BODY|BR|P|SVG)"
    r"[\s>]|\s*<(?:!--|\?xml|\?php)|%PDF-|%!PS|\{\\rtf|#!",
    re.IGNORECASE,
)
MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# Shows every byte as a sign: in which of many encodings a text is does not matter here.
BY_BYTE = "latin-1"


def is_plain_text(file: File) -> bool:
    """Whether it is text in any encoding, and no page."""
    try:
        pieces = _pieces(file)
        first = next(pieces)
        return not (NO_TEXT.match(first) or BINARY.search(first) or any(map(BINARY.search, pieces)))
    except UnicodeDecodeError:
        return False


def _pieces(file: File) -> Iterator[str]:
    """The text piece by piece, without the mark at its beginning."""
    file.seek(0)
    start = file.read(4)
    mark = next((each for each in MARKS if start.startswith(each)), b"")
    decoder = codecs.getincrementaldecoder(MARKS.get(mark, BY_BYTE))()
    file.seek(len(mark))
    while piece := file.read(PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)
