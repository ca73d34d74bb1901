"""Tells the text of a capture from the frame that the old sites put round every page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..phrases.document_kinds import is_section, kind_of_section
from ..phrases.heads import is_day
from ..phrases.labels import WIDGETS, is_article_label
from ..phrases.markers import split_mark
from ..reading.lines import Capture, Line
from .segments import FOOTER_ROLES, Role

# A line of the frame says what it is in its first words.
HEAD_OF_LINE = 500
# Home > About MEP; Home » …; with no-break spaces or none.
SEPARATOR = r"\s*(?:>+|»|›|＞)\s*"
PLACE_LABEL = (
    r"(?:(?:Your |Current )?(?:Position|Location)|You are here"
    r"|[您你]?(?:当前|现在|目前)?(?:的)?(?:所在)?的?(?:位置|栏目)(?:是|为)?"
    r"|Вы здесь|Вы находитесь здесь)\s*[:：]?\s*"
)
HOME = r"(?:home(?: ?page)?|index|首页|主页|главная(?: страница)?)"
# The last form has lost its names, or is that of a front page.
BREADCRUMB = re.compile(
    rf"^(?:{PLACE_LABEL})?{HOME}{SEPARATOR}\S|^{PLACE_LABEL}[^>»›＞]{{1,60}}{SEPARATOR}\S"
    rf"|^{PLACE_LABEL}(?<=[:：\s])(?:{HOME})?(?:{SEPARATOR})?$|^{PLACE_LABEL}(?<=[:：])$",
    re.I,
)
SITE_LINKS = (
    r"Site ?map|Contact us|Statement|About(?: us)?|Home(?: ?page)?|Search|Links"
    r"|网站地图|联系我们|关于我们|首页|主页|设为首页|加入收藏|打印本页|关闭窗口"
    r"|Карта сайта|Контакты|Главная(?: страница)?|О (?:нас|сайте)"
)
SITE_LINK = re.compile(SITE_LINKS, re.I)
FEWEST_MENU_ITEMS = 3
LANGUAGE_NAMES = r"(?:中文(?:版)?|简体中文|English|Русский|Français|Español)"
MINISTRY = re.compile(
    r"(?:the )?ministry of (?:ecology and environment|environmental protection)"
    r"(?:,? (?:of )?(?:the )?(?:people.s republic of china|p\.? ?r\.? ?c(?:\.|hina)?))?"
    r"|(?:中华人民共和国|国家)?(?:生态环境部|环境保护部|环保部|环境保护总局)(?:(?:门户|政府)?网站|官网)?"
    r"|министерство (?:экологии и окружающей среды|охраны окружающей среды)"
    r"(?: (?:кнр|китая|китайской народной республики))?",
    re.I,
)
STATE = re.compile(
    r"(?:the )?people.s republic of china|中华人民共和国|китайская народная республика", re.I
)
# News      More>>
LABEL_WITH_LINK = re.compile(
    r"^(?P<name>\S.{0,40}?)\s*(?:\s(?:more|ещё|все)|[\[【]?更多[\]】]?)\s*[>»›….]*$", re.I
)
LINKS = re.compile(
    r"(?:(?:Friendly|Related|Useful|Quick) )?Links|友情链接|相关链接|快速链接|(?:Полезные )?Ссылки",
    re.I,
)
# Names of other sites are no sentences and count nothing.
LONGEST_LINK = 60
NO_LINK = re.compile(r"\d|[.;:。；：]$")
# What the front page of an office had round its news.
FRONT_WIDGETS = re.compile(
    r"^(?:Search(?: (?:this|the) site)?|站内搜索|(?:全站|网站)?(?:搜索|检索)|Поиск(?: по сайту)?"
    rf"|{LINKS.pattern}|(?:Weather|天气(?:预报)?|Погода)(?:\s*[:：].{0, 60})?"
    r"|(?:Visitors?|Visits|Hits|Page ?views|访问量|总访问量|浏览(?:量|次数)|Просмотров"
    r"|(?:Счётчик )?посещени[йя])\s*[:：]?\s*\d[\d,. ]*"
    r"|您是第\s*\d+\s*位(?:访客|访问者).{0,4}|今天是.{4,40}"
    r"|(?:用户名|User ?name|Логин)\s*[:：].{0,40})$",
    re.I,
)
# Tried in this order on the beginning of the stripped line.
FRAME = (
    # 中文 is the link to the Chinese site, which the capture glued to the keywords.
    (
        Role.HOT_KEYWORDS,
        re.compile(
            r"^(?:中文\s*)?(?:Hot Key ?words|热词|热门搜索|Популярные запросы)\s*[:：]", re.I
        ),
    ),
    (Role.BREADCRUMB, BREADCRUMB),
    (
        Role.MASTHEAD,
        re.compile(
            r"^(?:MINISTRY OF (?:ECOLOGY AND ENVIRONMENT|ENVIRONMENTAL PROTECTION).*"
            r"|(?:THE )?PEOPLE.S REPUBLIC OF CHINA|Mobile|Skip to content"
            rf"|{LANGUAGE_NAMES}(?:\s*[|/]?\s*{LANGUAGE_NAMES})*)$"
        ),
    ),
    (
        Role.WIDGETS,
        re.compile(
            r"^Article type\s*[:：]|^Font ?Size\s*[:：]|^字[号体]\s*[:：]|^(?:Размер шрифта)\s*:"
            r"|^(?:Share(?: (?:to|on|this))?|分享(?:到|至)?|Поделиться)\s*[:：].{0,80}$"
            rf"|{FRONT_WIDGETS.pattern}|^{WIDGETS.pattern}$",
            re.I,
        ),
    ),
    (
        Role.ADDRESS_LINE,
        re.compile(
            r"^(?:(?:Page )?URL|Link|Source(?: URL)?|Saved from|Original (?:address|URL)"
            r"|原文(?:链接|网址)|网页地址"
            r"|Адрес страницы)?\s*[:：]?\s*https?://\S+$",
            re.I,
        ),
    ),
    (
        Role.PRECEDENCE,
        re.compile(
            r"^[(（]?(?:(?:This|The) English version is\b"
            r"|In case (?:of )?any discrepancy"
            r"|(?:本|此)?英文(?:版|内容)仅供参考|Английская версия .{0,40}для справки)",
            re.I,
        ),
    ),
    # Copyright©2015-2016; a question mark stands where an encoding lost the sign.
    (
        Role.COPYRIGHT,
        re.compile(
            r"^(?:(?:Copyright|版权所有|Авторск\w+ прав\w+)\s*"
            r"(?:©|\?|？|\(c\)|\ufffd|&copy;)?\s*\d{4}"
            r"|(?:©|\(c\)|&copy;)\s*(?:Copyright)?\s*\d{4}|Copyright\s*(?:©|\(c\))|版权所有)",
            re.I,
        ),
    ),
    (
        Role.REGISTRATION,
        re.compile(r"^(?:Registration (?:Number|No\.?)\b|[\u4e00-\u9fff]?ICP备)", re.I),
    ),
    (
        Role.RIGHTS,
        re.compile(
            r"^(?:All rights? reserved\b"
            r"|Without (?:the )?(?:prior )?written\b"
            r"|未经.{0,10}书面|Все права защищены)",
            re.I,
        ),
    ),
    (
        Role.NAVIGATION,
        re.compile(
            r"^(?:Index|Contents|Table of contents|Back|Next|Previous|目录|返回|Содержание)$"
            rf"|^(?:{SITE_LINKS})(?:\s*[|｜]\s*[^|｜]{{1,40}})+$|(?:[|｜]\s*(?:{SITE_LINKS})\s*)+$"
            rf"|^(?:{HOME})(?:\s{{2,}}\S{{1,20}}(?: \S{{1,20}})?){{2,}}$",
            re.I,
        ),
    ),
)
LABEL = re.compile(rf"^{PLACE_LABEL}", re.I)
# A label stands above a title; what stands above a sentence is the title itself.
SENTENCE = re.compile(r"[.;:。；：]$")
NAMES = re.compile(SEPARATOR)
ADDRESS = re.compile(r"https?://\S+")
# Before the breadcrumb, the site may say its own name.
LONGEST_SITE_NAME = 100
MOST_SITE_NAMES = 3
# A label of a section stands in the head of a page, not deep in its text.
LAST_LINE_OF_HEAD = 12
# Where a capture was cut in its footer, no more than this is left below the disclaimer.
MOST_LEFT_OVERS, LONGEST_LEFT_OVER = 2, 60


@dataclass(frozen=True)
class Layout:
    """The lines of a capture with their roles; ``None`` is for text and for blank lines."""

    roles: tuple[tuple[Line, Role | None], ...]

    def lines_as(self, role: Role) -> list[Line]:
        """The lines that have this role."""
        return [line for line, own in self.roles if own is role]

    @property
    def breadcrumb(self) -> tuple[str, ...]:
        """The names on the way to the page; empty if the capture has lost them."""
        trails = (parse_breadcrumb(line.text) for line in self.lines_as(Role.BREADCRUMB))
        return next(trails, ())

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the sections that stand over the text, not those over lists of others."""
        lines = (line.text for line in self.lines_as(Role.SECTION_LABEL))
        return tuple(
            name for line in lines if not linked_label(line) for name in parse_breadcrumb(line)
        )

    @property
    def content(self) -> list[Line]:
        """The lines of the text, with the blank ones between them."""
        return [line for line, role in self.roles if role is None]

    @property
    def address(self) -> str:
        """The address that the page had, if the capture names it."""
        lines = self.lines_as(Role.ADDRESS_LINE)
        return ADDRESS.search(lines[0].text)[0] if lines else ""

    @property
    def tail(self) -> list[Line]:
        """The lines of the frame at the end, which many captures have in common."""
        tail: list[Line] = []
        for line, role in reversed(self.roles):
            if role in FOOTER_ROLES or role is Role.NAVIGATION or not line.text:
                tail.append(line)
            else:
                break
        return [line for line in reversed(tail) if line.text]


def analyse(capture: Capture) -> Layout:
    """Give every line of the frame its role; what follows a copyright line is footer."""
    roles: list[tuple[Line, Role | None]] = []
    in_footer = False
    for line in capture.lines:
        role = role_of(line.text) if line.text else None
        if in_footer and line.text:
            role = role if role in FOOTER_ROLES else Role.FOOTER
        in_footer = in_footer or role is Role.COPYRIGHT
        roles.append((line, role))
    return Layout(tuple(_with_end(_with_links(_with_head(_with_menu(roles))))))


def role_of(line: str) -> Role | None:
    """The role of a stripped line by itself."""
    beginning = line[:HEAD_OF_LINE]
    if linked_label(beginning):
        return Role.SECTION_LABEL
    return next((role for role, pattern in FRAME if pattern.search(beginning)), None)


def _with_menu(roles: list[tuple[Line, Role | None]]) -> list[tuple[Line, Role | None]]:
    """Tell a menu from the text: as many names of sections and of the site's own pages in a row."""
    menu: set[int] = set()
    for is_item, together in groupby(roles, key=lambda each: _is_menu_item(*each)):
        run = [line.number for line, _ in together]
        menu |= set(run) if is_item and len(run) >= FEWEST_MENU_ITEMS else set()
    return [(line, Role.NAVIGATION if line.number in menu else role) for line, role in roles]


def _is_menu_item(line: Line, role: Role | None) -> bool:
    text = line.text[:HEAD_OF_LINE]
    return role is None and (is_section(text) or SITE_LINK.fullmatch(text) is not None)


def _with_head(roles: list[tuple[Line, Role | None]]) -> list[tuple[Line, Role | None]]:
    """Tell names of the site and labels of sections from the text, in the head of a page."""
    head = [(line, role) for line, role in roles[:LAST_LINE_OF_HEAD] if line.text]
    trail = next((place for place, (_, role) in enumerate(head) if role is Role.BREADCRUMB), 0)
    names = {
        name
        for line, role in head
        if role is Role.BREADCRUMB
        for name in parse_breadcrumb(line.text)
    }
    found: dict[int, Role] = {}
    has_title = False
    for place, (line, role) in enumerate(head):
        above, below = head[max(0, place - 1)], head[min(place + 1, len(head) - 1)]
        if role is not None:
            continue
        if not has_title and _is_masthead(line, found.get(above[0].number, above[1])):
            found[line.number] = Role.MASTHEAD
        elif _is_label(line, below, names, has_title=has_title):
            found[line.number] = Role.SECTION_LABEL
        elif _names_site(line, head[:trail]):
            found[line.number] = Role.MASTHEAD
        else:
            has_title = True
    return [(line, found.get(line.number, role)) for line, role in roles]


def _is_masthead(line: Line, above: Role | None) -> bool:
    """Whether a line is the name of the ministry, or that of its state below it."""
    if MINISTRY.fullmatch(line.text[:HEAD_OF_LINE]):
        return True
    return above is Role.MASTHEAD and STATE.fullmatch(line.text[:HEAD_OF_LINE]) is not None


def _is_label(
    line: Line, below: tuple[Line, Role | None], names: set[str], *, has_title: bool
) -> bool:
    """Whether a line is the name of a section: over the title, or between it and its details.

    What stands over a sentence or a list is the title itself.
    """
    text, role = below[0].text, below[1]
    if line.text not in names and not (
        kind_of_section(line.text) if has_title else is_section(line.text)
    ):
        return False
    if has_title:
        return role is not None or is_article_label(text) or is_day(text)
    is_text = SENTENCE.search(text) or split_mark(below[0].excerpt).sign
    return below[0] is not line and not is_text


def _with_links(roles: list[tuple[Line, Role | None]]) -> list[tuple[Line, Role | None]]:
    """Tell the names of other sites below a heading such as "Links" from the text."""
    found: list[tuple[Line, Role | None]] = []
    in_links = False
    for line, role in roles:
        if role is None and line.text:
            in_links = in_links and len(line.text) <= LONGEST_LINK and not NO_LINK.search(line.text)
        elif role is not None:
            in_links = LINKS.fullmatch(line.text[:HEAD_OF_LINE]) is not None
        is_link = in_links and role is None and bool(line.text)
        found.append((line, Role.NAVIGATION if is_link else role))
    return found


def _with_end(roles: list[tuple[Line, Role | None]]) -> list[tuple[Line, Role | None]]:
    """Tell what is left of a footer that was cut: a few letters below the disclaimer."""
    last = max((i for i, (_, role) in enumerate(roles) if role is Role.PRECEDENCE), default=None)
    if last is None:
        return roles
    left = [line for line, role in roles[last:] if role is None and line.text]
    if len(left) > MOST_LEFT_OVERS or any(len(line.text) > LONGEST_LEFT_OVER for line in left):
        return roles
    numbers = {line.number for line in left}
    return [(line, Role.FOOTER if line.number in numbers else role) for line, role in roles]


def _names_site(line: Line, before: Sequence[tuple[Line, Role | None]]) -> bool:
    """Whether a line is one of a few short ones that stand before the breadcrumb."""
    texts = [each.number for each, role in before if role is None]
    return (
        line.number in texts
        and len(texts) <= MOST_SITE_NAMES
        and len(line.text) <= LONGEST_SITE_NAME
    )


def parse_breadcrumb(line: str) -> tuple[str, ...]:
    """The names in a breadcrumb; the old site wrote some of their spaces as underscores."""
    trail = LABEL.sub("", linked_label(line) or line)
    names = (re.sub(r"[_\s]+", " ", name).strip() for name in NAMES.split(trail))
    return tuple(name for name in names if name)


def linked_label(line: str) -> str:
    """The name of the section in ``News   More>>``; empty if a line is none such."""
    match = LABEL_WITH_LINK.match(line)
    return match["name"] if match and kind_of_section(match["name"]) else ""


def leader_in(breadcrumb: tuple[str, ...]) -> str:
    """The leader's name in ``Leaders of MEP > Huang Runqiu > Activities``; may be empty."""
    for section, name in pairwise(breadcrumb):
        if re.match(r"leaders?\b|部领导|руководств", section, re.I) and not kind_of_section(name):
            return name
    return ""
