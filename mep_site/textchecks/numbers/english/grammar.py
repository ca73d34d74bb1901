"""Reads the numbers of English texts."""

import re
from collections.abc import Iterator
from fractions import Fraction

from .. import units
from ..common import COMMON_COVERED, COMMON_EARLY, clock_time, days_of_month
from ..reading import Build, Grammar, Rule, TextReading, constant, group_of, rule_pattern
from ..values import MONTHS_OF_A_YEAR, Certainty, NumberValue, Numeral, ValueKind
from .numerals import english_numerals

MONTHS = (
    "Jan(?:uary)?", "Feb(?:ruary)?", "Mar(?:ch)?", "Apr(?:il)?", "May", "June?", "July?",
    "Aug(?:ust)?", "Sept?(?:ember)?", "Oct(?:ober)?", "Nov(?:ember)?", "Dec(?:ember)?",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = rf"(?:{'|'.join(MONTHS)})\b\.?"
_TO = r"\s?(?:-|–|—|to|and|through|until|&|,)\s?"
_SPACE = r"[\s\u00a0]"
# May is a month only beside what dates have.
_MAY = r"(?<!\w)"
IDIOMS = re.compile(
    r"\b(?:one\sof\sthe|no\sone|one\sanother|one-?stop|anyone|every\sone|each\sone|at\sfirst|first\sof\sall|first\sand\sforemost|second\sto\snone"
    r"|once\sand\sfor\sall|second-?hand|per\ssecond|first-?class|first-?hand|two-?way|one-?way|Two\sSessions|zero[\s-](?:emissions?|carbon|tolerance|waste)|net[\s-]zero|twenty-four\sseven|24/7)\b",
    re.IGNORECASE,
)


def english_month(written: str) -> int:
    """The number of a month by its name, which may be shortened."""
    return next(
        number
        for number, name in enumerate(MONTHS, start=1)
        if re.fullmatch(name + r"\.?", written, re.IGNORECASE)
    )


def _day(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    return days_of_month(reading, match, english_month(match["month"]))


def _month(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    year = reading.integer(match, "year")
    start = match.start("month")
    yield reading.date(match, start, match.end(), year=year, month=english_month(match["month"]))


def _months(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    first, last = english_month(match["month"]), english_month(match["month2"])
    if first >= last:
        return
    if group_of(match, "year"):
        year = reading.integer(match, "year")
        yield reading.date(match, match.start("year"), match.end("year"), year=year)
    yield _period(reading, match, first, last)


def _period(reading: TextReading, match: re.Match[str], first: int, last: int) -> NumberValue:
    return reading.value(ValueKind.PERIOD, *match.span(), number=Fraction(first), until=last)


def _half_year(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = int(group_of(match, "digit") or reading.integer(match, "number") or 0)
    if number in (1, 2):
        yield _period(reading, match, 6 * number - 5, 6 * number)


def _quarter(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = int(group_of(match, "digit") or reading.integer(match, "number") or 0)
    if number in (1, 2, 3, 4):
        yield _period(reading, match, 3 * number - 2, 3 * number)


def _first_months(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    if reading.integer(match, "first") != 1:
        return
    numeral = reading.numeral(match, "number")
    number = numeral.integer or int(next(iter(numeral.others), 0))
    last = number * (3 if match["unit"].startswith("quarter") else 1)
    if 0 < last <= MONTHS_OF_A_YEAR:
        yield _period(reading, match, 1, last)


def _three_quarters(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    """In "the first three quarters", three and quarters were read as a fraction."""
    numeral = reading.numeral(match, "fraction")
    if reading.integer(match, "first") == 1 and numeral.is_fraction and numeral.others:
        yield _period(reading, match, 1, 3 * int(numeral.others[0]))


def _year(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    numeral = reading.numeral(match, "year")
    written = reading.given[numeral.start : numeral.end]
    year = numeral.integer
    follows = units.unit_at(reading.passage.text, match.end("year") + 1, "english")
    if follows or not (written.isdecimal() and year and 1900 <= year <= 2100):
        return
    yield reading.date(match, *match.span("year"), year=year)
    if match["short"]:
        short = reading.integer(match, "short")
        end = (
            year // 100 * 100 + short
            if short and 10 <= short < 100 and short > year % 100
            else None
        )
        yield end and reading.date(match, *match.span("short"), year=end)


def _decade(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    numeral = reading.numeral(match, "decade")
    if numeral.integer is not None and numeral.integer % 10 == 0:
        yield reading.value(ValueKind.DECADE, *match.span(), number=numeral.number)


NINETIES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


def _named_decade(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    century = reading.integer(match, "century")
    number = NINETIES[match["name"].lower()] + (100 * (century - 1) if century else 0)
    yield reading.value(ValueKind.DECADE, *match.span(), number=Fraction(number))


def _ordinal(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(ValueKind.ORDINAL, *match.span(), reading.numeral(match, "number"))


def _decades(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    numeral = reading.numeral(match, "number")
    length = 10 if match["unit"].startswith("decade") else 100
    yield reading.value(
        ValueKind.QUANTITY, *match.span(), numeral, number=numeral.number * length, unit="year"
    )


def _fold(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(ValueKind.MULTIPLE, *match.span(), reading.numeral(match, "number"))


def _times(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    """Three times is thrice, or threefold; more by three times is fourfold to some."""
    numeral = reading.numeral(match, "number")
    increased = re.search(r"\b(?:by|another)\s$", reading.passage.text[: match.start()])
    others = (numeral.number + 1,) if increased else ()
    yield reading.value(ValueKind.MULTIPLE, *match.span(), numeral, others=others)


def _weekday(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    names = [name.lower() for name in WEEKDAYS]
    number = names.index(match["day"].lower()) + 1
    yield reading.value(
        ValueKind.WEEKDAY, *match.span(), number=Fraction(number), certainty=Certainty.OPTIONAL
    )


def _plan(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(
        ValueKind.QUANTITY,
        *match.span(),
        reading.numeral(match, "number"),
        unit="year",
        certainty=Certainty.DOUBTFUL,
    )


def _oclock(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    hour = reading.integer(match, "hour")
    part = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(group_of(match, "part"), "")
    past = reading.numeral(match, "past")
    minutes = int(past.number * 60) if past and past.number < 1 else 0
    if hour is not None and hour <= NOON and bool(past) == bool(minutes):
        if group_of(match, "sign") == "to":
            hour, minutes = hour - 1, 60 - minutes
        yield clock_time(reading, match, hour, minutes, part)


def _one_and_a_half(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    is_decade = match["unit"].lower() == "decade"
    yield reading.value(
        ValueKind.QUANTITY,
        *match.span(),
        number=Fraction(15) if is_decade else Fraction(3, 2),
        unit="year" if is_decade else match["unit"].lower(),
    )


def _doubtful(number: int, unit: str = "") -> Build:
    kind = ValueKind.QUANTITY if unit else ValueKind.COUNT
    return constant(kind, number, unit=unit, certainty=Certainty.DOUBTFUL)


WORDS: tuple[tuple[str, Build], ...] = (
    (r"\b(?:doubled|doubling|two-?fold)\b", constant(ValueKind.MULTIPLE, 2)),
    (r"\b(?:tripl|trebl)(?:ed|ing)\b|\bthree-?fold\b", constant(ValueKind.MULTIPLE, 3)),
    (r"\bquadrupl(?:ed|ing)\b|\bfour-?fold\b", constant(ValueKind.MULTIPLE, 4)),
    (r"\bdoubl(?:e|es)\b", constant(ValueKind.MULTIPLE, 2, certainty=Certainty.DOUBTFUL)),
    (r"\btripl(?:e|es)\b", constant(ValueKind.MULTIPLE, 3, certainty=Certainty.DOUBTFUL)),
    (r"\btwice\b", constant(ValueKind.COUNT, 2, certainty=Certainty.OPTIONAL)),
    (r"\b(?:both|bilateral(?:ly)?|bilingual|pair|couple|duo)\b", _doubtful(2)),
    (r"\bbiennial(?:ly)?\b", _doubtful(2, "year")),
    (
        r"\btri(?:lateral|partite|lingual)\w*\b|\bthrice\b",
        constant(ValueKind.COUNT, 3, certainty=Certainty.DOUBTFUL),
    ),
    (r"\b(?:quadrilateral|quadripartite)\b", _doubtful(4)),
    (r"\bhal(?:ved|ving)\b", constant(ValueKind.FRACTION, Fraction(1, 2))),
    (r"\bonce\b", _doubtful(1)),
    (r"\b(?:a)?round[\s-]the[\s-]clock\b", _doubtful(24, "hour")),
    (r"\bthird[\s-]part(?:y|ies)\b", _doubtful(3)),
    (r"\bfortnight\b", _doubtful(14, "day")),
    (r"\bdecade\b", _doubtful(10, "year")),
    (r"\bcentur(?:y|ies)\b|\bcentenary\b", _doubtful(100, "year")),
    (r"\bnoon\b|\bmidday\b", constant(ValueKind.TIME, 720, certainty=Certainty.DOUBTFUL)),
    (
        r"\bmidnight\b",
        constant(ValueKind.TIME, 0, others=(Fraction(1440),), certainty=Certainty.DOUBTFUL),
    ),
)

EARLY: tuple[Rule, ...] = (
    (re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b"), _weekday),
    (re.compile(r"\bH(?P<digit>[12])\b"), _half_year),
    (
        re.compile(
            r"\b(?:an?|one)\s(?P<unit>hour|day|week|month|year|decade)s?\sand\sa\shalf\b", re.I
        ),
        _one_and_a_half,
    ),
    (re.compile(r"\bQ(?P<digit>[1-4])\b"), _quarter),
    *COMMON_EARLY,
)
NOON, TEN = 12, 10
# The Three Gorges, the Four Comprehensives.
IN_A_NAME = re.compile(r"[\s-][A-Z]")
_PART = r"(?:\s?in\sthe\s(?P<part>morning|afternoon|evening))?"
_D = "(?P<day>‹N›)"
_LAST = f"(?:{_TO}(?:the\\s)?(?P<last>‹N›))?"
LATE: tuple[Rule, ...] = tuple(
    (rule_pattern(expression, flags), build)
    for expression, flags, build in (
        (
            rf"{_D}{_LAST}{_SPACE}(?:of\s)?(?P<month>{_MONTH})(?:,?{_SPACE}(?P<year>‹C›)(?!\s(?:million|billion)))?",
            0,
            _day,
        ),
        (
            rf"(?<!\w)(?P<month>{_MONTH}){_SPACE}(?:the\s)?{_D},{_SPACE}(?P<year>‹C›)",
            0,
            _day,
        ),
        (
            rf"(?<!\w)(?P<month>{_MONTH}){_SPACE}(?:the\s)?{_D}{_LAST}(?!\s(?:per|%))(?:\s\([^()]*\))?(?:,?{_SPACE}(?P<year>‹C›))?",
            0,
            _day,
        ),
        (
            rf"(?<!\w)(?P<month>{_MONTH})(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<month2>{_MONTH})(?:,?{_SPACE}(?P<year>‹C›))?",
            0,
            _months,
        ),
        (rf"(?<!\w)(?P<month>{_MONTH}),?{_SPACE}(?:of\s)?(?P<year>‹C›)", 0, _month),
        (rf"(?<!\w)(?P<month>(?!May\b|Mar\b|Dec\b|Jan\b){_MONTH})(?!\w)", 0, _month),
        (
            r"\b(?:(?:[Ii]n|of|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Ee]arly|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext|[Ee]ach|[Ee]very|and|or|to|till|[Bb]efore|[Aa]fter|[Dd]uring|[Aa]round)\s|^\s*(?=May\s*$)|\(|(?:[Mm]id|[Ee]nd)-)(?P<month>May\b)",
            0,
            _month,
        ),
        (
            r"(?P<number>‹O›)[\s-]half(?:[\s-]year|\sof\s(?:the\syear|(?=‹C›)))?",
            0,
            _half_year,
        ),
        (r"(?P<number>‹N›)[\s-]quarter\b(?!s)", re.IGNORECASE, _quarter),
        (r"(?P<first>‹O›)\s(?P<number>‹C›)\s(?P<unit>quarters|months)", 0, _first_months),
        (r"(?P<first>‹O›)\s(?P<fraction>‹C›)", 0, _three_quarters),
        (r"(?:the\s)?(?:['’])?(?P<decade>‹C›)['’]?s\b", 0, _decade),
        (
            rf"\b(?P<name>{'|'.join(NINETIES)})\b(?:\sof\s(?:the\s)?(?P<century>‹O›)\scentury)?",
            re.IGNORECASE,
            _named_decade,
        ),
        (r"(?P<number>‹O›)[\s-](?:century|centuries)\b", re.IGNORECASE, _ordinal),
        (r"(?P<number>‹C›)\s(?P<unit>decades?|century|centuries)\b", re.IGNORECASE, _decades),
        (r"(?P<number>‹C›)[\s-]?fold\b", re.IGNORECASE, _fold),
        (r"(?P<number>‹C›)\stimes\b", re.IGNORECASE, _times),
        (r"(?P<number>‹C›)[\s-]year\s(?:plan|programme)s?\b", re.IGNORECASE, _plan),
        (rf"(?P<hour>‹C›)\so['’]clock{_PART}", re.IGNORECASE, _oclock),
        (rf"(?P<past>‹C›)\s(?P<sign>past|to)\s(?P<hour>‹C›){_PART}", re.IGNORECASE, _oclock),
        (rf"(?<=\bat\s)(?P<hour>‹C›)\s(?=in\sthe\s[mae]){_PART}", re.IGNORECASE, _oclock),
        (r"(?P<year>‹C›)(?:\s?[-–/]\s?(?P<short>‹C›))?", 0, _year),
    )
) + tuple((re.compile(expression, re.IGNORECASE), build) for expression, build in WORDS)

OF_THE_PARTIES = re.compile(
    r"\s(?:\w+\s)?(?:countries|sides|parties|governments|heads|states|nations|peoples|ministers|ministries|presidents|leaders|sessions|premiers|neighbou?rs|regions|capitals)\b",
    re.IGNORECASE,
)
LARGEST_OPTIONAL = 5


def weigh_english(text: str, place: int, numeral: Numeral) -> Certainty:
    """One is an article to the Chinese, and the two countries are named there."""
    before = text[max(0, place - 5) : place].lower()
    if numeral.certainty != Certainty.SURE or numeral.number in (0, 1):
        return min(numeral.certainty, Certainty.DOUBTFUL)
    if numeral.is_capital and IN_A_NAME.match(text, place + 1) and numeral.number < TEN:
        return Certainty.DOUBTFUL
    if not numeral.in_digits and numeral.is_ordinal and text[place + 1 : place + 2] == ",":
        return Certainty.DOUBTFUL
    if text[place - 1 : place].isalpha() and text[place - 1 : place].isascii():
        return Certainty.OPTIONAL
    if numeral.number <= LARGEST_OPTIONAL and not numeral.is_ordinal and not numeral.in_digits:
        is_named = before.endswith("the ") and numeral.number == 2
        if is_named or OF_THE_PARTIES.match(text, place + 1):
            return Certainty.OPTIONAL
    return Certainty.SURE


ENGLISH = Grammar(
    name="english",
    dropped=None,
    covered=(*COMMON_COVERED, IDIOMS),
    early=EARLY,
    numerals=english_numerals,
    late=LATE,
    certainty=weigh_english,
    joint=re.compile(r"\s?(?:to|and|or|,|&|-|–|—|through|up\sto)\s?(?:and\s)?"),
    gap=re.compile(r"[\s\u00a0-]{0,2}(?:of\s|or\smore\s|a\shalf\s)?"),
)
