"""What a capture shows of its kind: the features that ``recognising`` weighs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..phrases.document_kinds import DocumentKind, is_section, kind_of_section
from ..phrases.headings import SectionTopic, is_chapter_heading, status_of
from ..phrases.heads import details_in, is_byline, is_day
from ..phrases.labels import is_contact_line
from ..phrases.markers import NUMBERED, ListMarker
from ..reading.languages import CHINESE, ENGLISH
from ..structure.chunks import Chunk
from ..structure.contacts import named_number
from ..structure.layout import FRONT_WIDGETS, Layout, linked_label
from ..structure.pairing import AlignedPassage
from ..structure.segments import Role

MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
# On Oct. 2, …; Between Oct. 24 and 26, …; 10月2日，…; 2 октября …
EVENT = re.compile(
    rf"^(?:(?:On|From|Between|In)\s+(?:the same day|{MONTHS})|\d{{1,2}}月\d{{1,2}}日"
    r"|\d{1,2} [а-я]{3,8} )",
    re.I,
)
CALENDAR_TITLE = re.compile(r"^(calendar\b|list of events|大事记)|大事记$", re.I)
# Moderator: …, SHAO: …, 记者：
SPEAKER = re.compile(
    r"^(?P<name>[A-ZА-ЯЁ][\w.’'-]*(?: [A-ZА-ЯЁ][\w.’'-]*){0,3}|[\u4e00-\u9fff]{2,12})[:：]\s*\S"
)
REPORT_TITLE = re.compile(r"^(annual )?report on\b|state of (the )?.*environment$|公报$", re.I)
SPACED_YEAR = re.compile(r"^\d \d \d \d$")
VERBS = (
    r"meets|chairs|visits|attends|addresses|speaks|answers|delivers|inspects|leads|opens|presides"
    r"|holds|receives|signs|talks|hosts|launches|calls|stresses|urges|joins|pledges|tours"
)
# "Rong Haitao meets with …": a name of two words and what its bearer does.
DEED = re.compile(
    rf"^(?:(?:Vice |Deputy )?Minister )?(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+) (?:{VERBS})\b", re.I
)
CHINESE_DEED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,4}?)(?:副?部长)?"
    r"(?:会见|出席|主持|调研|考察|慰问|检查|听取|赴|在.{2,12}(?:调研|考察|讲话)|与.{2,20}举行)"
)
VERB = re.compile(rf"\b(?:{VERBS}|closes|wins|starts|publishes|plans|returns|reports)\b", re.I)
# NEW HARBOUR, Jun. 15-Norland …
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z’'. -]{1,40}[A-Z])(?:,\s*[A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?:,\s*[A-Z]{2,12})?\s*(?:--|[-–—])\s*(?=[A-Z])"
)
AGENCY = re.compile(
    r"\b(?:administration|agency|cent(?:er|re)|institute|academy|bureau|station|laborator(?:y|ies)"
    r"|observatory|institution|society|association|foundation|museum|service|school|college|university)\b"
    r"|(?:中心|研究院|研究所|设计院|科学院|监测[总分]?站|观测[总分]?站|监督站|实验室|学会|协会|基金会"
    r"|出版社|报社|学院|学校|大学|博物馆|管理局|督察局|监测局|管理所|保护区|[站所院])(?=$|[（(])"
    r"|\b(?:институт|центр|управление|агентство|станция|лаборатория|академия|бюро|обсерватория"
    r"|училище|школа|университет|музей)\b",
    re.I,
)
OFFICE = re.compile(
    r"^(?:(?:General )?(?:Department|Office|Division)\b|[\u4e00-\u9fff]{1,15}(?:司|厅|处|办公室|局)"
    r"(?=$|[（(])|(?:Департамент|Отдел|Управление)\b)",
    re.I,
)
DIVISION = re.compile(
    r"^(?:(?:Division|Section|Office) (?:of|for)\b|Отдел\b)|(?:Division|Section|Office)$"
    r"|^[\u4e00-\u9fff]{1,12}(?:处|科|室)(?:$|[（(、])",
)
SELF_DESCRIPTION = re.compile(
    r"\b(?:affiliated|subordinate|attached) to\b|\bis an? (?:public |institutional |subordinate )"
    r"|直属(?:事业)?单位|事业单位|подведомственн",
    re.I,
)
WELCOME = re.compile(r"welcome to\b|欢迎(?:访问|光临|来到)|добро пожаловать", re.I)
SMALL_WORDS = frozenset({"of", "for", "and", "the", "in", "on", "de"})
LONGEST_NAME, LONGEST_ENTRY = 120, 100
BEGINNING, LINES_OF_HEAD = 3, 6
FEWEST_EVENTS, FEWEST_SPEAKERS, FEWEST_SECTIONS, FEWEST_ENTRIES = 3, 4, 2, 2
SHORTEST_PROSE, SHORTEST_SENTENCE = 80, 25


@dataclass(frozen=True)
class Signs:
    """A capture as far as its kind shows."""

    layout: Layout
    passages: Sequence[AlignedPassage]

    @cached_property
    def texts(self) -> list[str]:
        """The beginnings of the passages."""
        return [str(passage)[:300] for passage in self.passages]

    @cached_property
    def title(self) -> str:
        """The first passage; may be empty."""
        return self.texts[0] if self.texts else ""

    @cached_property
    def chunks(self) -> list[Chunk]:
        """The chunks of all passages."""
        return [chunk for passage in self.passages for chunk in passage.chunks]

    @cached_property
    def sections(self) -> set[DocumentKind]:
        """The kinds of the sections that are named over the text."""
        return {kind for name in self.layout.labels if (kind := kind_of_section(name))}

    def names_section(self, kind: DocumentKind) -> bool:
        """The title is only the name of a section."""
        return kind_of_section(self.title) is kind

    @cached_property
    def topics(self) -> set[SectionTopic]:
        """What the headings announce."""
        return {topic for passage in self.passages if (topic := passage.topic)}

    # How a text is built

    def has_chapters(self) -> bool:
        """Chapters with a square before them, in Chinese and English."""
        languages = {chunk.language for chunk in self.chunks}
        return {CHINESE, ENGLISH} <= languages and any(
            p.mark is ListMarker.CHAPTER for p in self.passages
        )

    def has_events(self) -> bool:
        """Paragraphs that begin with a day, under a title that says so or more than others."""
        events = sum(1 for text in self.texts if EVENT.match(text[:100]))
        is_calendar = CALENDAR_TITLE.search(self.title[:100]) is not None
        return events >= FEWEST_EVENTS and (is_calendar or events * 2 > len(self.texts))

    def has_speakers(self) -> bool:
        """Paragraphs that begin with who speaks, and some speak more than once."""
        names = [m["name"] for text in self.texts if (m := SPEAKER.match(text[:100]))]
        return len(names) >= FEWEST_SPEAKERS and len(set(names)) < len(names)

    def has_title_of_report(self) -> bool:
        """A title such as "Report on …", or a spaced-out year below one."""
        return any(
            SPACED_YEAR.match(text[:200]) or REPORT_TITLE.search(text[:200])
            for text in self.texts[:BEGINNING]
        )

    def has_numbered_sections(self) -> bool:
        """Headings with Roman or Chinese numbers, or the chapters of a law."""
        sections = [
            passage
            for passage in self.passages
            if is_chapter_heading(str(passage)[:100])
            or (passage.mark in {ListMarker.ROMAN, ListMarker.CHINESE} and not passage.is_sentence)
        ]
        return len(sections) >= FEWEST_SECTIONS

    def has_duties(self) -> bool:
        """A heading over what an office is for."""
        return SectionTopic.FUNCTIONS in self.topics

    def has_duties_of_department(self) -> bool:
        """Such a heading on a page that is not about an institution."""
        return self.has_duties() and not self.mentions_agency()

    def has_divisions(self) -> bool:
        """A heading over the parts of an office, or several that are called so."""
        names = sum(1 for text in self.texts[1:] if DIVISION.search(text[:LONGEST_ENTRY]))
        return SectionTopic.STRUCTURE in self.topics or names >= FEWEST_ENTRIES

    def has_overview(self) -> bool:
        """A heading over the introduction of an office."""
        return SectionTopic.OVERVIEW in self.topics

    def has_items(self) -> bool:
        """Most of the text is a list."""
        items = [p for p in self.passages if p.mark in NUMBERED | {ListMarker.BULLET}]
        return len(items) >= FEWEST_ENTRIES and len(items) * 2 >= len(self.passages) - 1

    # Names and numbers

    def is_agency(self) -> bool:
        """The title is the name of an institution."""
        return reads_as_name(self.title) and AGENCY.search(self.title) is not None

    def mentions_agency(self) -> bool:
        """The title has the word for an institution in it and is no sentence."""
        is_sentence = bool(self.passages) and self.passages[0].is_sentence
        return not is_sentence and AGENCY.search(self.title[:200]) is not None

    def is_office(self) -> bool:
        """The title is the name of a department and not of an institution."""
        return (
            reads_as_name(self.title) and bool(OFFICE.search(self.title)) and not self.is_agency()
        )

    def describes_itself(self) -> bool:
        """The first paragraphs say what sort of an institution it is."""
        return any(SELF_DESCRIPTION.search(text) for text in self.texts[1 : BEGINNING + 1])

    def has_numbers(self) -> bool:
        """Telephone numbers and other details of offices."""
        return self._count_numbers() >= FEWEST_ENTRIES

    def has_number(self) -> bool:
        """At least one such detail."""
        return self._count_numbers() > 0

    def _count_numbers(self) -> int:
        return sum(
            1 for chunk in self.chunks if is_contact_line(chunk.excerpt.text) or _number(chunk)
        )

    # Articles

    def has_leader(self) -> bool:
        """The title says what somebody does whom the text then speaks of."""
        return bool(leader_in_title(self.passages))

    def _details(self) -> set[str]:
        head = [chunk for passage in self.passages[: LINES_OF_HEAD + 1] for chunk in passage.chunks]
        found = {detail.sort for chunk in head[1:] for detail in details_in(chunk.excerpt)}
        is_written = any(is_byline(chunk.text) and not chunk.is_sentence for chunk in head[1:])
        return found | ({"byline"} if is_written else set())

    @cached_property
    def details(self) -> set[str]:
        """The sorts of details that stand over the text."""
        return self._details()

    def has_date(self) -> bool:
        """A line below the title is a date."""
        return "date" in self.details

    def has_source(self) -> bool:
        """A line below the title names the source, or would."""
        return "source" in self.details

    def has_byline(self) -> bool:
        """A line below the title says who wrote the text."""
        return "byline" in self.details

    def has_dateline(self) -> bool:
        """The text begins with a place in capitals and a dash."""
        return any(DATELINE.match(text) for text in self.texts[1 : BEGINNING + 2])

    def has_article_type(self) -> bool:
        """The site itself called the page an article."""
        lines = self.layout.lines_as(Role.WIDGETS)
        return any(re.match(r"Article type", line.text, re.I) for line in lines)

    def has_widgets(self) -> bool:
        """Something to print or to share the text with, as only articles had."""
        lines = [line.text[:100] for line in self.layout.lines_as(Role.WIDGETS)]
        return "widgets" in self.details or any(not FRONT_WIDGETS.match(line) for line in lines)

    def has_prose(self) -> bool:
        """Paragraphs of some length."""
        long = [p for p in self.passages[1:] if p.is_sentence and len(str(p)) >= SHORTEST_PROSE]
        return bool(long) or sum(len(str(p)) for p in self.passages[1:] if p.is_sentence) >= 60

    # Front pages

    def is_front_page(self) -> bool:
        """Headlines with their days, and what stood round them on the front page of an office."""
        return self._count_headlines() >= FEWEST_ENTRIES <= self._count_frame()

    def has_front_page(self) -> bool:
        """The name of an institution, or a welcome, over headlines or over parts of such a page."""
        if not self.is_agency() and not WELCOME.match(self.title):
            return False
        is_article = bool(self.details & {"date", "source", "byline"})
        parts = self._count_frame() + sum(map(is_section, self.texts[1:]))
        return self._count_headlines() >= FEWEST_ENTRIES or (
            parts >= FEWEST_ENTRIES and not is_article
        )

    def _count_frame(self) -> int:
        """How many menus, searches, counters and links to lists the site had round the text."""
        widgets = [
            w for w in self.layout.lines_as(Role.WIDGETS) if FRONT_WIDGETS.match(w.text[:100])
        ]
        links = [n for n in self.layout.lines_as(Role.SECTION_LABEL) if linked_label(n.text)]
        return len([*widgets, *links, *self.layout.lines_as(Role.NAVIGATION)])

    def _count_headlines(self) -> int:
        """How many headlines have their days before them, after them, or on a line below them."""
        return sum(1 for text in self.texts[1:] if is_headline(text) or is_day(text))

    # Directories

    @cached_property
    def entries(self) -> list[AlignedPassage]:
        """Names that stand in two languages or more."""
        return [p for p in self.passages[1:] if is_entry(p) and not status_in(p)]

    def lists_members(self) -> bool:
        """Names in several languages under who takes part how, and next to no other text."""
        has_status = any(status_in(passage) for passage in self.passages)
        return has_status and len(self.entries) >= FEWEST_ENTRIES and not self._has_text()

    def lists_offices(self) -> bool:
        """Names in several languages, with numbers between them or in three languages."""
        in_three = [entry for entry in self.entries if len(entry.languages) > FEWEST_ENTRIES]
        is_list = len(self.entries) >= FEWEST_ENTRIES + 1 or len(in_three) >= FEWEST_ENTRIES
        is_plain = self.has_number() or len(in_three) > FEWEST_ENTRIES
        return is_list and is_plain and not self._has_text()

    def _has_text(self) -> bool:
        """Whether the names stand among chapters or sentences."""
        chapters = sum(
            1 for chunk in self.chunks if chunk.mark is ListMarker.CHAPTER and chunk.sign
        )
        sentences = [p for p in self.passages if p.is_sentence and len(str(p)) > SHORTEST_SENTENCE]
        return chapters > 1 or len(sentences) * 2 > len(self.entries)


def _number(chunk: Chunk) -> bool:
    return named_number(chunk.excerpt.text) is not None


def status_in(passage: AlignedPassage) -> bool:
    """Whether a passage heads those who take part in the same way."""
    return any(status_of(chunk.text) for chunk in passage.chunks)


def is_entry(passage: AlignedPassage) -> bool:
    """Whether a passage is a name in several languages."""
    texts = [chunk.text for chunk in passage.chunks]
    is_short = all(len(text) <= LONGEST_ENTRY for text in texts) and not passage.is_sentence
    is_label = any(is_contact_line(text) or passage.topic for text in texts)
    return (
        len(passage.languages) > 1
        and is_short
        and not is_label
        and passage.mark is not ListMarker.CHAPTER
    )


def is_headline(text: str) -> bool:
    """Whether a line is a headline with its day before it or after it."""
    day = r"[\[(（【]?(?:\d{4}[-./年])?\d{1,2}[-./月]\d{1,2}(?:[-./]\d{4})?日?[\])）】]?"
    return re.search(rf"^{day}\s+\S|\S\s*{day}$", text) is not None and not is_day(text)


def reads_as_name(text: str) -> bool:
    """Whether a title is a name: capitalised throughout, or one word of Chinese, and no deed."""
    if not text or len(text) > LONGEST_NAME or VERB.search(text) or text.endswith((".", "。")):
        return False
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    if not words:
        return False
    if re.match(r"[\u4e00-\u9fff]", text):
        return len(text) <= 30 and not re.search(r"[，、：]", text)
    if re.match(r"[А-ЯЁ]", text):
        return len(words) <= 12
    return all(word[0].isupper() or word in SMALL_WORDS for word in words)


def leader_in_title(passages: Sequence[AlignedPassage]) -> str:
    """The name that a title such as "Rong Haitao meets with …" begins with; may be empty."""
    title = str(passages[0])[:300] if passages else ""
    deed = DEED.match(title) or CHINESE_DEED.match(title)
    spoken_of = deed and any(deed["name"] in str(p)[:2000] for p in passages[1 : BEGINNING + 2])
    return deed["name"] if spoken_of else ""
