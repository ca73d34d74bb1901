"""What is read alike in every language: addresses to pass over, dates and times in digits."""

import re
from collections.abc import Iterator
from fractions import Fraction

from .reading import Rule, TextReading, group_of, rule_pattern
from .values import Certainty, NumberValue, Numeral, ValueKind

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>，。；、（）()《》“”«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<![\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:cn|org|com|net|gov|edu|ru|int|info|kz)\b(?:/[\w./?=&%#-]*)?",
    re.IGNORECASE | re.ASCII,
)
# Numbers that are dialled: with a country or area code, or after a word that announces them.
TELEPHONE = re.compile(
    r"(?<![\w.])\+\d[\d\s\u00a0().-]{6,18}\d|\(0?\d{2,4}\)\s?\d{3,4}[\s-]?\d{3,4}|(?<!\d)0\d{2,3}[-\s]\d{7,8}(?:-\d+)?(?!\d)"
    r"|(?<![\d.,])8[\s-]?\(?\d{3}\)?[\s-]\d{3}[\s-]\d{2}[\s-]\d{2}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)"
    r"|(?:电话|传真|手机|热线|[Tt]el(?:ephone)?|[Pp]hone|[Ff]ax|[Тт]ел(?:ефон\w*)?|[Фф]акс\w*)[.:：\s]*"
    r"(?:\+?\d[\d\s\u00a0()-]{5,18}\d)",
)
# PM2.5, CO2, N2O, HFC-134a, COVID-19, A4; 5G, 3D. Not COP15, Q3, G20.
FORMULA = re.compile(
    r"(?<![A-Za-zА-Яа-я0-9])(?:"
    r"(?:PM|РМ|ПМ|ТЧ)[\s-]?(?:[12]?\d)(?:[.,]\d)?"
    r"|(?!COP|MOP|Q\d|G\d|H[12]\b)(?:[A-Z][a-z]?\d?){0,4}[A-Z][a-z]?[2-9](?![\d.,]\d|\d)(?:O\b)?"
    r"|(?:[СНО]{1,2})[2-4](?!\d)"
    r"|(?:HFC|CFC|HCFC|PFC|ГХФУ|ГФУ|ХФУ|COVID|КОВИД|Covid)s?[-‑–\s]?\d+\w*"
    r"|\d[GDK])(?![A-Za-z])"
    r"|(?:UTC|GMT)\s?[+-]\s?\d+"
)
ROMAN = re.compile(r"(?<![\w.-])(?=[IVXІХ])X{0,3}(?:IX|IV|V?I{0,3})(?![\w]|-[A-Za-z])")
LOOK_ALIKES = str.maketrans("ХІ", "XI")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
ONE_CHARACTER = {chr(0x2160 + n): n + 1 for n in range(12)} | {
    chr(0x2170 + n): n + 1 for n in range(12)
}
MARKER = re.compile(
    r"(?m)^[\s\u3000▶►•●■\-–—]*(?:(?P<open>[(（])\s*)?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,5}|[ivx]{1,5})"
    r"(?(open)\s*[)）]|(?:[.．](?!\d)|[)）、]))"
)
ENCLOSED = re.compile(
    r"[(（]\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4})\s*[)）]|(?P<circled>[①-⑳])"
    r"|(?<![\w.])(?P<bare>\d)\)"
)
CHINESE_DIGITS = {sign: n for n, sign in enumerate("〇一二三四五六七八九十")}


def roman_number(letters: str) -> int:
    """The number that Roman numerals up to XXXIX mean."""
    numbers = [ROMAN_DIGITS[letter] for letter in letters.upper().translate(LOOK_ALIKES)]
    return sum(
        -number if number < max(numbers[index:]) else number for index, number in enumerate(numbers)
    )


def roman_numerals(text: str) -> Iterator[Numeral]:
    """Roman numerals in capitals; a single letter only where its neighbours call for a number."""
    for match in ROMAN.finditer(text):
        if match[0] and (len(match[0]) > 1 or _calls_for_a_number(text, match)):
            yield _roman(match, roman_number(match[0]))
    for match in re.finditer(f"[{''.join(ONE_CHARACTER)}]", text):
        yield _roman(match, ONE_CHARACTER[match[0]])


NUMBERED = re.compile(
    r"(?:class|grade|chapter|annex|part|phase|stage|category|level|section|table|volume|appendix|title"
    r"|класс\w*|категори\w+|глав\w+|раздел\w*|приложени\w+|част\w+|этап\w*|групп\w+|степен\w+|уровн\w+|том\w*)\s$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s?(?:类|级|型|期|в\.|век|квартал|полугоди|класс|категори|этап|групп|степен|част|форум|съезд|сесси|заседани"
    r"|совещани|конференци|встреч|пленарн|международн|всеросс)"
)


def _calls_for_a_number(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 16) : match.start()]
    return bool(NUMBERED.search(before) or COUNTED.match(text, match.end()))


def _roman(match: re.Match[str], number: int) -> Numeral:
    return Numeral(*match.span(), Fraction(number), is_ordinal=True, in_digits=False)


def _number_of_marker(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if written[0] in CHINESE_DIGITS:
        tens, _, ones = written.rpartition("十")
        if "十" not in written:
            return CHINESE_DIGITS[written[-1]]
        return 10 * CHINESE_DIGITS.get(tens, 1) + CHINESE_DIGITS.get(ones, 0)
    return roman_number(written)


def _marker(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    written = next((part for part in match.groupdict().values() if part and part not in "(（"), "")
    number = (
        ord(written) - ord("①") + 1
        if written in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
        else _number_of_marker(written)
    )
    yield reading.value(
        ValueKind.MARKER, *match.span(), number=Fraction(number), certainty=Certainty.DOUBTFUL
    )


def days_of_month(
    reading: TextReading, match: re.Match[str], month: int
) -> Iterator[NumberValue | None]:
    """One day of a month, or two of the same: 11 to 15 October 2021."""
    year = reading.integer(match, "year")
    if group_of(match, "last"):
        middle = match.start("last")
        first = reading.integer(match, "day")
        yield reading.date(match, match.start(), middle, year=year, month=month, day=first)
        last = reading.integer(match, "last")
        yield reading.date(match, middle, match.end(), year=year, month=month, day=last)
    else:
        day = reading.integer(match, "day")
        yield (
            None
            if day is None
            else reading.date(match, *match.span(), year=year, month=month, day=day)
        )


def _date(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    parts = {name: int(match[name]) for name in ("year", "month", "day")}
    yield reading.date(match, *match.span(), **parts)


def _american_date(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    """3/5/2019: the day is first unless it cannot be."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if second > 12 else (first, second)
    yield reading.date(match, *match.span(), year=int(match["year"]), month=month, day=day)


def clock_time(
    reading: TextReading, match: re.Match[str], hour: int, minute: int, half: str = ""
) -> NumberValue | None:
    """A time of the day; ``half`` is "am" or "pm" where it is told, and else unknown."""
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    unsure = not half and 0 < hour < 12
    minutes = Fraction(hour * 60 + minute)
    others = (minutes + 720,) if unsure else ()
    return reading.value(ValueKind.TIME, *match.span(), number=minutes, others=others)


def _clock(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    half = (match["half"] or "").lower().replace(".", "").replace(" ", "")
    yield clock_time(reading, match, int(match["hour"]), int(match["minute"] or 0), half)


def _fraction(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    top, bottom = int(match["top"]), int(match["bottom"])
    yield (
        reading.value(ValueKind.FRACTION, *match.span(), number=Fraction(top, bottom))
        if 0 < top < bottom
        else None
    )


COMMON_COVERED = (ADDRESS, TELEPHONE, FORMULA)
COMMON_EARLY: tuple[Rule, ...] = (
    (
        re.compile(
            r"(?<![\d.])(?P<year>[12]\d{3})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d])"
        ),
        _date,
    ),
    (
        re.compile(
            r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>[12]\d{3})(?!\d)(?:\s?г\.)?"
        ),
        _date,
    ),
    (
        re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>[12]\d{3})(?!\d)"),
        _american_date,
    ),
    (MARKER, _marker),
    (ENCLOSED, _marker),
    (
        re.compile(
            r"(?<![\d:.])(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?![\d:]|[,.]\d)(?:[\s\u00a0]?(?P<half>[ap]\.?\s?m\b\.?))?",
            re.IGNORECASE,
        ),
        _clock,
    ),
    (
        re.compile(
            r"(?<![\d:.,])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?[\s\u00a0]?(?P<half>[ap]\.?m\b\.?)",
            re.IGNORECASE,
        ),
        _clock,
    ),
    (re.compile(r"(?<![\d/])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\d/])"), _fraction),
)
__all__ = [
    "COMMON_COVERED",
    "COMMON_EARLY",
    "clock_time",
    "roman_numerals",
    "rule_pattern",
]
