"""Drawings of where people measure, meet and analyse, and of a person."""

from itertools import pairwise

from .canvas import Canvas, Point, bar, blade, cloud, disc, ridge, scatter, stroke, turned

WIDTH, HEIGHT = 1600, 900


def station() -> Canvas:
    """An automatic station that measures the water of a river."""
    canvas = Canvas(WIDTH, HEIGHT, "#6fb1d6", "#a9d3e6", "#dcedee", "#eef3ea")
    canvas.paint("#ffffff", ellipses=cloud(300, 190) + cloud(1240, 130), opacity=0.85, blur=5)
    canvas.paint("#9dc0b4", "#bcd5c6", polygons=[ridge(WIDTH, 450, 48, 6.2, 640)])
    canvas.paint("#72a68c", "#8fbb9d", polygons=[ridge(WIDTH, 520, 34, 1.8, 660)])
    canvas.paint("#8fc3d4", "#4f93b0", "#3a7a9a", polygons=[bar(0, 620, 1600, 280)])
    gleams = [
        bar(1450 * scatter(n), 640 + 12 * n, 80 + 200 * scatter(n + 9), 2.5) for n in range(20)
    ]
    canvas.paint("#ffffff", polygons=gleams, opacity=0.35)
    bank = [(620, 640), (760, 622), (1600, 600), (1600, 900), (900, 900), (700, 760)]
    canvas.paint("#5c9a63", "#3d7a4f", polygons=[bank])
    canvas.paint("#2f5566", polygons=[bar(x, 560, 14, 150) for x in (880, 1010, 1140, 1270)])
    canvas.paint("#000000", polygons=[bar(860, 700, 450, 16)], opacity=0.12, blur=6)
    canvas.paint("#f4f6f4", "#dfe6e4", polygons=[bar(850, 400, 460, 180)])
    canvas.paint("#c9d4d3", "#b4c3c4", polygons=[bar(1180, 400, 130, 180)])
    canvas.paint(
        "#2f5f7a", "#244c63", polygons=[[(825, 404), (880, 350), (1290, 350), (1335, 404)]]
    )
    canvas.paint("#274e65", "#3d718c", polygons=[bar(905, 440, 90, 70), bar(1025, 440, 90, 70)])
    canvas.paint("#35657f", polygons=[bar(1205, 440, 70, 140)])
    panel = [(930, 345), (970, 262), (1150, 262), (1110, 345)]
    canvas.paint("#1d3f66", "#2d5f94", polygons=[panel])
    lines = [stroke((930 + 36 * n, 345), (970 + 36 * n, 262), 2) for n in range(1, 5)]
    canvas.paint("#9fc0dd", polygons=[*lines, stroke((950, 303), (1130, 303), 2)], opacity=0.8)
    mast = [bar(1240, 130, 8, 222), stroke((1244, 180), (1300, 180), 5)]
    canvas.paint("#405660", polygons=[*mast, stroke((1190, 180), (1244, 180), 5)])
    canvas.paint("#d7593f", ellipses=[disc(1300, 180, 13), disc(1190, 180, 13)])
    pipe = [(850, 540), (700, 560), (640, 660), (640, 760)]
    for start, end in pairwise(pipe):
        canvas.paint("#35505c", polygons=[stroke(start, end, 9)])
    canvas.paint("#e2a33a", "#c9812a", ellipses=[(600, 726, 680, 782)])
    canvas.paint("#f7f1dd", polygons=[bar(603, 748, 74, 10)])
    grass = [
        blade(x, 905, 40 + 40 * scatter(x), 16 * scatter(x) - 4, 5) for x in range(910, 1600, 8)
    ]
    canvas.paint("#79b069", "#2f6a45", polygons=grass)
    return canvas


def meeting() -> Canvas:
    """A meeting room with a long table and a view of hills."""
    canvas = Canvas(WIDTH, HEIGHT, "#efe9df", "#e6ddcf")
    for x in (130, 500, 870, 1240):
        canvas.paint("#bcdcea", "#e8f1e6", polygons=[bar(x, 110, 300, 330)])
        hills = [(px, py) for px, py in ridge(1600, 340, 36, 3.8, 440) if x <= px <= x + 300]
        canvas.paint("#8cb79f", "#6ea086", polygons=[[*hills, (x + 300, 440), (x, 440)]])
        frame = [bar(x - 8, 102, 316, 8), bar(x - 8, 440, 316, 10), bar(x - 8, 102, 8, 340)]
        canvas.paint(
            "#fbfaf7", polygons=[*frame, bar(x + 300, 102, 8, 340), bar(x + 147, 110, 6, 330)]
        )
    canvas.paint("#c9a983", "#b08e68", polygons=[bar(0, 560, 1600, 340)])
    boards = [stroke((800 + (n - 8) * 60, 560), (800 + (n - 8) * 210, 900), 2) for n in range(17)]
    canvas.paint("#94744f", polygons=boards, opacity=0.35)
    for x in range(338, 1250, 138):
        canvas.paint("#4e6f80", "#3a5868", polygons=[_rounded(x, 452, 92, 120)])
    canvas.paint("#000000", ellipses=[(180, 720, 1420, 830)], opacity=0.22, blur=18)
    table = [(330, 560), (1270, 560), (1450, 700), (150, 700)]
    canvas.paint("#8b5e3c", "#a8754b", polygons=[table])
    canvas.paint(
        "#6b452b", "#57361f", polygons=[[(150, 700), (1450, 700), (1440, 742), (160, 742)]]
    )
    papers = [
        [(x, 590), (x + 54, 590), (x + 52 + (x - 800) * 0.05, 622), (x - 6 + (x - 800) * 0.05, 622)]
        for x in range(357, 1250, 138)
    ]
    canvas.paint("#fbfaf5", "#ece8dd", polygons=papers)
    plants = [turned(800, 640, 70 + 30 * scatter(n), 9, 0.54 + 0.42 * n / 13) for n in range(14)]
    canvas.paint("#6fa35f", "#3f7a4a", polygons=plants)
    canvas.paint("#f3efe6", "#d9d2c4", polygons=[[(752, 636), (848, 636), (832, 676), (768, 676)]])
    for x in range(222, 1300, 205):
        canvas.paint("#5c8193", "#33505f", polygons=[_rounded(x, 690, 130, 170)])
        canvas.paint("#2c4652", polygons=[bar(x + 58, 850, 14, 60)])
    return canvas


def _rounded(x: float, y: float, width: float, height: float) -> list[Point]:
    cut = width * 0.22
    return [
        (x, y + cut), (x + cut * 0.3, y + cut * 0.3), (x + cut, y),
        (x + width - cut, y), (x + width - cut * 0.3, y + cut * 0.3), (x + width, y + cut),
        (x + width * 0.96, y + height), (x + width * 0.04, y + height),
    ]  # fmt: skip


def laboratory() -> Canvas:
    """Water samples in the flasks of a laboratory."""
    canvas = Canvas(WIDTH, HEIGHT, "#e9f1f2", "#d8e6e8")
    canvas.paint("#c7d9dc", polygons=[bar(0, 150, 1600, 14), bar(0, 360, 1600, 14)])
    for n in range(22):
        height = 60 + 70 * scatter(n)
        shelf = 150 if n % 2 else 360
        colour = ("#9cc3cf", "#7fb0a4", "#d9c08a", "#b7cfd6")[n % 4]
        canvas.paint(colour, polygons=[_bottle(40 + n * 72, shelf, 40, height)])
    canvas.paint("#f6f8f7", "#d3dcda", polygons=[bar(0, 700, 1600, 200)])
    canvas.paint("#b5c4c4", polygons=[bar(0, 696, 1600, 10)])
    for x, width, level, colour in (
        (260, 230, 0.5, "#6fb2cc"),
        (620, 260, 0.62, "#7fc0a2"),
        (1000, 220, 0.42, "#d9b866"),
    ):
        _flask(canvas, x, width, level, colour)
    tubes = [bar(1290 + 52 * n, 470, 30, 210) for n in range(5)]
    canvas.paint("#ffffff", polygons=tubes, opacity=0.75)
    filled = [
        bar(1294 + 52 * n, 560 - 40 * scatter(n), 22, 116 + 40 * scatter(n)) for n in range(5)
    ]
    canvas.paint("#8cc4d8", "#4f96b4", polygons=filled)
    canvas.paint("#8f6b4a", "#6f5036", polygons=[bar(1268, 520, 290, 20), bar(1268, 640, 290, 56)])
    return canvas


def _bottle(x: float, foot: float, width: float, height: float) -> list[Point]:
    half, neck = width / 2, width * 0.16
    shoulder, mouth = foot - height * 0.68, foot - height
    right = [(neck, mouth), (neck, foot - height * 0.8), (half, shoulder), (half, foot)]
    return [*((x - dx, y) for dx, y in reversed(right)), *((x + dx, y) for dx, y in right)]


def _flask(canvas: Canvas, x: float, width: float, level: float, colour: str) -> None:
    """A conical flask on the bench, filled to a share of its height."""
    foot, height, neck = 698, width * 1.35, width * 0.17
    body = [
        (x - neck, foot - height), (x + neck, foot - height), (x + neck, foot - height * 0.62),
        (x + width / 2, foot - 14), (x + width / 2 - 12, foot), (x - width / 2 + 12, foot),
        (x - width / 2, foot - 14), (x - neck, foot - height * 0.62),
    ]  # fmt: skip
    canvas.paint(
        "#000000", ellipses=[(x - width * 0.6, 690, x + width * 0.6, 722)], opacity=0.14, blur=8
    )
    canvas.paint("#ffffff", polygons=[body], opacity=0.7)
    share = 1 - level
    half = neck + (width / 2 - neck) * share
    surface = foot - height * 0.62 * level
    liquid = [(x - half, surface), (x + half, surface), (x + width / 2 - 10, foot - 12)]
    liquid += [(x + width / 2 - 18, foot - 6), (x - width / 2 + 18, foot - 6)]
    canvas.paint(colour, polygons=[[*liquid, (x - width / 2 + 10, foot - 12)]], opacity=0.85)
    canvas.paint("#ffffff", ellipses=[(x - half, surface - 7, x + half, surface + 7)], opacity=0.5)
    rim = bar(x - neck - 6, foot - height - 10, 2 * neck + 12, 12)
    canvas.paint("#ffffff", "#cddadd", polygons=[rim])


def portrait() -> Canvas:
    """A neutral figure where a page has no photograph."""
    canvas = Canvas(800, 1000, "#d9e3e6", "#c3d2d6")
    canvas.glow(400, 420, 520, "#f2f6f6", 0.8)
    shoulders = [(90, 1000), (110, 860), (170, 780), (290, 730), (400, 716)]
    mirrored = [(800 - x, y) for x, y in reversed(shoulders)]
    canvas.paint("#6f8b95", "#5a7681", polygons=[[*shoulders, *mirrored]], blur=3)
    canvas.paint("#829ca5", "#6f8b95", polygons=[bar(340, 590, 120, 160)], blur=2)
    canvas.paint("#9ab0b8", "#829ca5", ellipses=[(262, 270, 538, 640)])
    return canvas
