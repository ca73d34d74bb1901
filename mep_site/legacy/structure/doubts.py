"""What needs a human eye: the codes of anomalies, how grave they are, what may be done."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .segments import Destination


class Code(StrEnum):
    """The sorts of anomalies; ``wording`` puts them into words."""

    NUMBERING = "numbering"
    LIST_BREAKS_OFF = "list_breaks_off"
    TEXT_BREAKS_OFF = "text_breaks_off"
    COPYRIGHT_SIGN = "copyright_sign"
    MIXED_LANGUAGES = "mixed_languages"
    EMPTY_HEADING = "empty_heading"
    DATE_WITHOUT_YEAR = "date_without_year"
    RELATIVE_DATE = "relative_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    DATE_IN_FRAME = "date_in_frame"
    AMBIGUOUS_TELEPHONE = "ambiguous_telephone"
    NUMBER_DIFFERS = "number_differs"
    DATE_DIFFERS = "date_differs"
    COUNT_DIFFERS = "count_differs"
    UNTRANSLATED = "untranslated"
    DOUBTFUL_PAIR = "doubtful_pair"
    DAMAGED_CHARACTER = "damaged_character"
    MOJIBAKE = "mojibake"
    PINYIN = "pinyin"
    NO_TITLE = "no_title"
    UNKNOWN_KIND = "unknown_kind"
    NO_FIELD = "no_field"
    UNKNOWN_STATE = "unknown_state"
    STATES_DIFFER = "states_differ"
    INDEX_EXISTS = "index_exists"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


GRAVE = frozenset(
    {
        Code.TEXT_BREAKS_OFF,
        Code.LIST_BREAKS_OFF,
        Code.DAMAGED_CHARACTER,
        Code.MOJIBAKE,
        Code.NO_TITLE,
        Code.NO_FIELD,
    }
)
HARMLESS = frozenset(
    {
        Code.COPYRIGHT_SIGN,
        Code.RELATIVE_DATE,
        Code.DATE_WITHOUT_YEAR,
        Code.DATE_IN_FRAME,
        Code.INDEX_EXISTS,
    }
)


@dataclass(frozen=True)
class Suggestion:
    """A change that somebody may accept: in this place, put ``new`` for ``old``.

    An empty ``old`` stands for an empty field.
    """

    target: Destination
    language: str
    old: str
    new: str

    def as_json(self) -> list[Any]:
        """The suggestion as it is stored."""
        return [str(self.target), self.language, self.old, self.new]

    @classmethod
    def from_json(cls, stored: list[Any]) -> "Suggestion":
        target, language, old, new = stored
        return cls(Destination.parse(target), language, old, new)


@dataclass(frozen=True)
class Anomaly:
    """A doubtful place. Nothing was changed there."""

    code: Code
    line: int
    subject: str
    page: int = 0
    suggestion: Suggestion | None = None

    @property
    def severity(self) -> Severity:
        if self.code in GRAVE:
            return Severity.ERROR
        return Severity.NOTE if self.code in HARMLESS else Severity.WARNING
