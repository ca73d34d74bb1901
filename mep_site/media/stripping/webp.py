"""WebP: RFC 9649, section 2 (RIFF chunks)."""

from collections.abc import Iterator

from .faults import DamagedPictureError

RIFF, FORM = b"RIFF", b"WEBP"
HEAD = 12
EXTENDED, EXIF = b"VP8X", b"EXIF"
KEPT = {EXTENDED, b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
# The flags of the extended header that announce metadata.
EXIF_FLAG, XMP_FLAG = 0b1000, 0b0100


def strip_webp(content: bytes, exif: bytes) -> bytes:
    """The file with this EXIF block, or none if it is empty; also without what follows its end.

    A file with metadata has an extended header.
    """
    if content[:4] != RIFF or content[8:HEAD] != FORM:
        raise DamagedPictureError("No WebP begins so.")
    chunks = [
        (name, _announcing(data, exif) if name == EXTENDED else data)
        for name, data in _chunks(content)
        if name in KEPT
    ]
    if exif:
        chunks.append((EXIF, exif))
    body = FORM + b"".join(_chunk(name, data) for name, data in chunks)
    return RIFF + len(body).to_bytes(4, "little") + body


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = HEAD, 8 + int.from_bytes(content[4:8], "little")
    while at < end:
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8
        if at + length > len(content):
            raise DamagedPictureError("A chunk is longer than the file.")
        yield name, content[at : at + length]
        # A chunk of an odd length is followed by a byte that says nothing.
        at += length + length % 2


def _announcing(header: bytes, exif: bytes) -> bytes:
    if not header:
        raise DamagedPictureError("The extended header is empty.")
    flags = header[0] & ~(EXIF_FLAG | XMP_FLAG) | (EXIF_FLAG if exif else 0)
    return bytes([flags]) + header[1:]


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + len(data).to_bytes(4, "little") + data + b"\x00" * (len(data) % 2)
