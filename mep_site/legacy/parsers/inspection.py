"""Looks through a capture for what needs a human eye, whatever kind of document it is."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from ftfy.badness import is_bad

from ..phrases.date_wordings import RELATIVE, WITHOUT_YEAR, date_in
from ..phrases.document_kinds import DocumentKind
from ..phrases.markers import han_number
from ..reading.encodings import STAND_INS
from ..reading.languages import CHINESE, ENGLISH
from ..reading.lines import Line
from ..reading.pinyin import is_half_spelled, is_pinyin
from ..structure.chunks import Chunk, languages_of_capture
from ..structure.contacts import is_contact
from ..structure.doubts import Code, Suggestion
from ..structure.layout import Layout
from ..structure.pairing import GREATEST_RATIO, LEAST_RATIO, SHORTEST_COMPARED
from ..structure.segments import FOOTER_ROLES, Derivation, Destination, Role, Segment
from ..structure.sketch import Sketch
from .articles import WITH_DATE
from .meetings import ENGLISH_NUMBERS

LOST_SIGN = re.compile(r"Copyright\s*[?？\ufffd]\s*\d{4}", re.I)
# 水平 and 质量: an English word among Chinese ones; an English sentence with Chinese inside.
STRAY_WORD = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?P<word>[a-z]{2,})\s+(?=[\u4e00-\u9fff])")
STRAY_HAN = re.compile(r"(?<=[a-z])\s+[\u4e00-\u9fff]+\s+(?=[a-z])")
TWO_SCRIPTS = re.compile(r"\b\w*(?:[A-Za-z][а-яё]|[а-яё][A-Za-z])\w*\b")
IN_CHINESE = {"and": "和", "or": "或"}
DAMAGE = re.compile("[\ufffd\x01-\x08\x0e-\x1f]|" + STAND_INS.pattern + "|锟斤拷|烫烫烫")
LONGEST_CHECKED = 20_000
# Pages of running text; on others a day such as “June 5th” is a name.
WITHOUT_OWN_FACTS = WITH_DATE | {"report", "standard"}
PAIRED = frozenset(
    {Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.CAPTION, Role.QUOTATION}
)
MOST_PLACES = 20
FEWEST_HAN = 4
ASCII = re.compile(r"[\x00-\x7f]+")
HAN = re.compile(r"[\u4e00-\u9fff]")
DIGITS = re.compile(r"(?<![\d.])\d+(?:[.,]\d+)*")
# The month and the day of a date are words in other languages.
MONTH_AND_DAY = re.compile(r"\d{1,2}[月日]")
YEAR = re.compile(r"\b(?:19|20)\d\d(?!\d)")
WITH_DAY = re.compile(r"\b[A-Z][a-z]{2,8}\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b")
HAN_NUMERAL = re.compile(r"[一二两三四五六七八九十]{1,3}")
CHINESE_SENTENCE = re.compile(r"[。！？]")
ENGLISH_SENTENCE = re.compile(r"[.!?](?=\s|$|[\"”’)])")
SHORT_RATIO = 2.5
FINAL = re.compile(r"[.。;；!！?？:：”\"’')）》\]]$")


def check(sketch: Sketch, layout: Layout, chunks: Sequence[Chunk], kind: DocumentKind) -> None:
    """Put all that is doubtful into the queue."""
    lines = [line for line in sketch.capture.lines if line.text]
    for test in (_lost_sign, _mojibake, _damage):
        for line in islice(filter(test, lines), MOST_PLACES):
            sketch.doubt(CODES[test], line.number, _shortened(line, test))
    for chunk in chunks:
        if len(chunk.excerpt.text) <= LONGEST_CHECKED:
            _check_mixture(sketch, chunk)
    _check_pinyin(sketch, chunks)
    if sketch.pages and sketch.pages[0].model in WITHOUT_OWN_FACTS:
        _check_dates(sketch, layout, chunks, kind)
    _check_frame_date(sketch, layout)
    _check_end(sketch, layout, chunks)
    if len(languages_of_capture(chunks)) > 1:
        _check_pairs(sketch)


def _lost_sign(line: Line) -> re.Match[str] | None:
    return LOST_SIGN.search(line.text[:LONGEST_CHECKED])


def _damage(line: Line) -> re.Match[str] | None:
    return DAMAGE.search(line.text)


def _mojibake(line: Line) -> bool:
    """Whether a line was read in a wrong encoding before it was saved."""
    text = line.text[:LONGEST_CHECKED]
    if text.isascii():
        return False
    return is_bad(text) or _is_utf8_read_as_chinese(text)


def _is_utf8_read_as_chinese(text: str) -> bool:
    """Whether Chinese is really UTF-8 that was taken for GB18030."""
    if len(HAN.findall(text)) < FEWEST_HAN:
        return False
    foreign = ASCII.sub("", text).encode("gb18030", "ignore").decode("utf-8", "replace")
    sound = len(HAN.findall(foreign))
    return sound > FEWEST_HAN / 2 and sound > foreign.count("\ufffd") * 2


CODES: dict[Callable[[Line], object], Code] = {
    _lost_sign: Code.COPYRIGHT_SIGN,
    _mojibake: Code.MOJIBAKE,
    _damage: Code.DAMAGED_CHARACTER,
}


def _shortened(line: Line, test: Callable[[Line], object]) -> str:
    found = test(line)
    start = max(0, found.start() - 40) if isinstance(found, re.Match) else 0
    return line.text[start : start + 200]


def _check_mixture(sketch: Sketch, chunk: Chunk) -> None:
    """Tell of a sentence in two languages; for some words the Chinese is known."""
    patterns = (STRAY_WORD, TWO_SCRIPTS) if chunk.language == CHINESE else (STRAY_HAN, TWO_SCRIPTS)
    for pattern in patterns:
        match = pattern.search(chunk.excerpt.text)
        if not match:
            continue
        start = chunk.excerpt.start + match.start()
        segment = segment_at(sketch.segments, start)
        page = segment.target.page if segment and segment.target else 0
        word = match.groupdict().get("word", "")
        suggestion = None
        if segment and segment.target and word in IN_CHINESE:
            suggestion = Suggestion(segment.target, chunk.language, match[0], IN_CHINESE[word])
        around = chunk.excerpt.text[max(0, match.start() - 20) : match.end() + 20]
        line = sketch.line_at(start)
        sketch.doubt(Code.MIXED_LANGUAGES, line, around, page, suggestion)


def segment_at(segments: Iterable[Segment], position: int) -> Segment | None:
    """The segment that a character belongs to, or that stands just before it."""
    return next((s for s in segments if s.start <= position <= s.end), None)


def _check_pinyin(sketch: Sketch, chunks: Sequence[Chunk]) -> None:
    """Tell once that Chinese was spelled out."""
    texts = (chunk for chunk in chunks if is_pinyin(chunk.text) or is_half_spelled(chunk.text))
    first = next(texts, None)
    if first:
        sketch.doubt(Code.PINYIN, first.line, first.text)


def _check_dates(
    sketch: Sketch, layout: Layout, chunks: Sequence[Chunk], kind: DocumentKind
) -> None:
    """Tell once of dates that a reader cannot place; nothing is added to them.

    A calendar says in its title or its breadcrumb of which year it is.
    """
    says_year = YEAR.search(" ".join([chunks[0].text[:300] if chunks else "", *layout.breadcrumb]))
    for code, pattern in ((Code.DATE_WITHOUT_YEAR, WITHOUT_YEAR), (Code.RELATIVE_DATE, RELATIVE)):
        found = [
            (chunk, match[0])
            for chunk in chunks
            for match in islice(pattern.finditer(chunk.excerpt.text[:LONGEST_CHECKED]), MOST_PLACES)
        ]
        if found and not (kind is DocumentKind.CALENDAR and says_year):
            subject = ", ".join(list(dict.fromkeys(text for _, text in found))[:MOST_PLACES])
            sketch.doubt(code, sketch.line_at(found[0][0].excerpt.start), subject)


def _check_frame_date(sketch: Sketch, layout: Layout) -> None:
    """Offer the date that stands among the print and font-size widgets."""
    if not sketch.pages or sketch.pages[0].model not in WITH_DATE:
        return
    target = Destination(0, "date")
    if any(segment.target == target for segment in sketch.segments):
        return
    for line in layout.lines_as(Role.WIDGETS):
        date = date_in(line.text[:500])
        if date:
            suggestion = Suggestion(target, "", "", date)
            sketch.doubt(Code.DATE_IN_FRAME, line.number, line.text, 0, suggestion)
            return


def _check_end(sketch: Sketch, layout: Layout, chunks: Sequence[Chunk]) -> None:
    """Tell of a text that ends in the middle."""
    if not chunks:
        return
    last = chunks[-1]
    segment = segment_at(sketch.segments, last.excerpt.start)
    in_list = segment is not None and segment.role is Role.ITEM
    text = last.excerpt.text.rstrip()
    if text.endswith((":", "：")):
        sketch.doubt(Code.LIST_BREAKS_OFF, last.line, text[-200:])
    elif _is_cut(sketch, layout, last, chunks):
        code = Code.LIST_BREAKS_OFF if in_list else Code.TEXT_BREAKS_OFF
        sketch.doubt(code, last.line, text[-200:])


def _is_cut(sketch: Sketch, layout: Layout, last: Chunk, chunks: Sequence[Chunk]) -> bool:
    """Whether nothing follows the last words of a text, not even what follows on such pages."""
    whole = sketch.capture.lines[-1].whole
    has_footer = any(role in FOOTER_ROLES for _, role in layout.roles)
    if is_contact(last.excerpt.text) or len(languages_of_capture(chunks)) > 1:
        return False
    if has_footer or FINAL.search(last.excerpt.text) or whole.endswith(("\n", "\r")):
        return False
    had_header = any(line.text[-1:] != ":" for line in layout.lines_as(Role.HOT_KEYWORDS))
    others = [chunk for chunk in chunks[:-1] if chunk.mark is last.mark and len(chunk.text) > 40]
    are_sentences = sum(1 for chunk in others if chunk.is_sentence) * 2 > len(others) > 0
    return had_header or (are_sentences and len(last.text) > 20)


def _check_pairs(sketch: Sketch) -> None:
    """Tell of texts without a translation, of doubtful pairs, of numbers that differ."""
    first: dict[Destination, Segment] = {}
    for segment in sketch.segments:
        if segment.target and segment.role in PAIRED:
            first.setdefault(segment.target, segment)
    texts = Derivation(sketch.capture.text, tuple(sketch.segments)).texts
    for target, segment in first.items():
        code = _doubt_of(texts[target])
        if code:
            line = sketch.line_at(segment.start)
            sketch.doubt(code, line, next(iter(texts[target].values())), target.page)


def _doubt_of(texts: Mapping[str, str]) -> Code | None:
    chinese, english = texts.get(CHINESE, ""), texts.get(ENGLISH, "")
    if len(texts) == 1:
        return Code.UNTRANSLATED
    if chinese and english and numbers_differ(chinese, english):
        return Code.NUMBER_DIFFERS
    if english and len(chinese) >= SHORTEST_COMPARED:
        return None if _fit(chinese, english) else Code.DOUBTFUL_PAIR
    return None


def _fit(chinese: str, english: str) -> bool:
    """Whether two texts are of a length; half the sentences in a short text are too few."""
    ratio = len(english) / len(chinese)
    sentences, translated = (
        len(pattern.findall(text))
        for pattern, text in ((CHINESE_SENTENCE, chinese), (ENGLISH_SENTENCE, english))
    )
    is_short = ratio < SHORT_RATIO and sentences >= 2 * max(1, translated)
    return LEAST_RATIO <= ratio <= GREATEST_RATIO and not is_short


def numbers_differ(chinese: str, english: str) -> bool:
    """Whether the Chinese or the English text states a number that the other does not."""
    chinese = MONTH_AND_DAY.sub("", chinese[:LONGEST_CHECKED])
    english = english[:LONGEST_CHECKED]
    in_chinese, in_english = (set(DIGITS.findall(text)) for text in (chinese, english))
    words = {
        str(number)
        for word, number in ENGLISH_NUMBERS.items()
        if re.search(rf"\b{word}\b", english, re.I)
    }
    numerals = {str(han_number(numeral)) for numeral in HAN_NUMERAL.findall(chinese)}
    days = {match["day"] for match in WITH_DAY.finditer(english)}
    return bool(in_chinese - in_english - words or in_english - in_chinese - numerals - days)
