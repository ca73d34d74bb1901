"""Files of pictures with what cameras write into them."""

import io

from PIL import Image, ImageCms, PngImagePlugin

PLACE, CAMERA, AUTHOR, NOTE = b"39.9042N", b"SN-4711-0815", b"Wang Xiaoming", b"By the back door"
SECRETS = (PLACE, CAMERA, AUTHOR, NOTE)
TURNED = 6
MAKE, ORIENTATION, ARTIST, GPS = 0x010F, 0x0112, 0x013B, 0x8825
COLOURS = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + AUTHOR + b" " + NOTE + b"</x:xmpmeta>"


def exif() -> Image.Exif:
    """What a camera notes: where, with which device, by whom, and how it was held."""
    noted = Image.Exif()
    noted[MAKE], noted[ARTIST], noted[ORIENTATION] = CAMERA.decode(), AUTHOR.decode(), TURNED
    noted[GPS] = {1: "N", 29: PLACE.decode()}
    return noted


def noise(size: tuple[int, int] = (120, 80), mode: str = "RGB") -> Image.Image:
    """A picture that no coding makes small."""
    return Image.effect_noise(size, 80).convert(mode)


def coded(picture: Image.Image, name: str, **options: object) -> bytes:
    """The file of a picture in a format of Pillow."""
    file = io.BytesIO()
    picture.save(file, name, **options)
    return file.getvalue()


def told() -> dict[str, bytes]:
    """A picture in each format and variety, with all that it can carry beside what it shows."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", AUTHOR.decode())
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    text.add_itxt("Comment", NOTE.decode(), zip=False)
    others = {"save_all": True, "append_images": [noise(), noise()]}
    camera = {"exif": exif(), "xmp": XMP, "icc_profile": COLOURS}
    return {
        "a.jpg": coded(noise(), "JPEG", **camera, comment=NOTE),
        "progressive.jpg": coded(noise(), "JPEG", **camera, progressive=True),
        "cmyk.jpg": coded(noise(mode="CMYK"), "JPEG", exif=exif(), comment=NOTE),
        "restarts.jpg": coded(noise(mode="L"), "JPEG", exif=exif(), restart_marker_blocks=4),
        "two.jpg": coded(noise(), "MPO", **others, exif=exif()),
        "a.png": coded(noise(), "PNG", exif=exif(), icc_profile=COLOURS, pnginfo=text),
        "alpha.png": coded(noise(mode="RGBA"), "PNG", exif=exif(), pnginfo=text),
        "palette.png": coded(noise(mode="P"), "PNG", transparency=3, pnginfo=text),
        "deep.png": coded(noise(mode="I;16"), "PNG", exif=exif(), pnginfo=text),
        "animated.png": coded(noise(), "PNG", **others, exif=exif(), pnginfo=text),
        "a.webp": coded(noise(), "WEBP", **camera),
        "plain.webp": coded(noise(), "WEBP"),
        "alpha.webp": coded(noise(mode="RGBA"), "WEBP", **camera, lossless=True),
        "animated.webp": coded(noise(), "WEBP", **others, **camera),
        "a.gif": coded(noise(mode="P"), "GIF", comment=NOTE),
        "animated.gif": coded(noise(mode="P"), "GIF", **others, comment=NOTE, loop=0),
        "a.avif": coded(noise(), "AVIF", **camera, speed=10),
    }


def of_pixels(size: tuple[int, int], name: str, mode: str = "RGB", **options: object) -> bytes:
    """A picture of so many pixels in a file of a few kilobytes."""
    return coded(Image.new(mode, size, 128 if mode == "L" else None), name, **options)
