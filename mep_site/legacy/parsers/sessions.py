"""Bodies that meet, in sentences such as "X was launched in 2005 and has held 11 meetings"."""

import re
from dataclasses import dataclass

from mep_site.legacy.documents import Anomaly, AnomalyCode, Texts, WorkingGroup
from mep_site.legacy.languages import CHINESE, ENGLISH

from .units import Passage

CHINESE_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)} | {
    "两": 2
}

# X于2006年启动，至今已召开十四届 / 论坛自2005年创办以来，已成功举办八届
CHINESE_SESSIONS = re.compile(
    r"(?P<name>[^，。；]{1,200}?)[于自](?P<year>\d{4})年(?:启动|创办|成立)(?:召开|以来)?，"
    r"(?:至今)?已?(?:成功)?(?:召开|举办)(?:了)?(?P<count>\d+|[一二两三四五六七八九十]+)[次届]"
)
# X was launched in 2005 and has successfully held 11 meetings / has been held for 14 sessions
ENGLISH_SESSIONS = re.compile(
    r"(?P<name>[^.;]{1,300}?),? (?:(?:was|were) )?(?:launched|inaugurated|founded)"
    r" in (?P<year>\d{4}),?(?: and| [A-Z]\w+)? has (?:been |successfully )*held (?:for )?"
    r"(?P<count>\d+|\w+) (?:sessions|meetings|times)",
)
ENGLISH_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
ENGLISH_NUMBERS = {word: value for value, word in enumerate(ENGLISH_WORDS, start=1)}
PATTERNS = {CHINESE: CHINESE_SESSIONS, ENGLISH: ENGLISH_SESSIONS}


@dataclass(frozen=True)
class Sessions:
    """What one language says of a body; ``is_whole`` if its text begins with the body's name."""

    language: str
    name: str
    launched: str
    count: int
    is_whole: bool


def working_group_in(
    passage: Passage, programme: Texts
) -> tuple[tuple[WorkingGroup, ...], tuple[Anomaly, ...]]:
    """The body that a passage tells of, if any, and where its languages contradict each other.

    The body is the programme itself inside a longer text ("Since it was founded in 2005 …"), and
    where it is called by a part of the programme's name ("the forum").
    """
    found = sessions_in(passage.texts)
    if not found:
        return (), ()
    is_whole = all(s.is_whole and s.name not in programme.in_language(s.language) for s in found)
    name = Texts(**{s.language: s.name for s in found}) if is_whole else programme
    agreed = len({(sessions.launched, sessions.count) for sessions in found}) == 1
    anomalies = () if agreed else (Anomaly(AnomalyCode.NUMBER_DIFFERS, str(passage.texts)),)
    return (WorkingGroup(name, found[0].launched, found[0].count),), anomalies


def sessions_in(texts: Texts) -> list[Sessions]:
    """What each language says, the Chinese first."""
    found = []
    for language, pattern in PATTERNS.items():
        match = pattern.search(texts.in_language(language))
        count = number_of(match["count"]) if match else None
        if match and count:
            name = match["name"].strip()
            is_whole = match.start() == 0 and not name.startswith("Since ")
            found.append(Sessions(language, name, match["year"], count, is_whole))
    return found


def number_of(word: str) -> int | None:
    """The number that digits, an English word or Chinese numerals up to 99 stand for."""
    if word.isdigit():
        return int(word)
    if word in ENGLISH_NUMBERS:
        return ENGLISH_NUMBERS[word]
    tens, ten, ones = word.partition("十") if "十" in word else ("", "", word)
    if any(part and part not in CHINESE_DIGITS for part in (tens, ones)):
        return None
    return (CHINESE_DIGITS.get(tens, 1) * 10 if ten else 0) + CHINESE_DIGITS.get(ones, 0)
