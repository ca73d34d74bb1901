"""Reads the numbers of Russian texts."""

import re
from collections.abc import Iterator
from fractions import Fraction

from .. import units
from ..common import COMMON_COVERED, COMMON_EARLY, clock_time, days_of_month
from ..reading import Build, Grammar, Rule, TextReading, constant, group_of, rule_pattern
from ..values import MONTHS_OF_A_YEAR, Certainty, NumberValue, Numeral, ValueKind
from .numerals import PREFIXES, russian_numerals

# In every case.
MONTHS = (
    r"январ\w*|янв\.",
    r"феврал\w*|фев\.",
    r"март(?:а|у|ом|е)?(?!\w)",
    r"апрел\w*|апр\.",
    r"ма(?:й|я|ю|ем|е)(?!\w)",
    r"июн(?:ь|я|ю|ем|е)(?!\w)",
    r"июл(?:ь|я|ю|ем|е)(?!\w)",
    r"август\w*|авг\.",
    r"сентябр\w*|сент?\.",
    r"октябр\w*|окт\.",
    r"ноябр\w*|нояб?\.",
    r"декабр\w*|дек\.",
)
WEEKDAYS = (
    "понедельник",
    "вторник",
    r"(?:(?<=\bв\s)среду|(?<=\bпо\s)средам|(?<=\()среда(?=\))|среда(?=,\s\d))(?!\w)",
    "четверг",
    "пятниц",
    "суббот",
    "воскресень",
)
_MONTH = f"(?<!\\w)(?:{'|'.join(MONTHS)})"
_SPACE = r"[\s\u00a0\u202f]"
_OF_YEAR = rf"(?:{_SPACE}?(?:год(?:а|у|ом|е)?(?!\w)|г\.(?!\s?[А-Я][а-я]+(?=,))|г(?!\w)))"
_YEARS = rf"{_SPACE}?(?:год(?:ы|ов|ам|ами|ах|а)?(?!\w)|гг?\.)"
_TO = r"\s?(?:[-–—−]|по|до|и|,)\s?"
IDIOMS = re.compile(
    r"(?<!\w)(?:один(?:\sиз|ого\sиз|ому\sиз)|одн\w+\sиз|Один\sпояс,\sодин\sпуть|одного\sпояса|во-первых|во-вторых|в-третьих|в-четвёртых|в-четвертых|в-пятых"
    r"|первую\sочередь|первой\sочереди|впервые|с\sпервого\sвзгляда|на\sпервый\sвзгляд|втор\w+\s(?:сырь|перераб)\w+|ноль\sвыбросов|нулев\w+|втор\w+\sназвани\w+|дважды\sдва|семь[яиюёе]й?(?=\sчеловек))",
    re.IGNORECASE,
)
COMPOUND = re.compile(
    rf"(?<!\w)(?!десятилети[еяюй])(?P<count>{'|'.join(sorted(PREFIXES, key=len, reverse=True))})"
    r"(?P<of>лет|годичн|годов|днев|суточн|месячн|недельн|часов|сторон|язычн|кратн|этап|уровн|этажн|раз|процент|миллион|тысяч|градусн|километр)\w*",
    re.IGNORECASE,
)
OF_COMPOUND = {
    "лет": "year",
    "годи": "year",
    "годо": "year",
    "днев": "day",
    "суто": "day",
    "меся": "month",
    "неде": "week",
    "часо": "hour",
    "проц": "%",
    "кило": "km",
}


def russian_month(written: str) -> int:
    """The number of a month by its name in any case."""
    return next(
        number
        for number, name in enumerate(MONTHS, start=1)
        if re.fullmatch(name, written, re.IGNORECASE)
    )


def _day(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    return days_of_month(reading, match, russian_month(match["month"]))


def _month(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    year = reading.integer(match, "year")
    yield reading.date(match, *match.span(), year=year, month=russian_month(match["month"]))


def _months(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    first, last = russian_month(match["month"]), russian_month(match["month2"])
    if first >= last:
        return
    if group_of(match, "year"):
        year = reading.integer(match, "year")
        yield reading.date(match, match.start("year"), match.end("year"), year=year)
    yield _period(reading, match, first, last)


def _period(reading: TextReading, match: re.Match[str], first: int, last: int) -> NumberValue:
    return reading.value(ValueKind.PERIOD, *match.span(), number=Fraction(first), until=last)


def _half_year(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = reading.integer(match, "number")
    if number in (1, 2):
        yield _period(reading, match, 6 * number - 5, 6 * number)


def _quarter(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = reading.integer(match, "number")
    if number in (1, 2, 3, 4):
        yield _period(reading, match, 3 * number - 2, 3 * number)


def _first_months(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    number = reading.integer(match, "number")
    last = number and number * (3 if match["unit"].startswith("квартал") else 1)
    if last and last <= MONTHS_OF_A_YEAR:
        yield _period(reading, match, 1, last)


def _years(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    first, last = reading.integer(match, "year"), reading.integer(match, "year2")
    yield reading.date(match, match.start(), match.end("year"), year=first)
    if first and last and last < 100:
        last += first // 100 * 100
    yield reading.date(match, match.start("year2"), match.end(), year=last)


def _year(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    yield reading.date(match, *match.span(), year=reading.integer(match, "year"))


def _bare_year(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    numeral = reading.numeral(match, "year")
    written = reading.given[numeral.start : numeral.end]
    follows = units.unit_at(reading.passage.text.replace("\u00a0", " "), match.end() + 1, "russian")
    if written.isdecimal() and 1900 <= (numeral.integer or 0) <= 2100 and not follows:
        yield reading.date(match, *match.span(), year=numeral.integer)


def _decade(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    decade, century = reading.numeral(match, "decade"), reading.integer(match, "century")
    if decade.integer is None or decade.integer % 10:
        return
    number = decade.integer + ((century - 1) * 100 if century and decade.integer < 100 else 0)
    yield reading.value(ValueKind.DECADE, *match.span(), number=Fraction(number))


def _decade_by_itself(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    """1990-е, 2000-х."""
    numeral = reading.numeral(match, "decade")
    written = reading.given[numeral.start : numeral.end]
    year = numeral.integer or 0
    if re.search(r"\d-[ехм]$", written) and 1800 <= year <= 2100 and year % 10 == 0:
        yield reading.value(ValueKind.DECADE, *match.span(), number=numeral.number)


def _century(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    yield reading.value(ValueKind.ORDINAL, *match.span(), reading.numeral(match, "number"))


def _decades(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    numeral = reading.numeral(match, "number")
    length = 10 if match["unit"].startswith("десят") else 100
    yield reading.value(
        ValueKind.QUANTITY, *match.span(), numeral, number=numeral.number * length, unit="year"
    )


def _times(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    """В три раза больше, or a third of what it was: в три раза меньше."""
    numeral = reading.numeral(match, "number")
    others = (1 / numeral.number,) if numeral.number else ()
    yield reading.value(ValueKind.MULTIPLE, *match.span(), numeral, others=others)


def _time(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    hour, minute = reading.integer(match, "hour"), reading.integer(match, "minute")
    half = {"утра": "am", "ночи": "am", "дня": "pm", "вечера": "pm"}.get(
        group_of(match, "part"), ""
    )
    yield None if hour is None else clock_time(reading, match, hour, minute or 0, half)


def _dotted_time(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue | None]:
    yield clock_time(reading, match, int(match["hour"]), int(match["minute"]), "")


def _weekday(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    number = next(
        n for n, name in enumerate(WEEKDAYS, start=1) if re.match(name, match[0], re.IGNORECASE)
    )
    yield reading.value(
        ValueKind.WEEKDAY, *match.span(), number=Fraction(number), certainty=Certainty.OPTIONAL
    )


def _compound(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    unit = OF_COMPOUND.get(match["of"].lower()[:4], "")
    if match["of"].lower() == "лет":
        unit = "year"
    kind = ValueKind.PERCENT if unit == "%" else ValueKind.QUANTITY if unit else ValueKind.COUNT
    number = PREFIXES[match["count"].lower()]
    number *= {"тыся": 1000, "милл": 10**6}.get(match["of"].lower()[:4], 1)
    sure = bool(unit) and "пятилетн" not in match[0].lower()
    yield reading.value(
        kind,
        *match.span(),
        number=Fraction(number),
        unit=unit,
        certainty=Certainty.OPTIONAL if sure else Certainty.DOUBTFUL,
    )


def _one_and_a_half(reading: TextReading, match: re.Match[str]) -> Iterator[NumberValue]:
    unit = {"год": "year", "час": "hour", "месяц": "month", "день": "day"}[match["unit"].lower()]
    yield reading.value(ValueKind.QUANTITY, *match.span(), number=Fraction(3, 2), unit=unit)


def _twofold(number: int) -> Build:
    return constant(ValueKind.MULTIPLE, number, others=(Fraction(1, number),))


def _doubtful(number: int, unit: str = "") -> Build:
    kind = ValueKind.QUANTITY if unit else ValueKind.COUNT
    return constant(kind, number, unit=unit, certainty=Certainty.DOUBTFUL)


WORDS: tuple[tuple[str, Build], ...] = (
    (r"(?<!\w)вдвое(?!\w)|(?<!\w)удво\w+", _twofold(2)),
    (r"(?<!\w)втрое(?!\w)|(?<!\w)утро(?:ил|ен|ить|ят|ит|ени)\w*", _twofold(3)),
    (r"(?<!\w)вчетверо(?!\w)|(?<!\w)учетвер\w+", _twofold(4)),
    (r"(?<!\w)впятеро(?!\w)", _twofold(5)),
    (r"(?<!\w)вполовину(?!\w)", constant(ValueKind.FRACTION, Fraction(1, 2))),
    (r"(?<!\w)дважды(?!\w)", constant(ValueKind.COUNT, 2, certainty=Certainty.OPTIONAL)),
    (r"(?<!\w)трижды(?!\w)", constant(ValueKind.COUNT, 3, certainty=Certainty.OPTIONAL)),
    (r"(?<!\w)(?:обоих|обеих|обоими|обеими|оба|обе|пар[аыу])(?!\w)", _doubtful(2)),
    (r"(?<!\w)полпроцента(?!\w)", constant(ValueKind.PERCENT, Fraction(1, 2), unit="%")),
    (r"(?<!\w)полвека(?!\w)", _doubtful(50, "year")),
    (r"(?<!\w)полугоди\w+", _doubtful(6, "month")),
    (r"(?<!\w)(?:больш\w+\s)?двадцатк\w+", _doubtful(20)),
    (r"(?<!\w)(?:больш\w+\s)?сем[её]рк\w+", _doubtful(7)),
    (
        r"(?<!\w)полночь\w*",
        constant(ValueKind.TIME, 0, others=(Fraction(1440),), certainty=Certainty.DOUBTFUL),
    ),
    (
        r"(?<!\w)полгода(?!\w)",
        constant(ValueKind.QUANTITY, Fraction(6), unit="month", certainty=Certainty.OPTIONAL),
    ),
    (r"(?<!\w)полчаса(?!\w)", constant(ValueKind.QUANTITY, Fraction(30), unit="minute")),
    (r"(?<!\w)круглосуточн\w+", _doubtful(24, "hour")),
    (r"(?<!\w)десятилети[ея](?!\w)", _doubtful(10, "year")),
    (r"(?<!\w)(?:столети\w+|век(?:а|ов|е|у)?)(?!\w)", _doubtful(100, "year")),
)

EARLY: tuple[Rule, ...] = (
    (re.compile(rf"(?<!\w)(?:{'|'.join(WEEKDAYS)})\w*", re.IGNORECASE), _weekday),
    (
        re.compile(
            r"(?<![\d.,])(?:(?<=\b[вксоВКСО]\s)|(?<=до\s)|(?<=по\s)|(?<=[-–—])|(?<=[-–—]\s)|(?<=после\s)|(?<=около\s))(?P<hour>[012]?\d)\.(?P<minute>[0-5]\d)(?![\d.]|\s?(?:%|тыс|млн|млрд|раз|г\.|проц|[кмгт]))"
        ),
        _dotted_time,
    ),
    (
        re.compile(
            r"(?<!\w)(?P<unit>год|час|месяц|день)(?:а|у|ом)?\sс\sполовиной(?!\w)", re.IGNORECASE
        ),
        _one_and_a_half,
    ),
    *COMMON_EARLY,
    (COMPOUND, _compound),
)
_D = "(?P<day>‹N›)"
LATE: tuple[Rule, ...] = tuple(
    (rule_pattern(expression, re.IGNORECASE), build)
    for expression, build in (
        (
            rf"{_D}(?:{_TO}(?P<last>‹N›))?(?:-?го)?{_SPACE}(?P<month>{_MONTH})(?:{_SPACE}(?P<year>‹N›){_OF_YEAR}?)?",
            _day,
        ),
        (
            rf"(?P<month>{_MONTH})\s?(?:[-–—−]|\sпо\s|по\s)\s?(?P<month2>{_MONTH})(?:{_SPACE}(?P<year>‹N›){_OF_YEAR}?)?",
            _months,
        ),
        (rf"(?P<month>{_MONTH}),?{_SPACE}(?P<year>‹N›){_OF_YEAR}?", _month),
        (rf"(?P<month>{_MONTH})(?!\w)", _month),
        (r"(?P<number>‹N›)\sполугоди\w+", _half_year),
        (r"(?P<number>‹O›)\s(?:‹C›|половин\w+)(?=\sгода|\s‹C›\s?г)(?:\sгода)?", _half_year),
        (r"(?P<number>‹O›)\sквартал\w*", _quarter),
        (r"перв\w+\s(?P<number>‹C›)\s(?P<unit>квартал\w*|месяц\w*)", _first_months),
        (r"‹O›\s(?P<number>‹C›)\s(?P<unit>квартал\w*|месяц\w*)", _first_months),
        (r"(?<=за\s)(?P<number>‹C›)\s(?P<unit>квартал\w*)", _first_months),
        (
            rf"(?P<decade>‹N›)(?:-[хемй]+)?{_SPACE}(?:год(?:ы|ов|ам|ах|ами)|гг?\.){_SPACE}(?P<century>‹N›){_SPACE}?(?:век\w*|столет\w*|в\.)",
            _decade,
        ),
        (rf"(?P<decade>‹O›){_SPACE}(?:год(?:ы|ов|ам|ах|ами)|гг\.)", _decade),
        (r"(?P<decade>‹O›)", _decade_by_itself),
        (rf"(?P<number>‹N›){_SPACE}?(?:век\w*|столети\w*|в\.)(?!\w)", _century),
        (r"(?P<number>‹C›)\s(?P<unit>десятилети\w+|столети\w+|веков|века)", _decades),
        (
            rf"(?P<year>‹C›)(?:\sпо\s|\sдо\s|{_OF_YEAR}?\s?[-–—−]\s?)(?P<year2>‹C›)(?:{_YEARS}|{_OF_YEAR})",
            _years,
        ),
        (rf"(?P<year>‹N›){_OF_YEAR}", _year),
        (r"(?P<year>‹C›)", _bare_year),
        (r"(?:в\s)(?P<number>‹C›)(?:\s[-–]\s?‹C›)?\sраза?(?!\w)(?!\sв\s)", _times),
        (
            r"(?P<hour>‹C›)\s?(?:час(?:ов|а)?(?!\w)|ч\.?)\s?(?P<minute>‹C›)\s?мин(?:ут\w*|\.)?(?:\s(?P<part>утра|ночи|дня|вечера))?",
            _time,
        ),
        (
            r"(?P<hour>‹C›)\s?(?:час(?:ов|а)?(?!\w)|ч\.?)?\s(?P<part>утра|ночи|дня|вечера)(?!\w)",
            _time,
        ),
        (r"(?<=(?<!\w)[вВ]\s)(?P<hour>‹C›)\s?(?:час(?:ов|а)?(?!\w)|ч\.?)(?!\w)", _time),
    )
) + tuple((re.compile(expression, re.IGNORECASE), build) for expression, build in WORDS)

OF_THE_PARTIES = re.compile(
    r"\s(?:\w+\s)?(?:стран|сторон|государств|глав|министр|министерств|народ|правительств|президент|лидер|премьер|сосед|регион|столиц|сесси)\w*",
    re.IGNORECASE,
)
LARGEST_OPTIONAL = 5


def weigh_russian(text: str, place: int, numeral: Numeral) -> Certainty:
    """Один and первый are often no numbers; двух стран are named in the Chinese."""
    if numeral.certainty != Certainty.SURE or numeral.number in (0, 1):
        return min(numeral.certainty, Certainty.DOUBTFUL)
    is_small = not numeral.is_ordinal and numeral.number <= LARGEST_OPTIONAL
    if is_small and not numeral.in_digits and OF_THE_PARTIES.match(text, place + 1):
        return Certainty.OPTIONAL
    return Certainty.SURE


RUSSIAN = Grammar(
    name="russian",
    dropped=None,
    covered=(*COMMON_COVERED, IDIOMS),
    early=EARLY,
    numerals=russian_numerals,
    late=LATE,
    certainty=weigh_russian,
    joint=re.compile(r"[\s\u00a0]?(?:до|по|и|или|,|[-–—−])[\s\u00a0]?"),
    gap=re.compile(r"[\s\u00a0\u202f-]{0,2}"),
)
