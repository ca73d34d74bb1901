"""Finds renderings in a translation, in whatever form they stand there."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mep_site.translations.languages import Language

from .plain import PARAGRAPH, PlainText, read_plainly
from .word_forms import POSSESSIVE, Keys, WordForms, fold_word, word_forms

WORD = re.compile(
    # 14-го
    r"(?P<ordinal>\d+)[-‑][а-яё]{1,3}(?!\w)"
    # Co-operation is cooperation.
    r"|co[-‑]op\w+"
    r"|[^\W_]+(?:(?<=\d)[.,]\d+)*(?:['’ʼ](?:s(?!\w)|(?!\w))|['’ʼ][^\W\d_]+)?",
    re.IGNORECASE,
)
# What may stand between two words of a rendering: spaces, line breaks, dashes, quotation marks.
SPACE = rf"[^\S{PARAGRAPH}]"
JOINT = rf"(?:{SPACE}|[-‐‑‒–—―−«»“”„\"'’])"
PUNCTUATION = r"[,.:;/()&]"
ABBREVIATION = re.compile(r"(?=.*[^\W\d_].*[^\W\d_])[^a-zа-яё]+")
PLURAL_OF_ABBREVIATION = re.compile(r"(?:['’ʼ]?s|['’ʼ])$")


@dataclass(frozen=True)
class RenderingUse:
    """A rendering where it stands in a translation: ``text`` from ``start`` to before ``end``."""

    rendering: str
    start: int
    end: int
    text: str

    def is_within(self, other: "RenderingUse") -> bool:
        return other.start <= self.start and self.end <= other.end

    def is_part_of(self, other: "RenderingUse") -> bool:
        """Whether the other one goes further at either end."""
        return self.is_within(other) and self.end - self.start < other.end - other.start


@dataclass(frozen=True)
class WordInText:
    """A word where it stands in a plain text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class SoughtWord:
    """A word of a rendering; of an abbreviation only the same letters will do.

    ``is_divided`` says that a punctuation mark stands before it.
    """

    text: str
    keys: Keys
    is_exact: bool
    is_divided: bool

    def is_word(self, word: WordInText, forms: WordForms) -> bool:
        if self.is_exact:
            return self.text in {word.text, PLURAL_OF_ABBREVIATION.sub("", word.text)}
        return not self.keys.isdisjoint(forms.of_text(word.text))


def words_of_text(text: str, forms: WordForms) -> Iterator[WordInText]:
    """The words of a plain text, without those that make no difference."""
    for match in WORD.finditer(text):
        word = match["ordinal"] or match.group().replace("-", "").replace("‑", "")
        if fold_word(word) not in forms.ignored:
            yield WordInText(word, match.start(), match.end())


@lru_cache(50_000)
def sought_words(rendering: str, language: Language) -> tuple[SoughtWord, ...]:
    """The words by which a rendering is found."""
    forms = word_forms(language)
    text = read_plainly(rendering).text
    words, last = [], 0
    for word in words_of_text(text, forms):
        is_divided = bool(re.search(PUNCTUATION, text[last : word.start]))
        is_exact = bool(ABBREVIATION.fullmatch(word.text))
        keys = forms.of_rendering(word.text)
        words.append(SoughtWord(word.text, keys, is_exact, is_divided))
        last = word.end
    return tuple(words)


class Translation:
    """A translation that renderings are looked for in."""

    def __init__(self, language: Language, text: str) -> None:
        self.language = language
        self.forms = word_forms(language)
        self.plain: PlainText = read_plainly(text)
        self.words = list(words_of_text(self.plain.text, self.forms))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where a word with a key stands, by its number."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            for key in self.forms.of_text(word.text):
                places[key].append(number)
        return places

    @cached_property
    def joints(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What may stand between two words, without and with a punctuation mark."""
        ignored = "|".join(sorted(self.forms.ignored))
        between = rf"{JOINT}|\b(?:{ignored})\b" if ignored else JOINT
        return (
            re.compile(rf"(?:{between})*", re.IGNORECASE),
            re.compile(rf"(?:{between}|{PUNCTUATION})*", re.IGNORECASE),
        )

    def uses_of(self, rendering: str) -> list[RenderingUse]:
        """Where a rendering stands, in any form."""
        sought = sought_words(rendering, self.language)
        starts = self._starts(sought[0]) if sought else []
        return [
            self._use(rendering, self.words[start], self.words[start + len(sought) - 1])
            for start in starts
            if self._goes_on(sought, start)
        ]

    def _starts(self, first: SoughtWord) -> list[int]:
        if first.is_exact:
            return [at for at, word in enumerate(self.words) if first.is_word(word, self.forms)]
        return sorted({at for key in first.keys for at in self.places.get(key, ())})

    def _goes_on(self, sought: tuple[SoughtWord, ...], start: int) -> bool:
        if start + len(sought) > len(self.words):
            return False
        for number, word in enumerate(sought[1:], start + 1):
            before, here = self.words[number - 1], self.words[number]
            if not word.is_word(here, self.forms):
                return False
            between = self.plain.text[before.end : here.start]
            if not self.joints[word.is_divided].fullmatch(between):
                return False
        return True

    def _use(self, rendering: str, first: WordInText, last: WordInText) -> RenderingUse:
        end = last.end - len(last.text) + len(POSSESSIVE.sub("", last.text))
        text = self.plain.text[first.start : end]
        return RenderingUse(rendering, *self.plain.span(first.start, end), text)
