"""JPEG: ITU-T T.81, annex B (segments), T.871 (JFIF), and ICC.1, annex B.4 (colour profiles)."""

import re
from collections.abc import Iterator

from .faults import DamagedPictureError

START, END = b"\xff\xd8", b"\xff\xd9"
JFIF, EXIF, SCAN = 0xE0, 0xE1, 0xDA
PREFIX = b"Exif\x00\x00"
# Segments of programs (APP0 to APP15) and comments: these are kept by what they begin with, as
# without them the colours would be others.
OF_PROGRAMS = {*range(0xE0, 0xF0), 0xFE}
KEPT = {JFIF: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
OF_NOBODY = b"\x00" * 16
JFIF_WITHOUT_THUMBNAIL = 12
# The end of coded samples: a marker that is neither an escaped FF, nor fill, nor a restart.
MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def strip_jpeg(content: bytes, exif: bytes) -> bytes:
    """The file with this EXIF block, or none if it is empty; also without what follows its end."""
    if not content.startswith(START):
        raise DamagedPictureError("No JPEG begins so.")
    own = _segment(EXIF, PREFIX + exif) if exif else b""
    return b"".join([START, own, *_needed(content), END])


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def _needed(content: bytes) -> Iterator[bytes]:
    """The segments that show the picture, each with the samples that follow it."""
    for marker, payload, samples in _segments(content):
        if marker not in OF_PROGRAMS:
            yield _segment(marker, payload) + samples
        elif payload.startswith(KEPT.get(marker, OF_NOBODY)):
            yield _segment(marker, _without_thumbnail(payload) if marker == JFIF else payload)


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, payload and following samples of each segment between start and end."""
    at = len(START)
    while (marker := _marker(content, at))[0] != END[1]:
        kind, at = marker
        length = int.from_bytes(content[at : at + 2], "big")
        payload, at = content[at + 2 : at + length], at + length
        if length < 2 or at > len(content):
            raise DamagedPictureError("A segment is longer than the file.")
        samples = b""
        if kind == SCAN:
            samples = content[at : _end_of_samples(content, at)]
            at += len(samples)
        yield kind, payload, samples


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The marker that stands at a place, and where what belongs to it begins."""
    found = MARKER.match(content, at)
    if not found:
        raise DamagedPictureError(f"No marker stands at {at}.")
    return content[found.end() - 1], found.end()


def _end_of_samples(content: bytes, at: int) -> int:
    found = MARKER.search(content, at)
    if not found:
        raise DamagedPictureError("The file ends within its samples.")
    return found.start()


def _without_thumbnail(payload: bytes) -> bytes:
    return payload[:JFIF_WITHOUT_THUMBNAIL] + b"\x00\x00"
