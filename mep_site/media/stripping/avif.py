"""AVIF: boxes of ISO/IEC 14496-12, in which ISO/IEC 23008-12 keeps pictures as items.

Every box says where in the file others lie, so nothing is taken out: what is not needed is written
over. How the picture is turned stands in properties of the item, which stay.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .faults import DamagedPictureError

# An EXIF item begins with the place of its TIFF header; this one lists nothing.
NO_EXIF = b"\x00\x00\x00\x00II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"
EXIF, TEXTS = b"Exif", {b"mime", b"uri "}
# Boxes that hold whatever a program wanted to leave.
FREE = {b"free", b"skip", b"uuid", b"udta"}
MOVIE = b"moov"


@dataclass(frozen=True)
class FileBox:
    """A part of the file: what it is called, and where its content lies."""

    name: bytes
    start: int
    end: int


def strip_avif(content: bytes) -> bytes:
    """The file, with nothing where metadata was; an animation is refused."""
    written = bytearray(content)
    for box in _boxes(content, 0, len(content)):
        if box.name == MOVIE:
            raise DamagedPictureError("It holds an animation.")
        if box.name in FREE:
            _blank(written, box.start, box.end)
        if box.name == b"meta":
            _blank_items(written, content, box)
    return bytes(written)


def _blank_items(written: bytearray, content: bytes, meta: FileBox) -> None:
    inner = {box.name: box for box in _boxes(content, meta.start + 4, meta.end)}
    if not {b"iinf", b"iloc"} <= inner.keys():
        raise DamagedPictureError("It holds no items.")
    kinds = dict(_kinds_of_items(content, inner[b"iinf"]))
    data = inner.get(b"idat")
    for item, place, length, is_in_data in _places_of_items(content, inner[b"iloc"]):
        if kinds.get(item) in {EXIF, *TEXTS}:
            start = place + (data.start if is_in_data and data else 0)
            _blank(written, start, start + length)
            if kinds[item] == EXIF and length >= len(NO_EXIF):
                written[start : start + len(NO_EXIF)] = NO_EXIF


def _blank(written: bytearray, start: int, end: int) -> None:
    if end > len(written):
        raise DamagedPictureError("A part lies outside the file.")
    written[start:end] = b"\x00" * (end - start)


def _boxes(content: bytes, at: int, end: int) -> Iterator[FileBox]:
    while at < end:
        reader = BoxReader(content, at, end)
        size, name = reader.number(4), reader.take(4)
        if size == 1:
            size = reader.number(8)
        stop = at + size if size else end
        if stop > end or stop < reader.at:
            raise DamagedPictureError(f"The box at {at} is not whole.")
        yield FileBox(name, reader.at, stop)
        at = stop


def _kinds_of_items(content: bytes, box: FileBox) -> Iterator[tuple[int, bytes]]:
    """The number of each item, and what it is (ISO/IEC 14496-12, 8.11.6)."""
    reader = BoxReader(content, box.start, box.end)
    version = reader.number(4) >> 24
    reader.number(2 if version == 0 else 4)
    for entry in _boxes(content, reader.at, box.end):
        inner = BoxReader(content, entry.start, entry.end)
        version = inner.number(4) >> 24
        if version < 2:
            raise DamagedPictureError("An item is described in a way that is none of pictures.")
        number = inner.number(2 if version == 2 else 4)
        inner.number(2)
        yield number, inner.take(4)


def _places_of_items(content: bytes, box: FileBox) -> Iterator[tuple[int, int, int, bool]]:
    """Of each extent of an item: its number, where it lies, how long it is, whether in ``idat``.

    ISO/IEC 14496-12, 8.11.3.
    """
    reader = BoxReader(content, box.start, box.end)
    version = reader.number(4) >> 24
    sizes = reader.number(2)
    of_offset, of_length, of_base, of_index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    for _ in range(reader.number(2 if version < 2 else 4)):
        number = reader.number(2 if version < 2 else 4)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)
        base = reader.number(of_base)
        for _ in range(reader.number(2)):
            if version:
                reader.number(of_index)
            offset = reader.number(of_offset)
            yield number, base + offset, reader.number(of_length), method == 1


class BoxReader:
    """Reads numbers of a part of a file, one after the other."""

    def __init__(self, content: bytes, at: int, end: int) -> None:
        self.content, self.at, self.end = content, at, end

    def take(self, length: int) -> bytes:
        """The next bytes; an error if the part has no more."""
        found = self.content[self.at : self.at + length]
        self.at += length
        if self.at > self.end or len(found) < length:
            raise DamagedPictureError("A part ends too early.")
        return found

    def number(self, length: int) -> int:
        """The next number, of so many bytes; none is 0."""
        return int.from_bytes(self.take(length), "big")
