"""Units of measurement and currencies, with how each language writes them.

Of a compound unit only what stands before "per" is read: 微克/立方米 and мкг/м³ are micrograms.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any


@dataclass(frozen=True)
class UnitOfMeasure:
    """A unit: what it measures, and how much of the dimension's first unit it is.

    ``chinese``, ``english`` and ``russian`` are regular expressions of what is written after the
    number; those before it are in ``BEFORE``.
    """

    code: str
    dimension: str
    factor: Fraction
    chinese: str
    english: str
    russian: str


def _units(*rows: tuple[Any, ...]) -> tuple[UnitOfMeasure, ...]:
    return tuple(
        UnitOfMeasure(code, dimension, Fraction(factor), *spelled)
        for code, dimension, factor, *spelled in rows
    )


UNITS = _units(
    ("%", "%", 1, "%", r"%|per\s?cent(?:age)?\b(?!\spoint)", r"%|процент\w*(?!\w|\sпункт)"),
    (
        "pp",
        "pp",
        1,
        "个?百分点",
        r"%?\s?(?:percentage|per\s?cent)[\s-]points?|%[\s-]points?|pp\b",
        r"процентн\w+\sпункт\w*|п\.\s?п\.",
    ),
    ("‰", "‰", 1, "‰", r"‰|per\s?mille?\b|per\sthousand\b", r"‰|промилле"),
    ("m", "length", 1, "米", r"met(?:er|re)s?\b|m\b", r"метр\w*|м\b(?!\.)"),
    ("km", "length", 1000, "公里|千米|km", r"kilomet(?:er|re)s?\b|km\b", r"километр\w*|км\b"),
    ("cm", "length", "1/100", "厘米", r"centimet(?:er|re)s?\b|cm\b", r"сантиметр\w*|см\b"),
    ("mm", "length", "1/1000", "毫米", r"millimet(?:er|re)s?\b|mm\b", r"миллиметр\w*|мм\b"),
    (
        "µm",
        "length",
        "1/1000000",
        "微米",
        r"micromet(?:er|re)s?\b|microns?\b",
        r"микрометр\w*|мкм\b",
    ),
    ("li", "length", 500, "里(?!面|程)|华里", r"li\b", r"ли\b"),
    ("mile", "length", "1609.344", "英里", r"miles?\b", r"мил(?:я|и|ь|ей|ям|ями|ях)\b"),
    ("n mile", "length", 1852, "海里", r"nautical\smiles?\b", r"морск\w+\sмил\w+"),
    (
        "m2",
        "area",
        1,
        "平方米|㎡|m²",
        r"square\smet(?:er|re)s?\b|sq\.?\s?m\b|m²",
        r"квадратн\w+\sметр\w*|кв\.?\s?м\b|м²",
    ),
    (
        "km2",
        "area",
        1000000,
        "平方公里|平方千米|km²",
        r"square\skilomet(?:er|re)s?\b|sq\.?\s?km\b|km²",
        r"квадратн\w+\sкилометр\w*|кв\.?\s?км\b|км²",
    ),
    ("ha", "area", 10000, "公顷|顷", r"hectares?\b|ha\b", r"гектар\w*|га\b"),
    ("mu", "area", Fraction(10000, 15), "亩", r"mu\b|mou\b", r"му\b"),
    ("acre", "area", "4046.8564224", "英亩", r"acres?\b", r"акр\w*"),
    (
        "m3",
        "volume",
        1,
        "立方米|m³|方水",
        r"cubic\smet(?:er|re)s?\b|cu\.?\s?m\b|m³",
        r"кубометр\w*|кубическ\w+\sметр\w*|куб\.?\s?м\b|м³",
    ),
    (
        "km3",
        "volume",
        10**9,
        "立方公里|立方千米|km³",
        r"cubic\skilomet(?:er|re)s?\b|km³",
        r"кубическ\w+\sкилометр\w*|куб\.?\s?км\b|км³",
    ),
    (
        "l",
        "volume",
        "1/1000",
        "升(?!高|级|至|到|温)",
        r"lit(?:er|re)s?\b|L\b",
        r"литр\w*|л\b(?!\.)",
    ),
    ("ml", "volume", "1/1000000", "毫升", r"millilit(?:er|re)s?\b|ml\b", r"миллилитр\w*|мл\b"),
    ("g", "mass", 1, "克", r"grams?\b|grammes?\b|g\b", r"грамм\w*|г\b(?!\.)"),
    ("kg", "mass", 1000, "千克|公斤|kg", r"kilogram(?:me)?s?\b|kg\b", r"килограмм\w*|кг\b"),
    ("jin", "mass", 500, "斤", r"jin\b|catt(?:y|ies)\b", r"цзин\w*"),
    ("t", "mass", 1000000, "吨|t\\b", r"(?:metric\s)?tons?\b|tonnes?\b|t\b", r"тонн\w*|т\b(?!\.)"),
    ("mg", "mass", "1/1000", "毫克|mg", r"milligram(?:me)?s?\b|mg\b", r"миллиграмм\w*|мг\b"),
    (
        "µg",
        "mass",
        "1/1000000",
        "微克|[μµ]g",
        r"microgram(?:me)?s?\b|[μµ]g\b|ug\b|mcg\b",
        r"микрограмм\w*|мкг\b|[μµ]g\b",
    ),
    (
        "°C",
        "temperature",
        1,
        "℃|°C|摄氏度|度(?=[，。、；,;]|$)",
        r"(?:°|º|˚)\s?C\b|℃|degrees?(?:\sCelsius|\scentigrade)?\b",
        r"(?:°|º|˚)\s?[CС]\b|℃|градус\w*(?:\s(?:по\s)?Цельси\w+)?",
    ),
    (
        "kWh",
        "energy",
        1,
        "千瓦时|千瓦·时|度电|kWh",
        r"kilowatt[\s-]?hours?\b|kWh\b",
        r"кВт[·⋅\s-]*ч\b|киловатт-?час\w*",
    ),
    (
        "MWh",
        "energy",
        1000,
        "兆瓦时|MWh",
        r"megawatt[\s-]?hours?\b|MWh\b",
        r"МВт[·⋅\s-]*ч\b|мегаватт-?час\w*",
    ),
    (
        "GWh",
        "energy",
        10**6,
        "吉瓦时|GWh",
        r"gigawatt[\s-]?hours?\b|GWh\b",
        r"ГВт[·⋅\s-]*ч\b|гигаватт-?час\w*",
    ),
    (
        "TWh",
        "energy",
        10**9,
        "太瓦时|TWh",
        r"terawatt[\s-]?hours?\b|TWh\b",
        r"ТВт[·⋅\s-]*ч\b|тераватт-?час\w*",
    ),
    (
        "kW",
        "power",
        1,
        "千瓦(?!·?时)|kW",
        r"kilowatts?\b(?![\s-]?hour)|kW\b",
        r"кВт\b(?![·⋅\s-]*ч)|киловатт\w*(?!-?час)",
    ),
    (
        "MW",
        "power",
        1000,
        "兆瓦(?!时)|MW",
        r"megawatts?\b(?![\s-]?hour)|MW\b",
        r"МВт\b(?![·⋅\s-]*ч)|мегаватт\w*(?!-?час)",
    ),
    (
        "GW",
        "power",
        10**6,
        "吉瓦(?!时)|GW",
        r"gigawatts?\b(?![\s-]?hour)|GW\b",
        r"ГВт\b(?![·⋅\s-]*ч)|гигаватт\w*(?!-?час)",
    ),
    ("dB", "sound", 1, "分贝|dB", r"decibels?\b|dB(?:\(A\))?", r"децибел\w*|дБ\b"),
    ("month", "time", "730.5", "个月", r"months?\b|-months?\b", r"месяц\w*|мес\."),
    ("quarter", "time", "2191.5", "个?季度", r"quarters?\b", r"квартал\w*"),
    (
        "year",
        "time",
        8766,
        "周?年|载",
        r"(?:calendar\s)?years?\b|-year(?:-old)?s?\b",
        r"год(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|лет(?:ам|ами|ах)?\b|летн\w+|лети\w+|г(?:г)?\.",
    ),
    (
        "day",
        "time",
        24,
        "个?(?:工作)?(?:天|日)",
        r"(?:working\s|calendar\s|business\s)?days?\b",
        r"(?:рабочи\w+\s|календарн\w+\s)?(?:день|дня|дней|дню|днём|днем|дням|днями|днях)\b|дневн\w+|сут(?:ки|ок|кам|ками|ках)\b",
    ),
    ("week", "time", 168, "个?(?:周(?!年|边)|星期|礼拜)", r"weeks?\b", r"недел\w+"),
    (
        "hour",
        "time",
        1,
        "个?(?:小时|钟头)",
        r"hours?\b",
        r"час(?:а|ов|ам|ами|ах|у|ом|е)?\b|часов\w+|ч\b(?!\.)",
    ),
    ("minute", "time", "1/60", "分钟", r"minutes?\b|min\b", r"минут\w*|мин\b"),
    ("second", "time", "1/3600", "秒", r"seconds?\b", r"секунд\w*|сек?\b"),
)

CURRENCIES = _units(
    (
        "CNY",
        "CNY",
        1,
        "元人民币|元|人民币|块钱",
        r"(?:Chinese\s)?yuan\b|RMB(?:\s(?:yuan|¥))?\b|CNY\b|renminbi\b",
        r"(?:китайск\w+\s)?юан\w+|CNY\b|RMB\b",
    ),
    (
        "USD",
        "USD",
        1,
        "美元|美金",
        r"(?:US|U\.S\.)?\s?dollars?\b|USD\b|US\$",
        r"долл(?:ар\w*|\.)(?:\sСША)?|USD\b|\$",
    ),
    ("EUR", "EUR", 1, "欧元", r"euros?\b|EUR\b|€", r"евро\b|EUR\b|€"),
    (
        "RUB",
        "RUB",
        1,
        "(?:俄罗斯)?卢布",
        r"(?:Russian\s)?r(?:o)?ubles?\b|RUB\b|₽",
        r"(?:российск\w+\s)?рубл\w+|руб\.?|RUB\b|₽",
    ),
    (
        "JPY",
        "JPY",
        1,
        "日元|日圆",
        r"(?:Japanese\s)?yen\b|JPY\b",
        r"(?:японск\w+\s)?иен\w*|йен\w*|JPY\b",
    ),
    (
        "GBP",
        "GBP",
        1,
        "英镑",
        r"(?:pounds?(?:\ssterling)?)\b|GBP\b",
        r"фунт\w*(?:\sстерлингов)?|GBP\b",
    ),
    (
        "HKD",
        "HKD",
        1,
        "港元|港币",
        r"(?:Hong\sKong\sdollars?)\b|HKD\b",
        r"гонконгск\w+\sдоллар\w*",
    ),
    (
        "KRW",
        "KRW",
        1,
        "韩元",
        r"(?:Korean\s)?won\b|KRW\b",
        r"(?:южнокорейск\w+\s)?вон(?:а|ы|у)?\b",
    ),
    ("KZT", "KZT", 1, "坚戈", r"tenge\b|KZT\b", r"тенге\b|KZT\b"),
)

# Signs that stand before the sum, in any language.
BEFORE = {
    "USD": r"US\$|USD|\$|долл\.",
    "EUR": r"€|EUR",
    "CNY": r"RMB|CNY|人民币|¥|￥|CN¥",
    "GBP": r"£|GBP",
    "RUB": r"₽|RUB",
    "JPY": r"JP¥|JPY",
    "HKD": r"HK\$|HKD",
}

_SIGNS = [(code, re.compile(rf"(?:{signs})[\s\u00a0]?$")) for code, signs in BEFORE.items()]
BY_CODE = {unit.code: unit for unit in (*UNITS, *CURRENCIES)}
CODES_OF_CURRENCIES = frozenset(unit.code for unit in CURRENCIES)
CODES_OF_PARTS = frozenset({"%", "pp", "‰"})
CODES_OF_TIME = frozenset(unit.code for unit in UNITS if unit.dimension == "time")
LONGEST_SIGN = 8
# Converted units are rounded: 35,000 mu are "about 2,300 hectares".
TOLERANCE = Fraction(3, 100)


@cache
def _spelled(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((unit.code, re.compile(getattr(unit, language))) for unit in (*UNITS, *CURRENCIES))


def unit_at(text: str, place: int, language: str) -> tuple[str, int] | None:
    """The unit that is written there, in the longest reading, and where it ends."""
    found = (
        (code, match.end())
        for code, spelling in _spelled(language)
        if (match := spelling.match(text, place))
    )
    return max(found, key=lambda each: each[1], default=None)


def currency_before(text: str, place: int) -> tuple[str, int] | None:
    """The currency whose sign ends there, and where it starts."""
    found = (
        (code, match.start())
        for code, spelling in _SIGNS
        if (match := spelling.search(text, max(0, place - LONGEST_SIGN), place))
    )
    return min(found, key=lambda each: each[1], default=None)


def are_equal(one: Fraction, unit: str, other: Fraction, unit_of_other: str) -> bool:
    """Whether two quantities are the same, roughly if their units differ."""
    first, second = BY_CODE[unit], BY_CODE[unit_of_other]
    if first.dimension != second.dimension:
        return False
    if unit == unit_of_other:
        return one == other
    in_common, of_other = one * first.factor, other * second.factor
    return abs(in_common - of_other) <= TOLERANCE * max(in_common, of_other)
