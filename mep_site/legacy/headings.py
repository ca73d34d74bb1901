"""The headings that the old pages put over the same parts, in their many wordings."""

import re
from enum import StrEnum

from .markers import split_mark
from .pairing import Passage
from .reading import Excerpt


class Topic(StrEnum):
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
    Topic.FUNCTIONS: (
        *("main functions", "functions", "main responsibilities", "major responsibilities"),
        *("responsibilities", "main duties", "duties", "主要职责", "主要职能", "职责", "工作职责"),
        *("основные функции", "функции"),
    ),
    Topic.STRUCTURE: (
        *("internal structure", "organizational structure", "organisational structure"),
        *("divisions", "internal divisions", "内设机构", "机构设置", "структура", "отделы"),
    ),
    Topic.CONTACT: (
        *("contact information", "contact us", "contact", "contacts", "联系方式", "контакты"),
    ),
    Topic.OVERVIEW: ("overview", "introduction", "概况", "简介", "обзор"),
}
PROGRAMME_WORDINGS = {
    Topic.BACKGROUND: ("基本情况", "background", "общие сведения"),
    Topic.RESPONSIBILITIES: (
        *("工作职责", "主要职责", "our responsibility", "our responsibilities"),
        *("responsibilities", "обязанности"),
    ),
    Topic.HISTORY: ("发展历程", "development process", "история"),
    Topic.ACHIEVEMENTS: ("合作成果", "achievements", "достижения"),
    Topic.NEXT_STEPS: ("合作展望", "next step", "next steps", "дальнейшие шаги"),
}
OFFICE_TOPICS = {text: topic for topic, texts in OFFICE_WORDINGS.items() for text in texts}
PROGRAMME_TOPICS = {text: topic for topic, texts in PROGRAMME_WORDINGS.items() for text in texts}
LONGEST = 60
# 第一章 总则; Chapter I General Provisions
CHAPTER_OF_LAW = re.compile(r"第[一二三四五六七八九十百]{1,4}[章节编]|Chapter\s+[IVX\d]{1,5}\b")


def is_chapter_heading(text: str) -> bool:
    """Whether a text begins as the chapters of a law do and is no sentence."""
    return CHAPTER_OF_LAW.match(text) is not None and not text.endswith((".", "。", ";", "；"))


def topic_of(passage: Passage) -> Topic | None:
    """What a heading in a page about an office announces."""
    return OFFICE_TOPICS.get(wording(str(passage)))


def programme_topic_of(text: str) -> Topic | None:
    """What a heading in a chapter about a programme announces."""
    return PROGRAMME_TOPICS.get(wording(text))


def wording(text: str) -> str:
    """The words of a heading, without number, colon and capitals; empty if it is too long."""
    if len(text) > LONGEST:
        return ""
    return split_mark(Excerpt(text, 0)).rest.text.strip(" \t\xa0:：").casefold()
