"""The way in: the format is found by what the file begins with."""

from io import BytesIO

from PIL import ExifTags, Image

from .avif import strip_avif
from .gif import strip_gif
from .jpeg import PREFIX, strip_jpeg
from .png import strip_png
from .webp import strip_webp

ORIENTATION = ExifTags.Base.Orientation
UPRIGHT = 1
TURNED = range(2, 9)
# By Pillow's names. MPO is a JPEG with further pictures after its end, as telephones write it.
WITH_EXIF = {"JPEG": strip_jpeg, "MPO": strip_jpeg, "PNG": strip_png, "WEBP": strip_webp}
WITHOUT_EXIF = {"GIF": strip_gif, "AVIF": strip_avif}
OPENED = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


def strip_metadata(content: bytes) -> bytes:
    """A picture's file with nothing in it but what shows the picture.

    Kept are the samples, colours (ICC profile), the frames of an animation and how the picture is
    to be turned. EXIF, XMP, IPTC, comments, thumbnails and whatever follows the picture are not.
    The file is not decoded. ``DamagedPictureError`` if it does not keep to its format, and whatever
    Pillow raises if it is none of these.
    """
    with Image.open(BytesIO(content), formats=OPENED) as picture:
        name = picture.format
        if name in WITHOUT_EXIF:
            return WITHOUT_EXIF[name](content)
        return WITH_EXIF[name](content, _turning(picture))


def _turning(picture: Image.Image) -> bytes:
    """An EXIF block, without its prefix, that says how to turn the picture; empty if upright."""
    try:
        orientation = picture.getexif().get(ORIENTATION, UPRIGHT)
    # A damaged block says nothing, and Pillow has no error of its own for it.
    except Exception:
        return b""
    if orientation not in TURNED:
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return exif.tobytes().removeprefix(PREFIX)
