"""What the parsers find: documents of the old site, in terms of the ministry and free of Django.

Every text is kept as it stands in the capture. A fact that the text does not state is empty.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from .languages import LANGUAGES


@dataclass(frozen=True)
class Texts:
    """One text in each language that it stands in; its paragraphs are separated by line breaks."""

    zh_hans: str = ""
    en: str = ""
    ru: str = ""

    @classmethod
    def only(cls, language: str, text: str) -> "Texts":
        """A text that is known in one language."""
        return cls(**{language: text})

    def in_language(self, language: str) -> str:
        """The text in this language, which may be empty."""
        return getattr(self, language)

    def adding(self, language: str, text: str) -> "Texts":
        """The same with another paragraph in one language."""
        known = self.in_language(language)
        return replace(self, **{language: f"{known}\n{text}" if known else text})

    @property
    def languages(self) -> list[str]:
        """The languages that there is a text in."""
        return [language for language in LANGUAGES if self.in_language(language)]

    def __str__(self) -> str:
        return next((self.in_language(language) for language in self.languages), "")


@dataclass(frozen=True)
class Heading:
    """A heading in a body."""

    texts: Texts


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a translation may have split it into several."""

    texts: Texts


@dataclass(frozen=True)
class BulletList:
    """A list of items, numbered from 1 or not."""

    items: tuple[Texts, ...]
    numbered: bool = False


Block = Heading | Paragraph | BulletList


class AnomalyCode(StrEnum):
    """What needs a human eye; the command puts it into words."""

    NUMBERING_IRREGULAR = "numbering irregular"
    NUMBER_DIFFERS = "number differs between languages"
    DATE_DIFFERS = "date differs between languages"
    COUNT_DIFFERS = "stated count differs from the list"
    NO_FIELD = "text without a field"
    UNKNOWN_STATE = "state is not in the approved table"
    STATES_DIFFER = "names mean different states"
    INDEX_EXISTS = "index page exists already"


@dataclass(frozen=True)
class Anomaly:
    """Something that was imported as it stands, or left out, and that somebody should look at."""

    code: AnomalyCode
    subject: str


@dataclass(frozen=True)
class Contact:
    """How to reach an office; numbers are kept as they are written."""

    office: Texts = Texts()
    address: Texts = Texts()
    postcode: str = ""
    telephone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True)
class Division:
    """A division; the alternative name stood in brackets."""

    name: Texts
    alternative_name: Texts = Texts()


@dataclass(frozen=True)
class Unit:
    """A unit of an institution."""

    name: Texts
    duties: Texts = Texts()


@dataclass(frozen=True, kw_only=True)
class Document:
    """What every kind of document has."""

    title: Texts
    anomalies: tuple[Anomaly, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DepartmentDocument(Document):
    """A department."""

    functions: tuple[Block, ...] = ()
    divisions: tuple[Division, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InstitutionDocument(Document):
    """A subordinate institution."""

    abbreviation: Texts = Texts()
    supervisor: Texts = Texts()
    duties: tuple[Block, ...] = ()
    tasks: tuple[Texts, ...] = ()
    units: tuple[Unit, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ActivityDocument(Document):
    """An activity of a leader, who is known by name."""

    leader: Texts
    place: Texts = Texts()
    byline: Texts = Texts()
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PolicyDocument(Document):
    """A text on policy."""

    body: tuple[Block, ...] = ()


class MemberStatus(StrEnum):
    """How a state or an organisation takes part."""

    MEMBER = "member"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue_partner"


@dataclass(frozen=True)
class Member:
    """A state or an organisation as the text names it."""

    name: Texts
    status: MemberStatus


@dataclass(frozen=True)
class Quotation:
    """What somebody or a document said. ``date`` is ISO 8601 as far as it is known."""

    text: Texts
    speaker: Texts = Texts()
    occasion: Texts = Texts()
    place: Texts = Texts()
    date: str = ""


@dataclass(frozen=True)
class Milestone:
    """A dated event."""

    text: Texts
    date: str


@dataclass(frozen=True)
class WorkingGroup:
    """A body that meets; ``launched`` is ISO 8601."""

    name: Texts
    launched: str
    sessions_held: int


@dataclass(frozen=True)
class Achievement:
    """Results under one heading."""

    heading: Texts
    text: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProgrammeDocument(Document):
    """A programme or mechanism of cooperation."""

    abbreviation: Texts = Texts()
    background: tuple[Block, ...] = ()
    responsibilities: tuple[Block, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    next_steps: tuple[Block, ...] = ()
    members: tuple[Member, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    working_groups: tuple[WorkingGroup, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BrochureDocument(Document):
    """A brochure on cooperation: several programmes and whom to reach about them."""

    programmes: tuple[ProgrammeDocument, ...] = ()
    contacts: tuple[Contact, ...] = ()
