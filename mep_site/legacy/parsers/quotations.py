"""What stands before the first section of a chapter: quotations with their sources, events."""

import re
from dataclasses import dataclass

from mep_site.legacy.dates import date_in, split_final_date
from mep_site.legacy.documents import Anomaly, AnomalyCode, Milestone, Quotation, Texts
from mep_site.legacy.languages import CHINESE

from .units import Marker, Passage, Unit, passages_in

# 习近平主席提出“……”。 The speaker, a verb of saying, the words in quotation marks.
CHINESE_SPEECH = re.compile(
    r"^(?P<speaker>[^“”，。]{2,40}?)(?:提出|指出|强调|表示|说)[，,：:]?\s*“(?P<words>.+)”[。.]?$"
)
# President X pointed out that “…”.
ENGLISH_SPEECH = re.compile(
    r"^(?P<speaker>[A-Z][^“”\".]{2,80}?) (?:pointed out|said|stressed|noted|stated|proposed)"
    r"(?: that)?[,:]?\s*[“\"](?P<words>.+)[”\"]\.?$"
)
# “…” The whole text in quotation marks.
WORDS_ALONE = re.compile(r"^[“\"](?P<words>[^“”]+)[”\"]$")


@dataclass(frozen=True)
class Saying:
    """A quotation in one language, in the parts that the text gives."""

    language: str
    words: str
    speaker: str
    occasion: str
    place: str
    date: str


@dataclass(frozen=True)
class Opening:
    """Quotations, dated events, and passages that are neither."""

    quotations: tuple[Quotation, ...]
    events: tuple[Passage, ...]
    others: tuple[Passage, ...]
    anomalies: tuple[Anomaly, ...]


def parse_opening(units: list[Unit]) -> Opening:
    """Sort what stands before the first section."""
    sayings: list[Saying] = []
    others: list[Unit] = []
    for unit in units:
        said_before = others and others[-1].language == unit.language
        if unit.marker is Marker.SOURCE and said_before:
            sayings.append(parse_saying(others.pop(), unit))
        else:
            others.append(unit)
    pairs = pair_sayings(sayings)
    passages = passages_in(others)
    return Opening(
        quotations=tuple(quotation_of(pair) for pair in pairs),
        events=tuple(passage for passage in passages if is_event(passage)),
        others=tuple(passage for passage in passages if not is_event(passage)),
        anomalies=date_anomalies(pairs),
    )


def parse_saying(text: Unit, source: Unit) -> Saying:
    """Take a quotation and its source apart."""
    speaker, words = split_speech(text.text)
    occasion, place, date = split_source(list(source.lines), source.text)
    return Saying(text.language, words, speaker, occasion, place, date)


def split_speech(text: str) -> tuple[str, str]:
    """Who speaks, as far as that is said, and the words without their quotation marks."""
    for pattern in (CHINESE_SPEECH, ENGLISH_SPEECH):
        match = pattern.match(text)
        if match:
            return match["speaker"], match["words"]
    match = WORDS_ALONE.match(text)
    return "", match["words"] if match else text


def split_source(lines: list[str], whole: str) -> tuple[str, str, str]:
    """Occasion, place and date. A line of its own gives the place, with the date at its end."""
    without_date, date = split_final_date(lines[-1])
    if date and len(lines) > 1:
        return whole[: -len(lines[-1])].rstrip(), without_date, date
    if date:
        return without_date, "", date
    return whole, "", ""


def pair_sayings(sayings: list[Saying]) -> list[list[Saying]]:
    """Each quotation with its translations, the Chinese first."""
    pairs: list[list[Saying]] = []
    for saying in sayings:
        known = {other.language for other in pairs[-1]} if pairs else set()
        if pairs and saying.language != CHINESE and saying.language not in known:
            pairs[-1].append(saying)
        else:
            pairs.append([saying])
    return pairs


def quotation_of(sayings: list[Saying]) -> Quotation:
    """One quotation from its sayings; the date is that of the first one that has any."""
    parts = {
        name: Texts(**{saying.language: getattr(saying, name) for saying in sayings})
        for name in ("speaker", "occasion", "place")
    }
    text = Texts(**{saying.language: saying.words for saying in sayings})
    date = next((saying.date for saying in sayings if saying.date), "")
    return Quotation(text=text, date=date, **parts)


def date_anomalies(pairs: list[list[Saying]]) -> tuple[Anomaly, ...]:
    """Tell of quotations whose date differs between languages."""
    return tuple(
        Anomaly(AnomalyCode.DATE_DIFFERS, ", ".join(sorted({saying.date for saying in pair})))
        for pair in pairs
        if len({saying.date for saying in pair if saying.date}) > 1
    )


def is_event(passage: Passage) -> bool:
    """Whether a passage before the first section is an event: a date, no full sentence."""
    return bool(date_of(passage)) and not passage.is_sentence


def milestones_in(passages: list[Passage]) -> tuple[Milestone, ...]:
    """The passages that state a date."""
    dated = ((passage, date_of(passage)) for passage in passages)
    return tuple(Milestone(passage.texts, date) for passage, date in dated if date)


def date_of(passage: Passage) -> str:
    """The date that a passage states, in the first language that does; may be empty."""
    dates = (date_in(passage.texts.in_language(name)) for name in passage.texts.languages)
    return next(filter(None, dates), "")
