"""Origins: whose words a text of a translation is, a person's, the memory's or a machine's.

The origin of a unit lies beside its pin in the record of the page, as ``origin``, and travels with
it. It names the text that it is about by its fingerprint: it says nothing of any other text. That
of a person is that fingerprint alone; any other is ``{"kind": …, "text": fingerprint, …}``.

A machine's text becomes a person's when it is changed into another one, or when a person confirms
it as it stands. A text that was a machine's is remembered as ``before``, so that it is one again,
with its confirmation, when it is typed back.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from ..languages import Language
from .columns import Columns
from .pins import ORIGIN, records_in


class OriginKind(StrEnum):
    """Whose words a text is."""

    PERSON = "person"
    MEMORY = "memory"
    MACHINE = "machine"


@dataclass(frozen=True)
class Origin:
    """Where the text with this fingerprint comes from.

    ``pair`` names the pair of the memory, ``engine`` and ``version`` the machine. A machine's text
    is confirmed when ``confirmed_by``, the primary key of a user, and ``confirmed_at``, as ISO
    8601, are known. ``before`` is the machine's text in whose place a person's came.
    """

    kind: str
    text: str
    pair: str = ""
    engine: str = ""
    version: str = ""
    confirmed_by: int | None = None
    confirmed_at: str = ""
    before: "Origin | None" = None

    @property
    def is_machine(self) -> bool:
        return self.kind == OriginKind.MACHINE

    @property
    def is_confirmed(self) -> bool:
        """Whether it is a machine's text for which a person answers as it stands."""
        return self.is_machine and bool(self.confirmed_at)

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it is a machine's text for which nobody answers."""
        return self.is_machine and not self.confirmed_at

    def confirmed(self, user_id: int, moment: datetime) -> Self:
        """Answered for by a user; who did so first stays named."""
        if not self.is_unconfirmed:
            return self
        return replace(self, confirmed_by=user_id, confirmed_at=moment.isoformat())

    def taken_back(self) -> Self:
        """Without its confirmation."""
        return replace(self, confirmed_by=None, confirmed_at="")

    def as_stored(self) -> Any:
        """What the record of a page keeps of it."""
        if self.kind == OriginKind.PERSON and self.before is None:
            return self.text
        known = {name: value for name, value in asdict(self).items() if value}
        return known | {"before": self.before.as_stored()} if self.before else known

    @classmethod
    def stored(cls, record: Any) -> Self:
        """The origin that a record of a page keeps."""
        if isinstance(record, str):
            return cls(OriginKind.PERSON, record)
        known = {each.name: record[each.name] for each in fields(cls) if each.name in record}
        if "before" in known:
            known["before"] = cls.stored(known["before"])
        return cls(**known)


Origins = dict[str, Origin]


def origins_in(columns: Columns, language: Language) -> Origins:
    """Whose words the units of a translation are, as far as it is recorded."""
    return {
        unit: Origin.stored(record[ORIGIN])
        for unit, record in records_in(columns, language).items()
        if ORIGIN in record
    }


def write_origins(columns: Columns, language: Language, origins: Mapping[str, Origin]) -> Columns:
    """The columns with these origins among those of one translation."""
    records = {unit: dict(record) for unit, record in records_in(columns, language).items()}
    for unit, origin in origins.items():
        records.setdefault(unit, {})[ORIGIN] = origin.as_stored()
    return columns | {"pins": {**(columns.get("pins") or {}), language.code: records}}


def from_record(recorded: Origin | None, text: str) -> Origin | None:
    """The origin of the text with this fingerprint, if the record of its unit knows it."""
    for origin in (recorded, recorded.before if recorded else None):
        if origin and origin.text == text:
            return origin
    return None


def by_person(recorded: Origin | None, text: str) -> Origin:
    """The origin of a text that a person has put in the place of the recorded one."""
    earlier = recorded if recorded and recorded.is_machine else recorded and recorded.before
    return Origin(OriginKind.PERSON, text, before=earlier)
