"""Reads the marked sentences, and counts what of the marks is found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mep_site.terms.matching import TermEntry, TermIndex, TermKind, TermVerdict, judge_terms
from mep_site.terms.standard import standard_index
from mep_site.translations.languages import get_language

SENTENCES = Path(__file__).with_name("marked_sentences.tsv")
VERDICTS = {
    "=": TermVerdict.APPROVED,
    "!": TermVerdict.FORBIDDEN,
    "?": TermVerdict.MISSING,
}
# What the site's own table does not have, a leader, and words that are parts of many terms.
OTHERS = [
    (TermKind.COUNTRY, "几内亚", "Guinea", "Гвинея"),
    (TermKind.COUNTRY, "几内亚比绍", "Guinea-Bissau", "Гвинея-Бисау"),
    (TermKind.COUNTRY, "巴布亚新几内亚", "Papua New Guinea", "Папуа — Новая Гвинея"),
    (TermKind.COUNTRY, "苏丹", "Sudan", "Судан"),
    (TermKind.COUNTRY, "南苏丹", "South Sudan", "Южный Судан"),
    (TermKind.COUNTRY, "尼日尔", "Niger", "Нигер"),
    (TermKind.COUNTRY, "尼日利亚", "Nigeria", "Нигерия"),
    (TermKind.NAME, "黄润秋", "Huang Runqiu", "Хуан Жуньцю"),
    (TermKind.FORMULA, "生态环境", "ecological environment", "экологическая среда"),
    (TermKind.FORMULA, "环境保护", "environmental protection", "охрана окружающей среды"),
]


@dataclass(frozen=True)
class MarkedSentence:
    """``marks`` has the verdict and the words found for each term, by its Chinese."""

    language: str
    half: str
    chinese: str
    translation: str
    marks: dict[str, tuple[TermVerdict, str]]


def sentences(language: str, half: str = "") -> list[MarkedSentence]:
    return [
        each for each in _read() if each.language == language and (not half or each.half == half)
    ]


def _read() -> Iterator[MarkedSentence]:
    for line in SENTENCES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, half, chinese, translation, marks = line.replace("\\n", "\n").split("\t")
            yield MarkedSentence(language, half, chinese, translation, _marks(marks))


def _marks(text: str) -> dict[str, tuple[TermVerdict, str]]:
    marks = (re.split(r"([=!?])", mark, maxsplit=1) for mark in text.split("|") if mark)
    return {term: (VERDICTS[sign], found) for term, sign, found in marks}


@cache
def vocabulary(code: str) -> TermIndex:
    """The standard terms, the states of the site's table, and others."""
    language = get_language(code)
    others = [
        TermEntry(chinese, kind, (en if code == "en" else ru,)) for kind, chinese, en, ru in OTHERS
    ]
    return TermIndex(language, [*standard_index(language), *others])


@dataclass
class Score:
    marked: int = 0
    found: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        return self.right / self.marked

    @property
    def precision(self) -> float:
        return self.right / self.found


def score(language: str, half: str = "") -> tuple[Score, list[str]]:
    """The score, and what was found otherwise than marked."""
    result, differences = Score(), []
    for sentence in sentences(language, half):
        found = {
            finding.entry.chinese: (finding.verdict, finding.found)
            for finding in judge_terms(vocabulary(language), sentence.chinese, sentence.translation)
        }
        result.marked += len(sentence.marks)
        result.found += len(found)
        result.right += len(sentence.marks.items() & found.items())
        if found != sentence.marks:
            differences.append(
                f"{sentence.chinese} / {sentence.translation}: "
                f"found {found.items() - sentence.marks.items()}, "
                f"marked {sentence.marks.items() - found.items()}"
            )
    return result, differences
