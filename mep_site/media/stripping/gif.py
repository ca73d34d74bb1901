"""GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt (blocks). It can hold no EXIF."""

from collections.abc import Iterator

from .faults import DamagedPictureError

SIGNATURES = (b"GIF87a", b"GIF89a")
HEAD = 13
IMAGE, EXTENSION, TRAILER = 0x2C, 0x21, 0x3B
GRAPHIC_CONTROL, APPLICATION = 0xF9, 0xFF
# Says how often an animation is repeated; every other application writes what is its own.
REPETITION = b"\x0bNETSCAPE2.0"


def strip_gif(content: bytes) -> bytes:
    """The file without comments and what programs left, and without what follows its end."""
    if not content.startswith(SIGNATURES):
        raise DamagedPictureError("No GIF begins so.")
    start = HEAD + _size_of_palette(content, 10)
    return b"".join([content[:start], *_needed(content, start), bytes([TRAILER])])


def _needed(content: bytes, at: int) -> Iterator[bytes]:
    while (kind := _byte(content, at)) != TRAILER:
        if kind == IMAGE:
            # After the palette stands a byte on how the samples are coded.
            end = _end_of_data(content, at + 10 + _size_of_palette(content, at + 9) + 1)
            is_needed = True
        elif kind == EXTENSION:
            end = _end_of_data(content, at + 2)
            label, data = _byte(content, at + 1), content[at + 2 : end]
            is_needed = label == GRAPHIC_CONTROL or (
                label == APPLICATION and data.startswith(REPETITION)
            )
        else:
            raise DamagedPictureError(f"No block stands at {at}.")
        if is_needed:
            yield content[at:end]
        at = end


def _size_of_palette(content: bytes, at: int) -> int:
    """How many bytes the palette takes that the flags at this place announce."""
    flags = _byte(content, at)
    return 3 << ((flags & 0b111) + 1) if flags & 0b1000_0000 else 0


def _end_of_data(content: bytes, at: int) -> int:
    """Where the blocks of data end that begin here; the last one is empty."""
    while length := _byte(content, at):
        at += length + 1
    return at + 1


def _byte(content: bytes, at: int) -> int:
    if at >= len(content):
        raise DamagedPictureError("The file ends within a block.")
    return content[at]
