"""English numerals: 35,000, 1.2 million, 14th, twenty-first, two thirds, one and a half."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ..common import roman_numerals
from ..values import Certainty, Numeral

ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
ORDINALS |= {word + "th": number for word, number in ONES.items() if number > 12}
ORDINALS |= {word[:-1] + "ieth": number for word, number in TENS.items()}
ORDINALS |= {word + "th": number for word, number in SCALES.items()}
DENOMINATORS = {
    word + plural: number
    for word, number in ORDINALS.items()
    if number > 2  # "One thousandth" is more often an ordinal.
    for plural in (("", "s") if number < SCALES["hundred"] else ("s",))
} | {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
SHORT_SCALES = {"mln": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "m": 10**6, "k": 1000}
GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+"
IN_DIGITS = re.compile(
    rf"(?P<digits>(?:{GROUPED})(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|[\s\u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|bn|tn|mn)\b)?"
    r"(?P<twice>\s(?:million|billion)\b)?"
    r"(?P<half>\s(?:and\sa\shalf|½))?",
    re.IGNORECASE,
)
SHORT_OF_MONEY = re.compile(r"(?<=[$€£¥])(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>m|bn|b|k)\b")
CARDINAL_WORDS = "|".join((*ONES, *TENS, *SCALES))
ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
FRACTION_WORDS = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
IN_WORDS = re.compile(
    rf"\b(?:(?P<article>an?)[\s-](?=(?:hundred|thousand|million|billion|trillion)\b))?"
    rf"(?P<words>(?:(?:{CARDINAL_WORDS})\b(?:(?:[\s-]|\sand\s)(?=(?:{CARDINAL_WORDS}|{ORDINAL_WORDS})\b))?)*"
    rf"(?P<ordinal>(?:{ORDINAL_WORDS})\b)?)(?P<half>\sand\sa\shalf)?",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"(?<!\band\s)\b(?P<top>an?|{'|'.join(list(ONES)[1:10])}|\d)[\s-](?P<bottom>{FRACTION_WORDS})\b(?!\s(?:of\s(?:the\s)?(?:year|\d{{4}})\b))",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    rf"\b(?P<top>{'|'.join(list(ONES)[1:10])}|\d)\s(?:in|out\sof)(?:\severy)?\s(?P<bottom>{'|'.join(list(ONES)[2:13])})\b",
    re.IGNORECASE,
)
HALF = re.compile(
    r"(?<!\band\sa\s)(?<!first[\s-])(?<!second[\s-])\bhalf(?:\s(?:an?|of|the|a))?(?:\s(?P<scale>million|billion|dozen))?\b",
    re.IGNORECASE,
)
DOZENS = re.compile(
    rf"\b(?:(?P<count>an?|{'|'.join(list(ONES)[1:10])})\s)?(?P<word>dozen|score)\b(?!s)",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?P<word>tens|dozens|scores|hundreds|thousands|millions|billions)\b(?:\sof\s(?P<more>thousands|millions))?",
    re.IGNORECASE,
)
VAGUE_NUMBERS = {
    "tens": 10,
    "dozens": 10,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
DOZEN = {"dozen": 12, "score": 20}


def number_of_english_words(written: str) -> Fraction | None:
    """The number of English words, cardinal or ordinal: "two hundred and fifty-first"."""
    total, section = 0, 0
    seen_in_section: int | None = None
    for word in re.findall(r"[a-z]+", written.lower()):
        if word in ("and", "a", "an"):
            continue
        number = ONES.get(word, TENS.get(word, ORDINALS.get(word, SCALES.get(word))))
        scale = SCALES.get(word) or SCALES.get(word.removesuffix("th"))
        if scale == SCALES["hundred"]:
            section, seen_in_section = (section or 1) * scale, None
        elif scale:
            total, section, seen_in_section = total + (section or 1) * scale, 0, None
        else:
            # "two three" is no number; "twenty-three" is.
            if seen_in_section is not None and (seen_in_section < 20 or number >= 10):
                return None
            section, seen_in_section = section + number, number
    return Fraction(total + section)


def _year_in_words(written: str) -> Fraction | None:
    """Nineteen seventy-two: the hundreds and the rest one after the other."""
    hundreds, _, rest = written.lower().partition(" ")
    first, last = ONES.get(hundreds, TENS.get(hundreds, 0)), number_of_english_words(rest)
    if rest and last and 10 < first <= 20 and 10 <= last < 100:
        return first * 100 + last
    return None


def english_numerals(text: str) -> Iterator[Numeral]:
    """The numerals of an English text, from left to right."""
    found: list[Numeral] = []
    for reader in (
        _short,
        _fractions,
        _halves,
        _dozens,
        _vague,
        _in_digits,
        _in_words,
        roman_numerals,
    ):
        for numeral in reader(text):
            if not any(numeral.start < other.end and other.start < numeral.end for other in found):
                found.append(numeral)
    return iter(sorted(found, key=lambda numeral: numeral.start))


def number_of_english_digits(written: str) -> Fraction:
    """The number of digits grouped by commas or spaces."""
    return Fraction(re.sub(r"[,\s\u00a0\u202f\u2009]", "", written))


def _short(text: str) -> Iterator[Numeral]:
    for match in SHORT_OF_MONEY.finditer(text):
        scale = {"m": 10**6, "bn": 10**9, "b": 10**9, "k": 1000}[match["scale"]]
        yield Numeral(*match.span(), number_of_english_digits(match["digits"]) * scale, scale=scale)


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in IN_DIGITS.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isalpha() and before.isascii() and before.islower():
            continue
        word = (match["scale"] or "").lower()
        scale = SCALES.get(word) or SHORT_SCALES.get(word, 1)
        if match["twice"]:
            scale *= SCALES[match["twice"].strip().lower()]
        number = number_of_english_digits(match["digits"]) + (
            Fraction(1, 2) if match["half"] else 0
        )
        yield Numeral(*match.span(), number * scale, is_ordinal=bool(match["ordinal"]), scale=scale)


def _in_words(text: str) -> Iterator[Numeral]:
    for match in IN_WORDS.finditer(text):
        words = match["words"].strip()
        number = (number_of_english_words(words) or _year_in_words(words)) if words else None
        if number is None:
            yield from _word_by_word(match)
            continue
        if match["half"]:
            number += _half_of_last(match["words"])
        yield Numeral(
            *match.span(),
            number,
            is_ordinal=bool(match["ordinal"]),
            in_digits=False,
            scale=_last_scale(match["words"]),
        )


def _half_of_last(words: str) -> Fraction:
    return Fraction(_last_scale(words), 2)


def _last_scale(words: str) -> int:
    return SCALES.get(re.findall(r"[a-z]+", words.lower())[-1], 1)


def _word_by_word(match: re.Match[str]) -> Iterator[Numeral]:
    for word in re.finditer(r"[a-z]+", match["words"], re.IGNORECASE):
        known = ONES | TENS | ORDINALS
        if word[0].lower() in known:
            start = match.start("words") + word.start()
            number = Fraction(known[word[0].lower()])
            is_ordinal = word[0].lower() in ORDINALS
            yield Numeral(start, start + len(word[0]), number, is_ordinal, in_digits=False)


def _small(word: str) -> int:
    return ONES.get(word.lower(), 1) if not word.isdecimal() else int(word)


def _fractions(text: str) -> Iterator[Numeral]:
    for match in FRACTION.finditer(text):
        top, bottom = _small(match["top"]), DENOMINATORS[match["bottom"].lower()]
        # "the one third session" does not occur, "two third parties" might.
        if top == 1 or match["bottom"].lower().endswith(("s", "half", "quarter")):
            others = (Fraction(top),) if match["bottom"].lower() == "quarters" else ()
            yield Numeral(
                *match.span(),
                Fraction(top, bottom),
                is_fraction=True,
                in_digits=False,
                others=others,
            )
    for match in ONE_IN.finditer(text):
        number = Fraction(_small(match["top"]), _small(match["bottom"]))
        yield Numeral(
            *match.span(), number, is_fraction=True, in_digits=False, certainty=Certainty.OPTIONAL
        )


def _halves(text: str) -> Iterator[Numeral]:
    for match in HALF.finditer(text):
        scale = {"dozen": 12}.get((match["scale"] or "").lower()) or SCALES.get(
            (match["scale"] or "").lower(), 1
        )
        yield Numeral(*match.span(), Fraction(scale, 2), is_fraction=scale == 1, in_digits=False)


def _dozens(text: str) -> Iterator[Numeral]:
    for match in DOZENS.finditer(text):
        if match["word"].lower() == "score" and not match["count"]:
            continue
        count = _small(match["count"] or "a")
        number = Fraction(count * DOZEN[match["word"].lower()])
        certainty = Certainty.DOUBTFUL if count == 1 else Certainty.SURE
        yield Numeral(
            *match.span(),
            number,
            in_digits=False,
            certainty=certainty,
            others=(Fraction(count * 10),),
        )


def _vague(text: str) -> Iterator[Numeral]:
    for match in VAGUE.finditer(text):
        number = VAGUE_NUMBERS[match["word"].lower()] * VAGUE_NUMBERS.get(
            (match["more"] or "").lower(), 1
        )
        yield Numeral(
            *match.span(), Fraction(number), in_digits=False, certainty=Certainty.DOUBTFUL
        )
