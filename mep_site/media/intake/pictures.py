"""Makes of an uploaded picture what is stored."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, ImageSequence

from ..decoding import one_at_a_time
from ..stripping.strip import ORIENTATION, UPRIGHT, strip_metadata

DAMAGED = _(
    "This picture is damaged or was not received completely. Open it in a program for pictures, "
    "save it again and upload the new file."
)
TOO_MANY_PIXELS = _(
    "This picture has too many pixels: in this format it may have at most %(most)s million. Make "
    "it smaller and upload the new file."
)

MILLION = 1_000_000
# A decoded pixel takes 4 bytes, and a smaller picture is made beside the large one. The decoder of
# JPEG can leave out pixels while it reads; of a progressive picture it keeps all coefficients,
# another 6 bytes a pixel. Those of WebP and AVIF take 16 and 9. So each of these takes less than
# 200 MB, which ``python -m tests.measuring.memory`` measures.
MOST_PIXELS = {
    "JPEG": 61 * MILLION,
    "PNG": 12_500_000,
    # 3840 by 2160.
    "WEBP": 8_300_000,
    "AVIF": 8_300_000,
}
MOST_PIXELS_PROGRESSIVE = 12_500_000
# Animations, and GIF.
MOST_PIXELS_OTHERWISE = 8_300_000
MOST_IN_ALL_FRAMES = 61 * MILLION
# Twice as wide as the widest rendition, and all of those are made within the same 200 MB.
MOST_STORED = 4_500_000
# Wagtail shows portraits in 400 pixels at most.
MOST_PIXELS_OF_PORTRAIT = 400 * 400

# To find out whether all of a picture is there, an eighth of its pixels in each direction will do.
SPARING = 8
# How the smaller picture is coded: by all formats in 100 steps, PNG and AVIF as quickly as may be
# without the file growing by more than some per cent.
CODING = {"quality": 90, "compress_level": 3, "speed": 8}
PALETTES = {"P", "PA"}
# Modes of Pillow in which neighbours cannot be mixed: those in which they can, and in which they
# are stored then.
MIXABLE = {"1": ("L", "L"), "LA": ("La", "LA"), "RGBA": ("RGBa", "RGBA")}


def prepare_picture(content: bytes, most_stored: int = MOST_STORED) -> bytes:
    """What is stored of an uploaded file: the picture without metadata, not larger than needed.

    Where it need not be made smaller it stays as it is coded. ``most_stored`` is a number of
    pixels. ``ValidationError`` if the picture is damaged, or too large to be decoded.
    """
    try:
        content = strip_metadata(content)
        size = _reduced_size(content, most_stored)
        with one_at_a_time:
            if size:
                return _smaller(content, size)
            _decode(content)
            return content
    except ValidationError:
        raise
    except Image.DecompressionBombError as reason:
        raise _too_many_pixels(MOST_IN_ALL_FRAMES) from reason
    # Decoders have no error of their own.
    except Exception as reason:
        raise ValidationError(DAMAGED, code="damaged") from reason


def _reduced_size(content: bytes, most_stored: int) -> tuple[int, int] | None:
    """Width and height to which a picture is to be reduced, if it is too large to be stored.

    ``ValidationError`` if it is too large to be decoded.
    """
    with Image.open(BytesIO(content)) as picture:
        width, height = picture.size
        frames = getattr(picture, "n_frames", 1)
        most = _most_pixels(picture.format, picture.info.get("progressive"), frames)
        if width * height > most:
            raise _too_many_pixels(most)
        if width * height <= most_stored or picture.format not in MOST_PIXELS or frames > 1:
            return None
    share = (most_stored / width / height) ** 0.5
    return max(1, int(width * share)), max(1, int(height * share))


def _most_pixels(name: str, is_progressive: bool, frames: int) -> int:
    """How many pixels a picture in the format of this name may have, so that it can be decoded."""
    if frames > 1:
        return min(MOST_PIXELS_OTHERWISE, MOST_IN_ALL_FRAMES // frames)
    if is_progressive:
        return MOST_PIXELS_PROGRESSIVE
    return MOST_PIXELS.get(name, MOST_PIXELS_OTHERWISE)


def _too_many_pixels(most: int) -> ValidationError:
    values = {"most": number_format(round(most / MILLION, 1))}
    return ValidationError(TOO_MANY_PIXELS, code="file_too_many_pixels", params=values)


def _decode(content: bytes) -> None:
    """Raise whatever the decoder raises if a part of the picture is missing or damaged."""
    with Image.open(BytesIO(content)) as picture:
        picture.draft(None, (picture.width // SPARING, picture.height // SPARING))
        for frame in ImageSequence.Iterator(picture):
            frame.load()


def _smaller(content: bytes, size: tuple[int, int]) -> bytes:
    """The picture in another size, turned as it is to be looked at."""
    picture = Image.open(BytesIO(content))
    name, colours, exif = picture.format, picture.info.get("icc_profile"), picture.getexif()
    picture.draft(None, size)
    # Nothing may keep what is not needed any more: each of these takes up to 60 MB.
    if picture.mode in PALETTES:
        picture = picture.convert("RGBA")
    mixable, stored = MIXABLE.get(picture.mode, (picture.mode, picture.mode))
    if picture.mode != mixable:
        picture = picture.convert(mixable)
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    if picture.mode != stored:
        picture = picture.convert(stored)
    picture.getexif()[ORIENTATION] = exif.get(ORIENTATION, UPRIGHT)
    ImageOps.exif_transpose(picture, in_place=True)
    smaller = BytesIO()
    picture.save(smaller, name, icc_profile=colours, **CODING)
    return smaller.getvalue()
