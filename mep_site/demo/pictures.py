"""The demo's pictures, drawn by the project itself."""

from collections.abc import Callable

from .canvas import Canvas, bar, blade, disc, fir, height_at, ridge, scatter, stroke, turned

WIDTH, HEIGHT = 1600, 900

Drawing = Callable[[], Canvas]


def river() -> Canvas:
    """A river between wooded hills in the morning."""
    canvas = Canvas(WIDTH, HEIGHT, "#8fc1d9", "#cfe3df", "#f6e3c0", "#f3e7cf")
    canvas.glow(1120, 330, 420, "#fff3cf", 0.9)
    canvas.paint("#fff6dc", ellipses=[disc(1120, 330, 46)])
    layers = [(400, 70, 4.0, "#a9c4c4"), (460, 62, 7.4, "#86adab"), (530, 54, 2.2, "#5f918c")]
    for level, swing, seed, colour in layers:
        canvas.paint(colour, "#c9dcd2", polygons=[ridge(WIDTH, level, swing, seed, 900)])
    canvas.haze(470, 640, "#f2ead6", 0.45)
    near = ridge(WIDTH, 640, 46, 5.1, 900)
    canvas.paint("#3f7566", "#2c5c50", polygons=[near])
    trees = [
        fir(x, height_at(near, x) + 8, 34 + 40 * scatter(x))
        for x in range(10, 1600, 27)
        if not 700 < x < 960
    ]
    canvas.paint("#35695b", "#26544a", polygons=trees)
    water = [(815, 632), (850, 632), (905, 672), (800, 716), (905, 772), (1180, 900)]
    canvas.paint("#f3e4c4", "#a9cdd2", "#6fa5b4", polygons=[[*water, (330, 900), *_left_bank()]])
    gleams = [
        bar(560 + 90 * scatter(n), 752 + n * 14, 120 + 160 * scatter(n + 7), 2.5) for n in range(10)
    ]
    canvas.paint("#ffffff", polygons=gleams, opacity=0.45)
    front = [(0, 770), (160, 790), (360, 846), (420, 900), (0, 900)]
    canvas.paint("#2a5a45", "#1f4a3a", polygons=[front])
    grass = [
        blade(x, 905, 60 + 50 * scatter(x), 20 * scatter(x + 3) - 4, 5) for x in range(0, 400, 7)
    ]
    canvas.paint("#4d8a5e", "#24523f", polygons=grass)
    return canvas


def _left_bank() -> list[tuple[float, float]]:
    return [(560, 800), (640, 742), (690, 706), (820, 668)]


def wetland() -> Canvas:
    """Reeds in still water, with birds overhead."""
    canvas = Canvas(WIDTH, HEIGHT, "#f0b98d", "#f7dcb5", "#fbeed6", "#dfe9df")
    canvas.glow(430, 430, 520, "#fff2cc", 1)
    canvas.paint("#fff8e3", ellipses=[disc(430, 430, 58)])
    canvas.paint("#b9bfae", "#cdd2c0", polygons=[ridge(WIDTH, 455, 18, 3.3, 540)])
    canvas.paint("#8ea393", "#a9b8a4", polygons=[ridge(WIDTH, 490, 16, 8.1, 540)])
    canvas.mirror(530, "#d7dccb", 0.25)
    canvas.haze(490, 580, "#fdf1d9", 0.55)
    ripples = [
        bar(1500 * scatter(n), 560 + 18 * n, 90 + 260 * scatter(n + 40), 2) for n in range(18)
    ]
    canvas.paint("#ffffff", polygons=ripples, opacity=0.35)
    islets = [(980, 610, 1420, 650), (120, 660, 520, 706), (700, 560, 930, 578)]
    canvas.paint("#7f9270", "#5d7a5c", ellipses=islets)
    for foot, height, count, colours in (
        (632, 90, 46, ("#a9a870", "#6d8558")),
        (686, 120, 40, ("#9da066", "#587a4e")),
    ):
        start = 985 if foot == 632 else 130
        reeds = [
            blade(
                start + n * 420 / count,
                foot,
                height * (0.6 + 0.5 * scatter(n + foot)),
                26 * scatter(n) - 8,
                4,
            )
            for n in range(count)
        ]
        canvas.paint(*colours, polygons=reeds)
    _front_reeds(canvas)
    birds = [
        wing
        for n in range(7)
        for wing in _bird(880 + 84 * n, 190 + 46 * abs(n - 3) + 12 * scatter(n), 30)
    ]
    canvas.paint("#5a554d", polygons=birds, opacity=0.85)
    return canvas


def _front_reeds(canvas: Canvas) -> None:
    places = [*range(-10, 380, 11), *range(1180, 1620, 11)]
    stems = [blade(x, 920, 230 + 200 * scatter(x + 0.5), 70 * scatter(x) - 20, 8) for x in places]
    canvas.paint("#7d9453", "#3d6141", "#29492f", polygons=stems)
    heads = [
        turned(x, 640 - 90 * scatter(x), 92, 9, 0.74 + 0.04 * scatter(x + 2)) for x in places[::4]
    ]
    stalks = [stroke((x, 640 - 90 * scatter(x)), (x + 8, 920), 4) for x in places[::4]]
    canvas.paint("#5c7440", "#34552f", polygons=stalks)
    canvas.paint("#8a6136", "#6a4526", polygons=heads)


def _bird(x: float, y: float, size: float) -> list[list[tuple[float, float]]]:
    return [
        [(x, y), (x + side * size * 0.5, y - size * 0.42), (x + side * size, y - size * 0.2),
         (x + side * size * 0.5, y - size * 0.24)]
        for side in (-1, 1)
    ]  # fmt: skip


def station() -> Canvas:
    """An automatic station that measures the water of a river."""
    canvas = Canvas(WIDTH, HEIGHT, "#6fb1d6", "#a9d3e6", "#dcedee", "#eef3ea")
    canvas.paint("#ffffff", ellipses=_cloud(300, 190) + _cloud(1240, 130), opacity=0.85, blur=5)
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
    for start, end in zip(pipe, pipe[1:], strict=False):
        canvas.paint("#35505c", polygons=[stroke(start, end, 9)])
    canvas.paint("#e2a33a", "#c9812a", ellipses=[(600, 726, 680, 782)])
    canvas.paint("#f7f1dd", polygons=[bar(603, 748, 74, 10)])
    grass = [
        blade(x, 905, 40 + 40 * scatter(x), 16 * scatter(x) - 4, 5) for x in range(910, 1600, 8)
    ]
    canvas.paint("#79b069", "#2f6a45", polygons=grass)
    return canvas


def _cloud(x: float, y: float) -> list[tuple[float, float, float, float]]:
    return [
        (x - 130, y - 20, x + 130, y + 40),
        (x - 90, y - 56, x + 20, y + 30),
        (x - 20, y - 80, x + 100, y + 30),
    ]


def skyline() -> Canvas:
    """A city at dawn, with parkland in front of it."""
    canvas = Canvas(WIDTH, HEIGHT, "#4d6c9c", "#8f9fc0", "#e5b9a4", "#f8dcae")
    canvas.glow(800, 560, 620, "#ffe9b8", 0.9)
    for row, (colour, lower, low, high) in enumerate(
        (
            ("#a9a7b9", "#d9bfb2", 150, 260),
            ("#7f87a4", "#b9a5a8", 170, 340),
            ("#56658a", "#8a8198", 120, 300),
        )
    ):
        towers = _towers(row, low, high)
        canvas.paint(colour, lower, polygons=towers)
        canvas.haze(520, 740, "#f4d3b4", 0.25)
    windows = [
        bar(x + 16 + 18 * column, y + 22 + 26 * line, 7, 11)
        for (x, y), *_ in _towers(2, 120, 300)
        for column in range(2)
        for line in range(8)
        if scatter(x + column * 3.7 + line * 1.3) > 0.55
    ]
    canvas.paint("#ffe3a1", polygons=windows, opacity=0.85)
    canvas.paint("#41685e", "#2f5a50", polygons=[ridge(WIDTH, 735, 14, 4.4, 900)])
    crowns = [disc(x, 730 - 12 * scatter(x), 24 + 22 * scatter(x + 5)) for x in range(0, 1620, 34)]
    canvas.paint("#4a7a68", "#2c574b", ellipses=crowns)
    canvas.paint("#c9b79b", "#7fa0ae", "#4c7a8f", polygons=[bar(0, 790, 1600, 110)])
    gleams = [bar(1500 * scatter(n), 800 + 7 * n, 60 + 190 * scatter(n + 3), 2) for n in range(14)]
    canvas.paint("#ffe9c4", polygons=gleams, opacity=0.5)
    return canvas


def _towers(row: int, low: float, high: float) -> list[list[tuple[float, float]]]:
    """Buildings side by side, each by its top left corner first."""
    towers, x = [], -20.0
    while x < WIDTH:
        width = 58 + 56 * scatter(x + row * 11)
        height = low + (high - low) * scatter(x * 0.7 + row * 5)
        towers.append(bar(x, 740 - height, width, height + 30))
        x += width + 6 + 30 * scatter(x + 2)
    return towers


def forest() -> Canvas:
    """A forest on mountain slopes in the mist."""
    canvas = Canvas(WIDTH, HEIGHT, "#dcebe8", "#e9f1e6", "#f4f3e2")
    canvas.glow(1180, 160, 480, "#fffbe3", 1)
    layers = (
        (330, 90, 2.9, 34, 16, "#b5d0c6"),
        (440, 84, 6.6, 54, 20, "#8ab5a5"),
        (560, 66, 4.7, 84, 27, "#5c9080"),
        (690, 52, 8.8, 132, 38, "#376b5d"),
    )
    for level, swing, seed, size, step, colour in layers:
        slope = ridge(WIDTH, level, swing, seed, 900)
        trees = [
            fir(
                x + step * 0.6 * scatter(x),
                height_at(slope, x) + size * 0.25,
                size * (0.65 + 0.6 * scatter(x + seed)),
            )
            for x in range(-20, 1630, step)
        ]
        canvas.paint(colour, polygons=[slope, *trees])
        canvas.haze(level + 30, level + 260, "#f1f5e8", 0.5)
    front = [fir(x, 960, 290 + 190 * scatter(x)) for x in (-20, 70, 190, 1350, 1440, 1530, 1610)]
    canvas.paint("#24514a", "#173b38", polygons=front)
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
    for x in range(330, 1300, 160):
        canvas.paint("#4e6f80", "#3a5868", polygons=[_rounded(x, 452, 92, 120)])
    canvas.paint("#000000", ellipses=[(180, 720, 1420, 830)], opacity=0.22, blur=18)
    table = [(330, 560), (1270, 560), (1450, 700), (150, 700)]
    canvas.paint("#8b5e3c", "#a8754b", polygons=[table])
    canvas.paint(
        "#6b452b", "#57361f", polygons=[[(150, 700), (1450, 700), (1440, 742), (160, 742)]]
    )
    papers = [
        [(x, 590), (x + 54, 590), (x + 52 + (x - 800) * 0.05, 622), (x - 6 + (x - 800) * 0.05, 622)]
        for x in range(360, 1250, 160)
    ]
    canvas.paint("#fbfaf5", "#ece8dd", polygons=papers)
    plants = [turned(800, 640, 70 + 30 * scatter(n), 9, 0.54 + 0.42 * n / 13) for n in range(14)]
    canvas.paint("#6fa35f", "#3f7a4a", polygons=plants)
    canvas.paint("#f3efe6", "#d9d2c4", polygons=[[(752, 636), (848, 636), (832, 676), (768, 676)]])
    for x in range(290, 1340, 205):
        canvas.paint("#5c8193", "#33505f", polygons=[_rounded(x, 690, 130, 170)])
        canvas.paint("#2c4652", polygons=[bar(x + 58, 850, 14, 60)])
    return canvas


def _rounded(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    cut = width * 0.22
    return [
        (x, y + cut), (x + cut * 0.3, y + cut * 0.3), (x + cut, y),
        (x + width - cut, y), (x + width - cut * 0.3, y + cut * 0.3), (x + width, y + cut),
        (x + width * 0.96, y + height), (x + width * 0.04, y + height),
    ]  # fmt: skip


def lake() -> Canvas:
    """Snow-covered mountains in the mirror of a lake."""
    canvas = Canvas(WIDTH, HEIGHT, "#5b97c4", "#93c0dc", "#cfe4ea", "#e8efe8")
    peaks = [(0, 400), (170, 270), (300, 350), (480, 170), (640, 330), (760, 260), (930, 130)]
    peaks += [(1120, 320), (1260, 220), (1420, 350), (1600, 250), (1600, 520), (0, 520)]
    canvas.paint("#7f9fb5", "#a7bfca", polygons=[peaks])
    for x, y, reach in ((480, 170, 90), (930, 130, 110), (1260, 220, 64), (170, 270, 58)):
        cap = [
            (x, y), (x + reach, y + reach * 0.98), (x + reach * 0.4, y + reach * 0.78),
            (x + reach * 0.1, y + reach * 1.1), (x - reach * 0.3, y + reach * 0.75),
            (x - reach * 0.82, y + reach * 1.02),
        ]  # fmt: skip
        canvas.paint("#ffffff", "#e3ecf0", polygons=[cap])
        shade = [(x, y), (x + reach, y + reach * 0.98), (x + reach * 0.4, y + reach * 0.78)]
        canvas.paint("#b9cbd8", polygons=[shade], opacity=0.6)
    canvas.paint("#6d9a8f", "#86ad9b", polygons=[ridge(WIDTH, 450, 30, 7.7, 540)])
    shore = ridge(WIDTH, 500, 12, 2.6, 540)
    trees = [fir(x, height_at(shore, x) + 12, 26 + 36 * scatter(x)) for x in range(0, 1600, 17)]
    canvas.paint("#3f7263", "#2d5c50", polygons=[shore, *trees])
    canvas.mirror(535, "#7fb3c9", 0.32)
    canvas.haze(515, 565, "#ffffff", 0.35)
    ripples = [
        bar(1500 * scatter(n), 570 + 17 * n, 120 + 320 * scatter(n + 2), 2) for n in range(18)
    ]
    canvas.paint("#ffffff", polygons=ripples, opacity=0.3)
    stones = [
        (x, 850 - 26 * scatter(x), x + 70 + 80 * scatter(x + 1), 930) for x in range(-30, 640, 62)
    ]
    canvas.paint("#7d8a8c", "#4d5b60", ellipses=stones)
    return canvas


def wind() -> Canvas:
    """Wind turbines on green hills."""
    canvas = Canvas(WIDTH, HEIGHT, "#62a8d8", "#a7d2e8", "#e2eff0")
    canvas.paint(
        "#ffffff",
        ellipses=_cloud(330, 210) + _cloud(1010, 140) + _cloud(1430, 260),
        opacity=0.9,
        blur=4,
    )
    canvas.paint("#a9cfa8", "#bcd9b0", polygons=[ridge(WIDTH, 560, 46, 5.5, 900)])
    for x, foot, height, turn in (
        (470, 570, 200, 0.1),
        (720, 590, 180, 0.22),
        (1330, 600, 210, 0.3),
    ):
        _turbine(canvas, x, foot, height, turn)
    canvas.paint("#82b878", "#94c285", polygons=[ridge(WIDTH, 650, 40, 2.4, 900)])
    _turbine(canvas, 1050, 690, 430, 0.05)
    _turbine(canvas, 250, 690, 340, 0.17)
    canvas.paint("#5d9d5c", "#3f7f4b", polygons=[ridge(WIDTH, 740, 34, 7.1, 900)])
    fields = [[(560, 900), (840, 752), (930, 752), (900, 900)]]
    canvas.paint("#d6c77a", "#b9a95c", polygons=fields, opacity=0.8)
    grass = [blade(x, 905, 24 + 30 * scatter(x), 14 * scatter(x) - 4, 5) for x in range(0, 1600, 9)]
    canvas.paint("#6dac60", "#37713f", polygons=grass)
    return canvas


def _turbine(canvas: Canvas, x: float, foot: float, height: float, turn: float) -> None:
    top = foot - height
    tower = [(x - height * 0.012, top), (x + height * 0.012, top), (x + height * 0.026, foot + 20)]
    canvas.paint("#ffffff", "#d5dee2", polygons=[[*tower, (x - height * 0.026, foot + 20)]])
    blades = [turned(x, top, height * 0.52, height * 0.03, turn + n / 3) for n in range(3)]
    canvas.paint("#ffffff", "#e4eaec", polygons=blades)
    canvas.paint("#cfd9dd", ellipses=[disc(x, top, height * 0.025)])


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


def _bottle(x: float, foot: float, width: float, height: float) -> list[tuple[float, float]]:
    neck = width * 0.32
    return [
        (x - width / 2, foot), (x - width / 2, foot - height * 0.68), (x - neck / 2, foot - height * 0.8),
        (x - neck / 2, foot - height), (x + neck / 2, foot - height), (x + neck / 2, foot - height * 0.8),
        (x + width / 2, foot - height * 0.68), (x + width / 2, foot),
    ]  # fmt: skip


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


DRAWINGS: dict[str, Drawing] = {
    "river": river,
    "wetland": wetland,
    "station": station,
    "skyline": skyline,
    "forest": forest,
    "meeting": meeting,
    "lake": lake,
    "wind": wind,
    "laboratory": laboratory,
    "portrait": portrait,
}
