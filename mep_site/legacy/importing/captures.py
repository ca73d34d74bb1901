"""Stores files as they are, and what the parser made of them."""

from collections.abc import Iterator
from hashlib import sha256

from django.db import transaction

from mep_site.legacy.models import (
    LegacyAnomaly,
    LegacyCapture,
    LegacyImport,
    LegacyReading,
    LegacyTail,
)
from mep_site.legacy.parsing import PARSER_VERSION, Parsed, parse_capture
from mep_site.legacy.reading.lines import content_hash, printable
from mep_site.legacy.reading.refusals import Reason, RefusedCaptureError


def receive(file_name: str, content: bytes, batch: LegacyImport | None = None) -> LegacyCapture:
    """Store the bytes of a file, unless the same bytes are stored already."""
    capture, _ = LegacyCapture.objects.get_or_create(
        sha256=content_hash(content),
        defaults={"file_name": storable(file_name), "content": content, "batch": batch},
    )
    return capture


def storable(file_name: str) -> str:
    """A name that a database can hold, whatever bytes a file system allows in one."""
    return printable(file_name)[-255:]


def current_reading(capture: LegacyCapture) -> LegacyReading | None:
    """What this version of the parser made of a capture, if it has read it."""
    return capture.readings.filter(parser_version=PARSER_VERSION).first()


@transaction.atomic
def interpret(capture: LegacyCapture) -> LegacyReading:
    """Read a capture: all that follows from it is stored together, or nothing is."""
    known = current_reading(capture)
    if known:
        return known
    content = bytes(capture.content)
    parsed = parse_capture(content)
    _describe(capture, parsed)
    if capture.reassembled() != content:
        raise RefusedCaptureError(Reason.NOT_WHOLE)
    capture.save()
    reading = _reading_of(capture, parsed)
    LegacyAnomaly.objects.bulk_create(_queued(reading, parsed))
    return reading


def _reading_of(capture: LegacyCapture, parsed: Parsed) -> LegacyReading:
    return LegacyReading.objects.create(
        capture=capture,
        parser_version=PARSER_VERSION,
        kind=parsed.kind,
        plan=[[page.model, page.leader] for page in parsed.pages],
        segments=[segment.as_json() for segment in parsed.segments],
        facts=[fact.as_json() for fact in parsed.facts],
        languages=parsed.languages,
        characters=parsed.coverage.characters,
        covered=parsed.coverage.covered,
        overlapping=parsed.coverage.overlapping,
        pairs=parsed.pairs,
    )


def _queued(reading: LegacyReading, parsed: Parsed) -> Iterator[LegacyAnomaly]:
    for anomaly in parsed.anomalies:
        yield LegacyAnomaly(
            reading=reading,
            number=anomaly.page,
            code=anomaly.code,
            severity=anomaly.severity,
            line=anomaly.line,
            subject=anomaly.subject,
            proposal=anomaly.suggestion.as_json() if anomaly.suggestion else None,
        )


def forgive(capture: LegacyCapture) -> None:
    """Forget an earlier refusal: what stood in the way is gone."""
    if capture.refusal:
        capture.refusal = capture.refusal_details = ""
        capture.save(update_fields=["refusal", "refusal_details"])


def refuse(capture: LegacyCapture, error: RefusedCaptureError) -> None:
    """Keep why a capture could not be read."""
    capture.refusal = error.reason
    capture.refusal_details = error.details
    capture.save(update_fields=["refusal", "refusal_details"])


def _describe(capture: LegacyCapture, parsed: Parsed) -> None:
    source = parsed.capture
    capture.encoding = source.encoding
    capture.byte_order_mark = source.mark.hex()
    capture.line_breaks = " ".join(source.line_breaks)
    capture.damaged_bytes = source.damaged_bytes
    capture.lines = [line.whole for line in source.lines]
    capture.address = parsed.address[:500]
    capture.tail = _tail(parsed.tail)
    capture.refusal = capture.refusal_details = ""


def _tail(text: str) -> LegacyTail | None:
    """The ending that the capture shares with others; the same text is stored once."""
    if not text:
        return None
    name = sha256(text.encode()).hexdigest()
    return LegacyTail.objects.get_or_create(sha256=name, defaults={"text": text})[0]
