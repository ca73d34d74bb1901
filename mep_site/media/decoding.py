"""What decoding of pictures may cost a process: little for its size, and one picture at a time."""

from threading import Lock

from PIL import Image as PillowImage
from willow.image import (
    AvifImageFile,
    GIFImageFile,
    ImageFile,
    JPEGImageFile,
    PNGImageFile,
    WebPImageFile,
)
from willow.registry import registry

# Whoever decodes a picture holds it: a process has several threads, and Wagtail takes three more
# for the renditions of one picture.
one_at_a_time = Lock()


def measure_by_header() -> None:
    """Let Willow read the size of a picture from its header.

    Its own way is to decode all of it, before any limit is looked at: a bomb of a few kilobytes
    took hundreds of megabytes to be refused.
    """
    for kind in (AvifImageFile, GIFImageFile, JPEGImageFile, PNGImageFile, WebPImageFile):
        registry.register_operation(kind, "get_size", size_in_header)


def size_in_header(image: ImageFile) -> tuple[int, int]:
    """Width and height in pixels, as the file says them."""
    image.f.seek(0)
    return PillowImage.open(image.f).size
