"""Verifies the audit log: that no record was changed, taken out, or written past the chain.

What somebody can still do who may write to the database past the triggers is to cut off the end, or
to write all of it anew. Both change the head of the chain, so heads are kept elsewhere: in the log
of the site, in a file of another machine (``anchors``), on paper.
"""

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from wagtail.models.audit_log import BaseLogEntry

from ..erasing import ERASURE
from ..log_entries import KINDS, is_recorded
from ..models import AuditedPerson, AuditRecord, ChainLink
from ..people import person_digest
from ..recording import repeated_columns
from .beginning import BEGINNING, first_unrecorded
from .triggers import missing_triggers

CHUNK = 2_000
GROUP = re.compile(".{1,16}")


class Head(NamedTuple):
    """The end of the chain at a moment: how many records there were, and their digest."""

    number: int
    digest: str

    def __str__(self) -> str:
        """In groups, which people can compare and the log does not take for a secret."""
        return f"{self.number}:{'.'.join(GROUP.findall(self.digest))}"

    @classmethod
    def parse(cls, text: str) -> "Head":
        """``ValueError`` if that is no head."""
        number, _, digest = text.strip().replace(".", "").partition(":")
        int(digest, 16)
        return cls(int(number), digest)


def head_of_chain() -> Head:
    """The end of the chain as it stands; number 0 without a digest if there is no record."""
    link = ChainLink.objects.order_by("-number").first()
    return Head(link.number, link.digest) if link else Head(0, "")


def faults_of_log(anchors: Iterable[Head] = ()) -> Iterator[str]:
    """A sentence for each thing that is not as it was written; ``anchors`` are earlier heads."""
    yield from (f"The trigger {name} is missing or switched off." for name in missing_triggers())
    yield from _faults_of_chain()
    yield from _unlinked()
    yield from _faults_of_anchors(anchors)
    yield from _faults_of_people()
    yield from _unrecorded()


def unrecorded_entries() -> Iterator[BaseLogEntry]:
    """The entries of Wagtail's logs since the chain began of which it has no record."""
    begun = first_unrecorded()
    for model, word in KINDS.items():
        name = Concat(Value(f"{word}:"), Cast(OuterRef("pk"), CharField()))
        entries = model.objects.filter(pk__gt=begun.get(word, 0)).order_by("pk")
        lacking = entries.exclude(Exists(AuditRecord.objects.filter(entry=name)))
        # Whose account is gone is nobody; read one by one it would be an error.
        lacking = lacking.prefetch_related("user")
        yield from filter(is_recorded, lacking.iterator(CHUNK))


def _faults_of_chain() -> Iterator[str]:
    number, digest = 0, ""
    for link in ChainLink.objects.select_related("record").order_by("number").iterator(CHUNK):
        if link.number != number + 1:
            # Nobody can tell how the next one was linked.
            yield _missing(number + 1, link.number - 1)
        elif link.digest != _linked(digest, link.record.content):
            yield f"Record {link.number} ({link.record}) has been changed, or its link."
        yield from _faults_of_columns(link)
        number, digest = link.number, link.digest
    if number and not AuditRecord.objects.filter(action=BEGINNING, link__number=1).exists():
        yield "The chain does not begin with the record of its beginning."


def _missing(first: int, last: int) -> str:
    if first == last:
        return f"Record {first} is missing."
    return f"Records {first} to {last} are missing."


def _linked(digest: str, content: str) -> str:
    return sha256(f"{digest}\n{content}".encode()).hexdigest()


def _faults_of_columns(link: ChainLink) -> Iterator[str]:
    """What stands beside the content must be what it says."""
    try:
        wanted = repeated_columns(json.loads(link.record.content))
    except (ValueError, KeyError, TypeError):
        yield f"Record {link.number} cannot be read."
        return
    for name, value in wanted.items():
        if getattr(link.record, name) != value:
            yield f"Record {link.number}: its column {name} does not say what the record says."


def _unlinked() -> Iterator[str]:
    for record in AuditRecord.objects.filter(link=None).order_by("pk").iterator(CHUNK):
        yield f"A record is not in the chain: {record} (row {record.pk})."


def _faults_of_anchors(anchors: Iterable[Head]) -> Iterator[str]:
    for anchor in anchors:
        link = ChainLink.objects.filter(pk=anchor.number).first()
        if link is None:
            end = head_of_chain().number
            yield f"The end is missing: there were {anchor.number} records, now there are {end}."
        elif link.digest != anchor.digest:
            yield f"The chain up to record {anchor.number} is not the one that it was."


def _faults_of_people() -> Iterator[str]:
    erased = {
        digest
        for record in AuditRecord.objects.filter(action=ERASURE)
        for digest in json.loads(record.content)["people"]
    }
    for person in AuditedPerson.objects.order_by("pk").iterator(CHUNK):
        if person.is_erased:
            if person.digest not in erased:
                yield f"The name of person {person.digest[:8]} was erased past the command for it."
        elif person_digest(person.salt, person.username, person.name) != person.digest:
            yield f"The name of person {person.digest[:8]} has been changed."


def _unrecorded() -> Iterator[str]:
    for entry in unrecorded_entries():
        name = f"{KINDS[type(entry)]}:{entry.pk}, {entry.action}"
        yield f"A log entry has no record: {name}, {entry.timestamp:%Y-%m-%d %H:%M:%S}."
