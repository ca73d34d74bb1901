"""The formats of citation, each with the standard that it follows, one function and one test.

A text in any language may be quoted in any of them: the words of a format are those of its
standard, the title stays in the language of the text.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from babel.dates import format_date

from mep_site.translations.languages.dates import PartialDate

from .cited import Cited


@dataclass(frozen=True)
class CitationFormat:
    """A way to write a citation.

    ``locale`` is that of the words of the format, by the CLDR; empty where it has none. Those that
    programs read have a media type and the ending of their files.
    """

    key: str
    name: str
    source: str
    write: Callable[[Cited], str]
    locale: str = ""
    media_type: str = ""
    ending: str = ""

    @property
    def tag(self) -> str:
        """The BCP 47 tag of its words."""
        return self.locale.replace("_", "-")


# For people


def gbt_7714(cited: Cited) -> str:
    """The date in round brackets is that of the last change, if there was one."""
    date = f"（{cited.newest}）" if cited.newest else ""
    parts = [
        cited.responsible,
        f"{cited.title}[EB/OL]",
        f"{date}[{cited.accessed}]",
        cited.address,
    ]
    return ". ".join(part for part in parts if part) + "."


def iso_690(cited: Cited) -> str:
    """The publisher is named where somebody else is responsible."""
    publisher = cited.publisher if cited.publisher != cited.responsible else ""
    dates = [_in_english(cited.published)]
    if cited.updated:
        dates.append(f"updated {_in_english(cited.updated)}")
    production = ", ".join(part for part in (publisher, *dates) if part)
    return _sentences(
        cited.responsible,
        cited.title,
        "Online",
        production,
        f"Available from: {cited.address}",
        f"[viewed {cited.accessed}]",
    )


def gost_7_0_100(cited: Cited) -> str:
    """A part of a site: areas are divided by a point and a dash, the site follows two strokes."""
    responsible = f" / {cited.responsible}" if cited.responsible else ""
    areas = [
        f"Текст : электронный // {cited.publisher} : официальный сайт",
        *_gost_dates(cited.published),
        f"Дата обновления: {_in_numbers(cited.updated)}" if cited.updated else "",
        f"URL: {cited.address} (дата обращения: {cited.accessed:%d.%m.%Y})",
    ]
    first = _without_point(f"{cited.title}{responsible}")
    return ". – ".join([first, *(_without_point(area) for area in areas if area)]) + "."


# For programs


def bibtex(cited: Cited) -> str:
    """``date`` is what BibLaTeX reads, ``year`` what older programs do."""
    fields = {
        "author": f"{{{_in_tex(cited.responsible)}}}",
        "title": f"{{{_in_tex(cited.title)}}}",
        "organization": f"{{{_in_tex(cited.publisher)}}}",
        "date": str(cited.newest or ""),
        "year": str(cited.newest.year) if cited.newest else "",
        "url": cited.address,
        "urldate": str(cited.accessed),
        "language": cited.language.tag,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value.strip("{}")]
    return f"@online{{{cited.key},\n{''.join(lines)}}}\n"


def ris(cited: Cited) -> str:
    """A line for each tag, which ends as on a typewriter; dates with all three strokes."""
    tags = {
        "TY": "ELEC",
        "AU": cited.responsible,
        "TI": cited.title,
        "PB": cited.publisher,
        "PY": str(cited.newest.year) if cited.newest else "",
        "DA": _with_strokes(cited.newest) if cited.newest else "",
        "Y2": _with_strokes(PartialDate.of_day(cited.accessed)),
        "LA": cited.language.tag,
        "UR": cited.address,
        "ID": cited.key,
    }
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags.items() if value]
    return "\r\n".join([*lines, "ER  - ", ""])


FORMATS = (
    CitationFormat(
        "gbt7714",
        "GB/T 7714—2025",
        "《信息与文献　参考文献著录规则》, 8.11 and B.10: resources on the web; in force since "
        "1 July 2026, in the place of GB/T 7714—2015, which writes a page of the web alike",
        gbt_7714,
        locale="zh_CN",
    ),
    CitationFormat(
        "iso690",
        "ISO 690:2021",
        "Information and documentation: guidelines for bibliographic references and citations to "
        "information resources; web pages",
        iso_690,
        locale="en_GB",
    ),
    CitationFormat(
        "gost",
        "ГОСТ Р 7.0.100–2018",
        "Библиографическая запись. Библиографическое описание; a part of a site, as in the "
        "standard's example of a ministry's page",
        gost_7_0_100,
        locale="ru_RU",
    ),
    CitationFormat(
        "bibtex",
        "BibTeX",
        "https://ctan.org/pkg/biblatex, the manual's entry type @online",
        bibtex,
        media_type="application/x-bibtex",
        ending="bib",
    ),
    CitationFormat(
        "ris",
        "RIS",
        "https://en.wikipedia.org/wiki/RIS_(file_format), the specification of 2011, type ELEC",
        ris,
        media_type="application/x-research-info-systems",
        ending="ris",
    ),
)
FILES = {each.ending: each for each in FORMATS if each.ending}


# Dates


def _in_english(day: PartialDate | None) -> str:
    """12 May 2019, May 2019 or 2019."""
    if not day:
        return ""
    skeleton = "d MMMM y" if day.day else "MMMM y" if day.month else "y"
    return format_date(day.first_day(), skeleton, locale="en_GB")


# Of ГОСТ Р 7.0.12–2011, which shortens other months than the CLDR does.
MONTHS = (
    *("янв.", "февр.", "марта", "апр.", "мая", "июня"),
    *("июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
)


def _gost_dates(day: PartialDate | None) -> Iterable[str]:
    """The year, and in an area of its own the day, or the month if the day is not known."""
    if not day:
        return
    yield str(day.year)
    if day.day:
        yield f"{day.day} {MONTHS[day.month - 1]}"
    elif day.month:
        yield format_date(day.first_day(), "LLLL", locale="ru_RU").capitalize()


def _in_numbers(day: PartialDate) -> str:
    """31.12.2019, 12.2019 or 2019."""
    return ".".join(reversed(str(day).split("-")))


def _with_strokes(day: PartialDate) -> str:
    """2019/05/12/, 2019/05// or 2019///."""
    year, month, number = (*str(day).split("-"), "", "")[:3]
    return f"{year}/{month}/{number}/"


# Punctuation

IN_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
}


def _in_tex(text: str) -> str:
    """A text in which nothing means anything to TeX."""
    return re.sub(r"[\\~^{}$&#_%]", lambda found: IN_TEX[found[0]], " ".join(text.split()))


def _sentences(*parts: str) -> str:
    """Parts that each end in a point, unless they end in a sign already."""
    return " ".join(
        part if part.endswith(tuple(".?!…。？！")) else f"{part}." for part in parts if part
    )


def _without_point(area: str) -> str:
    """An area of a description, before the point and the dash that end it."""
    return area.removesuffix(".") if not area.endswith("..") else area
