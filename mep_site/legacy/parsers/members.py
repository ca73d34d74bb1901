"""Who takes part: lists of names in three languages, and sentences that list names."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from mep_site.legacy.documents import Anomaly, AnomalyCode, Member, MemberStatus, Texts
from mep_site.legacy.languages import CHINESE, ENGLISH

from .headings import wording
from .units import Marker, Passage, Unit

STATUS_HEADINGS = {
    "成员国": MemberStatus.MEMBER,
    "member states": MemberStatus.MEMBER,
    "members": MemberStatus.MEMBER,
    "государства-члены": MemberStatus.MEMBER,
    "观察员国": MemberStatus.OBSERVER,
    "观察员": MemberStatus.OBSERVER,
    "observer states": MemberStatus.OBSERVER,
    "observers": MemberStatus.OBSERVER,
    "государства-наблюдатели": MemberStatus.OBSERVER,
    "对话伙伴": MemberStatus.DIALOGUE_PARTNER,
    "对话伙伴国": MemberStatus.DIALOGUE_PARTNER,
    "dialogue partners": MemberStatus.DIALOGUE_PARTNER,
    "партнёры по диалогу": MemberStatus.DIALOGUE_PARTNER,
    "партнеры по диалогу": MemberStatus.DIALOGUE_PARTNER,
}

# 目前共有成员国27个：A、B和C。
CHINESE_LIST = re.compile(
    r"(?P<status>成员国|观察员国?|对话伙伴国?)(?P<count>\d+)个[:：](?P<names>.+?)。?$"
)
# There are 27 member states: A, B and C.
ENGLISH_LIST = re.compile(
    r"(?P<count>\d+) (?P<status>member states|members|observer states|observers|dialogue partners)"
    r"\s*[:：]\s*(?P<names>.+?)\.?$",
    re.I,
)
# 和 and 以及 join the last names; 和 also stands inside 共和国 and 和平.
CHINESE_JOINT = re.compile(r"、|以及|(?<!共)和(?!平)")
# (SCO) (ШОС)
ABBREVIATIONS = {
    ENGLISH: re.compile(r"[(（](?P<abbreviation>[A-Z]{2,})[)）]"),
    "ru": re.compile(r"[(（](?P<abbreviation>[А-ЯЁ]{2,})[)）]"),
}


@dataclass(frozen=True)
class Roster:
    """A list of members in several languages, under the name of the organisation."""

    title: str
    members: tuple[Member, ...]

    @property
    def abbreviations(self) -> Texts:
        """The abbreviations in brackets after the name."""
        return abbreviations_in(self.title)

    @property
    def name(self) -> str:
        """The name without the abbreviations."""
        return re.split(r"\s*[(（]", self.title)[0]


def abbreviations_in(title: str) -> Texts:
    """The abbreviations in brackets, by their script."""
    found = {language: pattern.search(title) for language, pattern in ABBREVIATIONS.items()}
    return Texts(**{name: match["abbreviation"] for name, match in found.items() if match})


def split_roster(units: list[Unit]) -> tuple[list[Unit], Roster | None, list[Unit]]:
    """What precedes the list of members, the list if there is one, and what follows it.

    The list begins with the unit above the first status heading, and goes on as long as groups of
    lines give a name in several languages.
    """
    headings = [index for index, unit in enumerate(units) if status_of(unit.text)]
    start = headings[0] - 1 if headings else -1
    if start < 0:
        return units, None, []
    members: list[Member] = []
    status = MemberStatus.MEMBER
    end = start + 1
    for _, together in groupby(units[end:], key=lambda unit: unit.group):
        group = list(together)
        heading = status_of(group[0].text)
        if not heading and not names_in_languages(group):
            break
        if heading:
            status = heading
        else:
            members.append(Member(Texts(**{unit.language: unit.text for unit in group}), status))
        end += len(group)
    return units[:start], Roster(units[start].text, tuple(members)), units[end:]


def status_of(text: str) -> MemberStatus | None:
    """The status that a heading names."""
    return STATUS_HEADINGS.get(wording(text))


def names_in_languages(group: list[Unit]) -> bool:
    """Whether a group of lines gives one name in two languages or more."""
    languages = {unit.language for unit in group}
    return 2 <= len(group) == len(languages) and all(u.marker is Marker.NONE for u in group)


def members_in(passage: Passage) -> tuple[tuple[Member, ...], tuple[Anomaly, ...]]:
    """The members that a sentence lists, in its order.

    Names are paired by their place in the list; where the languages list different numbers of
    names, the first language counts alone.
    """
    found = [
        (language, match, split(match["names"]))
        for language, (pattern, split) in SENTENCES.items()
        if (match := pattern.search(passage.texts.in_language(language)))
    ]
    if not found:
        return (), ()
    _, stated, first_names = found[0]
    paired = [(language, names) for language, _, names in found if len(names) == len(first_names)]
    status = STATUS_HEADINGS[stated["status"].casefold()]
    members = tuple(
        Member(Texts(**{language: names[index] for language, names in paired}), status)
        for index in range(len(first_names))
    )
    as_stated = all(int(match["count"]) == len(names) for _, match, names in found)
    anomalies = () if as_stated else (Anomaly(AnomalyCode.COUNT_DIFFERS, stated[0]),)
    return members, anomalies


def split_chinese_names(names: str) -> list[str]:
    """The names in a Chinese list."""
    return [name.strip() for name in CHINESE_JOINT.split(names) if name.strip()]


def split_english_names(names: str) -> list[str]:
    """The names in an English list; "and" joins the last two, and may stand inside others."""
    *others, last = re.split(r",\s+", names)
    before, joint, after = last.rpartition(" and ")
    tail = [before, after] if joint else [last.removeprefix("and ")]
    return [name.strip() for name in [*others, *tail]]


SENTENCES: dict[str, tuple[re.Pattern[str], Callable[[str], list[str]]]] = {
    CHINESE: (CHINESE_LIST, split_chinese_names),
    ENGLISH: (ENGLISH_LIST, split_english_names),
}
