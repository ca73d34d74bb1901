"""PNG: https://www.w3.org/TR/png-3/ (chunks)."""

import zlib
from collections.abc import Iterator

from .faults import DamagedPictureError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER, END = b"IHDR", b"IEND"
KEPT = {
    *(HEADER, b"PLTE", b"IDAT", END, b"tRNS"),
    # Colours, and how large a pixel is.
    *(b"cHRM", b"cICP", b"gAMA", b"iCCP", b"mDCV", b"cLLI", b"sBIT", b"sRGB", b"bKGD", b"pHYs"),
    # Frames of an animation.
    *(b"acTL", b"fcTL", b"fdAT"),
}


def strip_png(content: bytes, exif: bytes) -> bytes:
    """The file with this EXIF block, or none if it is empty; also without what follows its end."""
    if not content.startswith(SIGNATURE):
        raise DamagedPictureError("No PNG begins so.")
    header, *others = _needed(content)
    own = _chunk(b"eXIf", exif) if exif else b""
    return b"".join([SIGNATURE, header, own, *others])


def _needed(content: bytes) -> Iterator[bytes]:
    at, name = len(SIGNATURE), b""
    while name != END:
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        end = at + length + 12
        if end > len(content) or (at == len(SIGNATURE)) != (name == HEADER):
            raise DamagedPictureError(f"The chunk at {at} is not whole, or none that may be there.")
        if name in KEPT:
            yield content[at:end]
        at = end


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + checksum
