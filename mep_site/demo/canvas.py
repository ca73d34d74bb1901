"""A surface for flat drawings: shapes filled with gradients, smoothed by drawing them larger.

Lengths are those of the finished picture, with the origin at the top left. Nothing is random, so a
drawing is the same on every machine.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from math import ceil, cos, floor, pi, sin

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]
Polygon = Sequence[Point]
Box = tuple[float, float, float, float]

OVERSIZE = 2


class Canvas:
    """A picture in the making."""

    def __init__(self, width: int, height: int, *colours: str) -> None:
        self.width = width
        self.height = height
        self._image = _gradient((width * OVERSIZE, height * OVERSIZE), colours)

    def paint(
        self,
        *colours: str,
        polygons: Iterable[Polygon] = (),
        ellipses: Iterable[Box] = (),
        opacity: float = 1,
        blur: float = 0,
    ) -> None:
        """Fill shapes; the colours run from the top of the highest to the bottom of the lowest."""
        mask = Image.new("L", self._image.size)
        pen = ImageDraw.Draw(mask)
        for polygon in polygons:
            pen.polygon([(x * OVERSIZE, y * OVERSIZE) for x, y in polygon], fill=255)
        for ellipse in ellipses:
            pen.ellipse([length * OVERSIZE for length in ellipse], fill=255)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * OVERSIZE))
        box = mask.getbbox()
        if box:
            mask = mask.crop(box).point(lambda value: round(value * opacity))
            self._image.paste(_gradient(mask.size, colours), box, mask)

    def glow(self, x: float, y: float, radius: float, colour: str, opacity: float = 1) -> None:
        """A light that fades with the distance."""
        size = round(2 * radius * OVERSIZE)
        light = ImageChops.invert(Image.radial_gradient("L").resize((size, size)))
        light = light.point(lambda value: round(max(0, value - 76) ** 2 / 179**2 * 255 * opacity))
        corner = round((x - radius) * OVERSIZE), round((y - radius) * OVERSIZE)
        self._image.paste(Image.new("RGB", light.size, colour), corner, light)

    def haze(self, top: float, bottom: float, colour: str, opacity: float) -> None:
        """A veil over the full width that is densest in its middle."""
        height = round((bottom - top) * OVERSIZE)
        values = [round(sin(pi * row / 63) * 255 * opacity) for row in range(64)]
        column = Image.new("L", (1, 64))
        column.putdata(values)
        veil = column.resize((self._image.width, height), Image.Resampling.BICUBIC)
        self._image.paste(Image.new("RGB", veil.size, colour), (0, round(top * OVERSIZE)), veil)

    def mirror(self, horizon: float, tint: str, opacity: float) -> None:
        """Reflect what stands above the horizon in still water below it."""
        line = round(horizon * OVERSIZE)
        depth = self._image.height - line
        above = self._image.crop((0, line - depth, self._image.width, line))
        below = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        below = below.filter(ImageFilter.BoxBlur((2 * OVERSIZE, 5 * OVERSIZE)))
        water = Image.new("RGB", below.size, tint)
        self._image.paste(Image.blend(below, water, opacity), (0, line))

    def jpeg(self) -> bytes:
        """The finished picture."""
        finished = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        file = BytesIO()
        finished.save(file, "JPEG", quality=88, optimize=True, progressive=True)
        return file.getvalue()


def _gradient(size: tuple[int, int], colours: Sequence[str]) -> Image.Image:
    stops = [ImageColor.getrgb(colour) for colour in colours]
    column = Image.new("RGB", (1, 256))
    column.putdata([_between(stops, row / 255) for row in range(256)])
    return column.resize(size, Image.Resampling.BILINEAR)


def _between(stops: Sequence[tuple[int, ...]], position: float) -> tuple[int, ...]:
    if len(stops) == 1:
        return stops[0]
    place = position * (len(stops) - 1)
    index = min(floor(place), len(stops) - 2)
    share = place - index
    return tuple(
        round(a + (b - a) * share) for a, b in zip(stops[index], stops[index + 1], strict=True)
    )


# Shapes


def scatter(number: float) -> float:
    """A value from 0 to 1 that looks random but is always the same for the same number."""
    return sin(number * 127.1 + 311.7) * 43758.5453 % 1


def ridge(width: float, level: float, swing: float, seed: float, floor_at: float) -> list[Point]:
    """The outline of hills that rise ``swing`` above and below a level, down to ``floor_at``."""
    waves = [
        (swing * 0.62, 1.3 + scatter(seed)),
        (swing * 0.28, 3.1 + scatter(seed + 1)),
        (swing * 0.10, 8.7 + scatter(seed + 2)),
    ]
    outline = [
        (
            x,
            level + sum(a * sin(f * x / width * 2 * pi + seed * f * 1.7) for a, f in waves),
        )
        for x in range(0, ceil(width) + 8, 8)
    ]
    return [*outline, (width, floor_at), (0, floor_at)]


def height_at(outline: Sequence[Point], x: float) -> float:
    """How high an outline of hills stands at ``x``."""
    return outline[max(0, min(round(x / 8), len(outline) - 3))][1]


def fir(x: float, foot: float, height: float) -> list[Point]:
    """A conifer of four tiers."""
    left: list[Point] = []
    right: list[Point] = []
    for tier in range(4):
        share = (tier + 1) / 4
        y = foot - height * (1 - share) - height * 0.06
        half = height * 0.24 * share
        left += [(x - half, y), (x - half * 0.5, y)]
        right += [(x + half, y), (x + half * 0.5, y)]
    return [(x, foot - height), *right[:-1], (x, foot), *reversed(left[:-1])]


def blade(x: float, foot: float, height: float, lean: float, width: float) -> list[Point]:
    """A blade of grass or reed, bent sideways by ``lean``."""
    steps = [step / 8 for step in range(9)]
    spine = [(x + lean * t * t, foot - height * t) for t in steps]
    left = [(px - width * (1 - t) / 2, py) for (px, py), t in zip(spine, steps, strict=True)]
    right = [(px + width * (1 - t) / 2, py) for (px, py), t in zip(spine, steps, strict=True)]
    return [*left, *reversed(right)]


def bar(x: float, y: float, width: float, height: float) -> list[Point]:
    """A rectangle by its top left corner."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def stroke(start: Point, end: Point, width: float) -> list[Point]:
    """A straight line of some width."""
    (x1, y1), (x2, y2) = start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = (y2 - y1) / length * width / 2, (x1 - x2) / length * width / 2
    return [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)]


def disc(x: float, y: float, radius: float) -> Box:
    """A circle by its centre."""
    return (x - radius, y - radius, x + radius, y + radius)


def turned(x: float, y: float, length: float, width: float, angle: float) -> list[Point]:
    """A slender leaf from a hub, turned by ``angle`` (in turns)."""
    along = (cos(angle * 2 * pi), sin(angle * 2 * pi))
    across = (-along[1], along[0])
    profile = [(0, 0.35), (0.18, 1), (1, 0.08), (1, -0.08), (0.18, -0.2), (0, -0.35)]
    return [
        (
            x + along[0] * length * t + across[0] * width * w,
            y + along[1] * length * t + across[1] * width * w,
        )
        for t, w in profile
    ]


def cloud(x: float, y: float) -> list[Box]:
    """The three ellipses of a small cloud."""
    return [
        (x - 130, y - 20, x + 130, y + 40),
        (x - 90, y - 56, x + 20, y + 30),
        (x - 20, y - 80, x + 100, y + 30),
    ]
