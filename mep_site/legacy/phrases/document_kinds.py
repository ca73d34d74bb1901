"""The kinds of documents that the old sites had, and the sections in which they kept them."""

import re
from enum import StrEnum


class DocumentKind(StrEnum):
    DEPARTMENT = "department"
    INSTITUTION = "institution"
    ACTIVITY = "activity"
    NEWS = "news"
    POLICY = "policy"
    BROCHURE = "brochure"
    DIRECTORY = "directory"
    CALENDAR = "calendar"
    REPORT = "report"
    PRESS_CONFERENCE = "press_conference"
    UNKNOWN = "unknown"


# What sections are called, whole; the first that fits decides.
SECTIONS: tuple[tuple[DocumentKind, str], ...] = (
    (
        DocumentKind.DEPARTMENT,
        r"departments|internal departments|机构设置|内设机构|机关司局|департаменты",
    ),
    (
        DocumentKind.INSTITUTION,
        r"(?:(?:directly )?(?:subordinate|affiliated)|public)"
        r" (?:institutions|units|organi[sz]ations)"
        r"|institutions (?:directly )?(?:under|affiliated to|subordinate to) .{3,40}"
        r"|(?:直属|派出|所属|下属)(?:事业)?(?:单位|机构)"
        r"|подведомственные (?:учреждения|организации)",
    ),
    (
        DocumentKind.ACTIVITY,
        r"activities|leaders?|leaders?[’'] activities|activities of leaders|leadership"
        r"|(?:部?领导|部长)(?:活动|动态|之窗|讲话)?|деятельность(?: руководства)?|руководство",
    ),
    (
        DocumentKind.PRESS_CONFERENCE,
        r"press conferences?|(?:例行)?新闻发布会|пресс-конференции",
    ),
    (DocumentKind.CALENDAR, r"major events|(?:events )?calendars?|大事记"),
    (DocumentKind.REPORT, r"reports?|state of the environment.*|公报|(?:环境)?(?:状况)?公报|报告"),
    (
        DocumentKind.POLICY,
        r"polic(?:y|ies)|laws?|regulations|(?:laws|policies) and regulations"
        r"|政策[\u4e00-\u9fff]{0,4}|法律?法规|политика|законодательство",
    ),
    (
        DocumentKind.NEWS,
        r"(?:[a-z]+ ){0,2}news(?: (?:releases?|room|cent(?:er|re)|updates?|(?:and|&) \w+))?"
        r"|press releases?|speeches|remarks|讲话|выступления"
        r"|headlines|what[’']s new|events|international exchanges?|exchanges?|announcements?"
        r"|[\u4e00-\u9fff]{0,6}(?:新闻|要闻|动态|资讯|快讯|公告)(?:动态|中心|发布|报道|速递)?"
        r"|通知公告|(?:главные |последние |фото)?новости(?: и события)?|события|пресс-релизы",
    ),
)
KIND_OF_SECTION = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in SECTIONS)
# In a breadcrumb a section's name may say more: "News of the Ministry".
NEWS = re.compile(r"\bnews\b|^(?:international exchange|exchanges?|新闻|要闻|новости)", re.I)
LONGEST_NAME = 60
# Sections that held documents of several kinds.
MIXED = re.compile(
    r"(?:international )?cooperation|about (?:us|the ministry|mep|mee)|services|topics?|focus"
    r"|(?:air|water|soil|ecology|nature)(?: quality)?|(?:国际)?合作(?:交流)?|专题(?:专栏)?|关于我们"
    r"|(?:международное )?сотрудничество|о министерстве",
    re.I,
)


def kind_of_section(name: str) -> DocumentKind | None:
    """The kind of documents in a section that is called like this."""
    plain = " ".join(name[:LONGEST_NAME].replace("_", " ").rstrip(" \xa0>»›＞").split())
    return next((kind for kind, pattern in KIND_OF_SECTION if pattern.fullmatch(plain)), None)


def is_section(name: str) -> bool:
    """Whether a line can be the name of a section, of whatever documents."""
    return (
        kind_of_section(name) is not None
        or MIXED.fullmatch(name.strip()[:LONGEST_NAME]) is not None
    )


def kind_of_trail(breadcrumb: tuple[str, ...]) -> DocumentKind | None:
    """The kind that a breadcrumb stands for, such as ``Home > About MEP > Departments``.

    The last name decides first.
    """
    for name in reversed(breadcrumb):
        kind = kind_of_section(name) or (DocumentKind.NEWS if NEWS.search(name) else None)
        if kind:
            return kind
    return None
