"""The headings that the old pages put over the same parts, in their many wordings."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from ..reading.languages import CHINESE, language_of_text
from ..reading.lines import Excerpt
from ..reading.pinyin import spelling, wordings
from .markers import split_mark


class SectionTopic(StrEnum):
    """What a part of a page is about that has a field of its own."""

    FUNCTIONS = "functions"
    STRUCTURE = "structure"
    CONTACT = "contact"
    OVERVIEW = "overview"
    BACKGROUND = "background"
    RESPONSIBILITIES = "responsibilities"
    HISTORY = "history"
    ACHIEVEMENTS = "achievements"
    NEXT_STEPS = "next steps"


OFFICE_WORDINGS = {
    SectionTopic.FUNCTIONS: (
        *("main functions", "functions", "main responsibilities", "major responsibilities"),
        *("responsibilities", "main duties", "duties", "主要职责", "主要职能", "职责", "工作职责"),
        *("main tasks", "tasks", "duties and responsibilities", "职能", "职责范围", "主要任务"),
        *("основные функции", "функции", "обязанности", "задачи", "основные задачи"),
    ),
    SectionTopic.STRUCTURE: (
        *("internal structure", "organizational structure", "organisational structure"),
        *("divisions", "internal divisions", "structure", "内设机构", "机构设置", "组织机构"),
        *("内设处室", "структура", "отделы", "внутренняя структура"),
    ),
    SectionTopic.CONTACT: (
        *("contact information", "contact us", "contact", "contacts", "contact details"),
        *("联系方式", "联系我们", "контакты", "контактная информация"),
    ),
    SectionTopic.OVERVIEW: (
        *(
            "overview",
            "introduction",
            "about us",
            "profile",
            "概况",
            "简介",
            "机构简介",
            "单位简介",
        ),
        *("обзор", "о центре", "об институте", "общие сведения"),
    ),
}
PROGRAMME_WORDINGS = {
    SectionTopic.BACKGROUND: ("基本情况", "background", "общие сведения"),
    SectionTopic.RESPONSIBILITIES: (
        *("工作职责", "主要职责", "our responsibility", "our responsibilities"),
        *("responsibilities", "обязанности"),
    ),
    SectionTopic.HISTORY: ("发展历程", "development process", "история"),
    SectionTopic.ACHIEVEMENTS: ("合作成果", "achievements", "достижения"),
    SectionTopic.NEXT_STEPS: ("合作展望", "next step", "next steps", "дальнейшие шаги"),
}
MEMBER, OBSERVER, PARTNER = "member", "observer", "dialogue_partner"
STATUS_WORDINGS = {
    MEMBER: ("成员国", "成员", "member states", "members", "государства-члены", "члены"),
    OBSERVER: ("观察员国", "观察员", "observer states", "observers", "государства-наблюдатели"),
    PARTNER: (
        *("对话伙伴", "对话伙伴国", "dialogue partners", "партнёры по диалогу"),
        "партнеры по диалогу",
    ),
}
STATUS = {text: status for status, texts in STATUS_WORDINGS.items() for text in texts}
OFFICE_TOPICS = {text: topic for topic, texts in OFFICE_WORDINGS.items() for text in texts}
PROGRAMME_TOPICS = {text: topic for topic, texts in PROGRAMME_WORDINGS.items() for text in texts}
# Chinese wordings as they are, and spelled out.
SPELLED = {
    each: topic
    for text, topic in OFFICE_TOPICS.items()
    if not text.isascii() and language_of_text(text) == CHINESE
    for each in (text, spelling(text))
}
LONGEST = 60
WITH_TEXT = re.compile(r"(?P<heading>[^:：]{2,40})[:：]\s*(?P<text>\S.{9})")
# 第一章 总则; Chapter I General Provisions
CHAPTER_OF_LAW = re.compile(r"第[一二三四五六七八九十百]{1,4}[章节编]|Chapter\s+[IVX\d]{1,5}\b")


def is_chapter_heading(text: str) -> bool:
    """Whether a text begins as the chapters of a law do and is no sentence."""
    return CHAPTER_OF_LAW.match(text) is not None and not text.endswith((".", "。", ";", "；"))


def topic_of(renditions: Sequence[str]) -> SectionTopic | None:
    """What a heading in a page about an office announces, in any of its languages.

    A heading whose languages are mixed up may announce it by all its words together.
    """
    return next(filter(None, map(office_topic, [*renditions, " ".join(renditions)])), None)


@lru_cache(maxsize=1_000)
def office_topic(text: str) -> SectionTopic | None:
    """What a text announces, in Chinese also by its spelling in Latin letters."""
    words = wording(text)
    if not words or words in OFFICE_TOPICS:
        return OFFICE_TOPICS.get(words)
    return next((SPELLED[each] for each in wordings(words) if each in SPELLED), None)


def split_heading(line: Excerpt) -> list[Excerpt]:
    """A heading and the text on its line, as in ``主要职责：负责…``; else the line alone."""
    match = WITH_TEXT.match(line.text)
    if not match or office_topic(match["heading"]) not in {
        SectionTopic.FUNCTIONS,
        SectionTopic.STRUCTURE,
    }:
        return [line]
    return [line.part(0, match.start("text")), line.part(match.start("text"))]


def programme_topic_of(text: str) -> SectionTopic | None:
    """What a heading in a chapter about a programme announces."""
    return PROGRAMME_TOPICS.get(wording(text))


def status_of(text: str) -> str | None:
    """How those take part whom a heading announces."""
    return STATUS.get(wording(text))


def wording(text: str) -> str:
    """The words of a heading, without number, colon and capitals; empty if it is too long."""
    if len(text) > LONGEST:
        return ""
    return split_mark(Excerpt(text, 0)).rest.text.strip(" \t\xa0:：").casefold()
