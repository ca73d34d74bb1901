"""Reads the numbers of Chinese texts."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ..common import COMMON_COVERED, COMMON_EARLY, clock_time
from ..reading import Grammar, Rule, TextReading, constant, group_of, rule_pattern
from ..values import MONTHS_OF_A_YEAR, Certainty, NumberValue, Numeral, ValueKind
from .numerals import DIGITS, chinese_numerals
from .words import (
    IDIOMS,
    LARGEST_OPTIONAL,
    LEAST_SURE,
    MEASURE,
    OPTIONAL_MEASURE,
    PLACE,
    POWERS,
    SAYINGS,
)

_JOINT = "(?:至|到|[-—–~～－―─]{1,2})"
_YEAR, _MONTH, _DAY = "(?P<year>‹C›)年", "(?P<month>‹C›)月", "(?P<day>‹C›)[日号]"
_DAYS = (
    f"(?:{_YEAR})?{_MONTH}(?P<day>‹C›)[日号]?(?:（[^（）]{{1,4}}）)?\\s?{_JOINT}\\s?"
    "(?:(?P<year2>‹C›)年)?(?:(?P<month2>‹C›)月)?(?P<day2>‹C›)[日号]"
)
_HALVES = {"上": (1, 6), "下": (7, 12)}
WEEKDAYS = "一二三四五六日天"
SUNDAY = 7
PARTS_OF_DAY = dict.fromkeys(("上午", "早上", "凌晨", "清晨", "早"), "am") | dict.fromkeys(
    ("下午", "晚上", "傍晚", "晚"), "pm"
)


def _days(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    year, month = reading.integer(match, "year"), reading.integer(match, "month")
    middle = match.end("day")
    yield reading.date(
        match, match.start(), middle, year=year, month=month, day=reading.integer(match, "day")
    )
    yield reading.date(
        match,
        middle,
        match.end(),
        year=reading.integer(match, "year2") or year,
        month=reading.integer(match, "month2") or month,
        day=reading.integer(match, "day2"),
    )


def _day(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    parts = {name: reading.integer(match, name) for name in ("year", "month", "day")}
    # A year of two digits is a span of time, a day of a month without one may be one.
    asked = [name for name in parts if name in match.re.groupindex and match[name]]
    yield (
        None
        if any(parts[name] is None for name in asked)
        else reading.date(match, *match.span(), **parts)
    )


def _years(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    first, last = reading.integer(match, "year"), reading.integer(match, "year2")
    yield reading.date(match, match.start(), match.end("year"), year=first)
    yield reading.date(match, match.start("year2"), match.end(), year=last)


def _months(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    """6—8月, with or without a year."""
    first, last = reading.integer(match, "month"), reading.integer(match, "month2")
    if not (first and last and 0 < first < last <= MONTHS_OF_A_YEAR):
        return
    if group_of(match, "year"):
        yield reading.date(
            match, match.start(), match.end("year"), year=reading.integer(match, "year")
        )
    yield _period(reading, match, first, last, match.start("month"))


def _period(
    reading: TextReading, match: re.Match[str], first: int, last: int, start: int | None = None
) -> NumberValue:
    return reading.value(
        ValueKind.PERIOD,
        match.start() if start is None else start,
        match.end(),
        number=Fraction(first),
        until=last,
    )


def _half_year(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield _period(reading, match, *_HALVES[match["half"]])


def _quarter(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = reading.integer(match, "number")
    if number and number <= 4:
        yield _period(reading, match, 3 * number - 2, 3 * number)


def _first_months(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = reading.integer(match, "number")
    last = number and number * (3 if match["unit"].endswith("季度") else 1)
    if last and last <= MONTHS_OF_A_YEAR:
        yield _period(reading, match, 1, last)


def _decade(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    century = 20 if group_of(match, "last") else reading.integer(match, "century")
    decade = reading.integer(match, "decade")
    number = decade if century is None else (century - 1) * 100 + decade
    yield reading.value(ValueKind.DECADE, *match.span(), number=Fraction(number))


def _century(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(ValueKind.ORDINAL, *match.span(), reading.numeral(match, "number"))


def _time(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    hour = reading.integer(match, "hour")
    minute = (
        30
        if group_of(match, "half")
        else 15
        if group_of(match, "quarter")
        else reading.integer(match, "minute")
    )
    if hour is None:
        return
    part = PARTS_OF_DAY.get(group_of(match, "part"), "")
    yield clock_time(
        reading,
        match,
        hour,
        minute or 0,
        part or ("24" if group_of(match, "sign") == "时" and hour >= 12 else ""),
    )


def _percent(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(
        ValueKind.PERCENT, *match.span(), reading.numeral(match, "number"), unit="%"
    )


def _percent_range(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    for group in ("first", "second"):
        yield reading.value(
            ValueKind.PERCENT, *match.span(group), reading.numeral(match, group), unit="%"
        )


def _tenths(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    numeral = reading.numeral(match, "number")
    number = numeral.number * 10 + (5 if group_of(match, "half") else 0)
    if number <= 100:
        yield reading.value(ValueKind.PERCENT, *match.span(), numeral, number=number, unit="%")


def _fraction(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    bottom, top = reading.numeral(match, "bottom"), reading.numeral(match, "top")
    if bottom.number:
        yield reading.value(ValueKind.FRACTION, *match.span(), number=top.number / bottom.number)


def _and_a_half(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    numeral = reading.numeral(match, "number")
    number = numeral.number + Fraction(1, 2)
    yield reading.value(ValueKind.COUNT, *match.span(), numeral, number=number)


def _unit_and_a_half(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    numeral = reading.numeral(match, "number")
    unit = {"年": "year", "个月": "month", "小时": "hour", "天": "day"}[match["unit"]]
    yield reading.value(
        ValueKind.QUANTITY,
        *match.span(),
        numeral,
        number=numeral.number + Fraction(1, 2),
        unit=unit,
        certainty=Certainty.SURE,
    )


def _times_more(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    """增加一倍: it is twice as much afterwards, and 100 per cent more."""
    numeral = reading.numeral(match, "number")
    yield reading.value(
        ValueKind.MULTIPLE, *match.span("multiple"), numeral, number=numeral.number + 1
    )


def _times(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(ValueKind.MULTIPLE, *match.span(), reading.numeral(match, "number"))


def _doublings(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    numeral = reading.numeral(match, "number")
    count = numeral.integer if numeral else 1
    yield reading.value(ValueKind.MULTIPLE, *match.span(), number=Fraction(2 ** min(count or 1, 9)))


def _ordinal(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    """第一 is often "for the first time"; 第二， at the head of a clause only counts arguments."""
    numeral = reading.numeral(match, "number")
    doubtful = numeral.number == 1 or group_of(match, "pause") or group_of(match, "party")
    yield reading.value(
        ValueKind.ORDINAL,
        match.start(),
        match.end("number") if group_of(match, "pause") else match.end(),
        numeral,
        certainty=Certainty.DOUBTFUL if doubtful else Certainty.SURE,
    )


def _weekday(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    number = min(WEEKDAYS.index(match["day"]) + 1, SUNDAY)
    yield reading.value(
        ValueKind.WEEKDAY, *match.span(), number=Fraction(number), certainty=Certainty.OPTIONAL
    )


def _five_year_plan(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(
        ValueKind.ORDINAL, match.start(), match.end("number"), reading.numeral(match, "number")
    )


def _environment_day(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    """六五环境日, World Environment Day, is the 5th of June whether it is told or not."""
    day = reading.date(match, *match.span(), month=6, day=5)
    yield day.with_certainty(Certainty.DOUBTFUL)


def _named_day(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    """An event is called by its day: “3·11”大地震."""
    yield reading.date(match, *match.span(), month=int(match["month"]), day=int(match["day"]))


def _years_of_carbon(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    """What is to be reached in 2030 and in 2060 is called the “3060”目标."""
    for start, year in ((match.start(), 2030), (match.end() - 2, 2060)):
        day = reading.date(match, start, start + 2, year=year)
        yield day.with_certainty(Certainty.DOUBTFUL)


def _born_after(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    number = Fraction(match["decade"])
    yield reading.value(
        ValueKind.DECADE, *match.span(), number=number, certainty=Certainty.OPTIONAL
    )


HALVES_OF_UNITS = {
    "年": (6, "month"),
    "天": (12, "hour"),
    "个小时": (30, "minute"),
    "小时": (30, "minute"),
    "个月": (15, "day"),
    "个世纪": (50, "year"),
}


def _half_of_unit(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    number, unit = HALVES_OF_UNITS[match["unit"]]
    yield reading.value(
        ValueKind.QUANTITY,
        *match.span(),
        number=Fraction(number),
        unit=unit,
        certainty=Certainty.DOUBTFUL if match["each"] else Certainty.SURE,
    )


def _saying(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    for offset, sign in enumerate(match[0]):
        if sign in DIGITS and DIGITS[sign] > 1:
            start = match.start() + offset
            number = Fraction(DIGITS[sign])
            yield reading.value(
                ValueKind.COUNT, start, start + 1, number=number, certainty=Certainty.DOUBTFUL
            )


HALF = constant(ValueKind.FRACTION, Fraction(1, 2))
EARLY: tuple[Rule, ...] = (
    (
        re.compile(
            "(?:星期|礼拜|(?<![一每两三四五六首])周)(?P<day>[一二三四五六日天])(?![个次天年期周回遍十百])"
        ),
        _weekday,
    ),
    (SAYINGS, _saying),
    (re.compile("(?:大气|水|土)十条"), constant(ValueKind.COUNT, 10, certainty=Certainty.DOUBTFUL)),
    (re.compile(r"(?<!\d)(?P<month>\d{1,2})[·•](?P<day>\d{1,2})(?!\d)"), _named_day),
    (re.compile("30[·、/]?60(?=[”」]?目标)"), _years_of_carbon),
    (re.compile(r"(?<!\d)(?P<decade>\d0)后(?!\d)"), _born_after),
    (
        re.compile(
            "(?P<each>每)?(?<![个一二两三四五六七八九十0-9])半(?P<unit>年|天|个?小时|个月|个世纪)"
        ),
        _half_of_unit,
    ),
    (re.compile("一半|半数|过半|对半|减半"), HALF),
    (re.compile("(?:六[·•.]?五)?(?:世界)?环境日"), _environment_day),
    *COMMON_EARLY,
)
LATE: tuple[Rule, ...] = tuple(
    (rule_pattern(expression), build)
    for expression, build in (
        (_DAYS, _days),
        (_YEAR + _MONTH + _DAY, _day),
        (f"(?:{_YEAR})?(?P<month>‹C›)月?{_JOINT}(?P<month2>‹C›)月(?!‹C›[日号])", _months),
        (_YEAR + _MONTH, _day),
        (_MONTH + _DAY, _day),
        (f"(?P<year>‹C›)年?{_JOINT}(?P<year2>‹C›)年(?!度?[来间以之])", _years),
        ("(?:(?P<century>‹C›)世纪|(?P<last>上(?:个)?世纪))(?:‹C›、)?(?P<decade>‹C›)年代", _decade),
        ("(?P<decade>‹C›)年代", _decade),
        ("(?P<number>‹C›)世纪", _century),
        ("(?P<half>[上下])半年", _half_year),
        ("[前头](?P<number>‹C›)(?P<unit>个?季度|个?月)", _first_months),
        ("第?(?P<number>‹C›)季度(?!的?(?:例会|会议)*次)", _quarter),
        ("(?<![近约过百数几])(?P<year>‹C›)年(?![来间以之])", _day),
        ("(?<!个)(?P<month>‹C›)月", _day),
        ("(?P<day>‹C›)日(?![内均以之常])", _day),
        (
            "(?P<part>上午|早上|凌晨|清晨|早|中午|下午|晚上|傍晚|晚)?(?P<hour>‹C›)(?P<sign>[时点])(?:(?P<minute>‹C›)分?(?![之个])|(?P<half>半)|(?P<quarter>一刻)|整|(?=[至到—–-]|开始|召开|举行|结束|出发|许|左右|前|后|起|在|，|。|$))",
            _time,
        ),
        (
            f"百分之(?P<first>‹C›){_JOINT}(?:百分之)?(?P<second>‹C›)",
            _percent_range,
        ),
        ("百分之(?P<number>‹C›)", _percent),
        ("(?P<number>‹C›)成(?P<half>半)?(?![立员果为功本套都绩熟就千分年长])", _tenths),
        ("(?P<bottom>‹C›)分之(?P<top>‹C›)", _fraction),
        ("(?P<number>‹C›)(?P<unit>年|个月|小时|天)半", _unit_and_a_half),
        ("(?P<number>‹C›)个?半(?=小时|年|月|天|多|以|的|，|。|世纪|学时)", _and_a_half),
        (
            "(?:增|涨|提高|扩大|多|升|翻)[^，。；‹›]{0,4}?(?<!到)(?<!至)(?<!为)(?P<multiple>(?P<number>‹C›)(?:多|余)?倍)",
            _times_more,
        ),
        ("(?P<number>‹C›)(?:多|余)?倍", _times),
        ("翻了?(?P<number>‹C›)?(?:番|倍)|(?:翻|成)倍", _doublings),
        ("(?:第)?(?P<number>‹C›)个五年(?=规划|计划)", _five_year_plan),
        (
            "第(?P<number>‹C›)(?:[届次期批个])?(?:(?P<pause>(?<=[^届次期批个])[，,、：:])|(?P<party>方))?",
            _ordinal,
        ),
    )
)


def weigh_chinese(text: str, place: int, numeral: Numeral) -> Certainty:
    """A character alone is a number for sure only before a word that measures or counts."""
    number = numeral.number
    says_little = number in (0, 1) or (number == 2 and text[place - 1 : place] in ("近", "这"))
    if numeral.certainty != Certainty.SURE or says_little:
        return Certainty.DOUBTFUL
    if numeral.in_digits or numeral.is_ordinal or numeral.integer is None:
        return Certainty.SURE
    return _weigh_characters(number, text, place + 1)


def _weigh_characters(number: Fraction, text: str, after: int) -> Certainty:
    is_power = number in POWERS
    if PLACE.match(text, after):
        return Certainty.DOUBTFUL
    if OPTIONAL_MEASURE.match(text, after):
        return Certainty.OPTIONAL if number <= LARGEST_OPTIONAL else Certainty.SURE
    if MEASURE.match(text, after):
        return Certainty.OPTIONAL if is_power and number > LEAST_SURE else Certainty.SURE
    return Certainty.SURE if number > LEAST_SURE and not is_power else Certainty.DOUBTFUL


CHINESE = Grammar(
    name="chinese",
    dropped=re.compile("(?<=[0-9十百千])[多余来几](?=[万亿])"),
    covered=(*COMMON_COVERED, IDIOMS),
    early=EARLY,
    numerals=chinese_numerals,
    late=LATE,
    certainty=weigh_chinese,
    joint=re.compile(r"\s*(?:至|到|或|和|、|[-—–~～－]{1,2})\s*"),
    gap=re.compile(r"\s?(?:多|余|来|几)?"),
)
