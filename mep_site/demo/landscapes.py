"""Drawings of nature and cities."""

from math import sin

from .canvas import (
    Canvas,
    Point,
    bar,
    blade,
    cloud,
    disc,
    fir,
    height_at,
    ridge,
    scatter,
    stroke,
    turned,
)

WIDTH, HEIGHT = 1600, 900


def river() -> Canvas:
    """A river between wooded hills in the morning."""
    canvas = Canvas(WIDTH, HEIGHT, "#8fc1d9", "#cfe3df", "#f6e3c0", "#f3e7cf")
    canvas.glow(1120, 330, 420, "#fff3cf", 0.9)
    canvas.paint("#fff6dc", ellipses=[disc(1120, 330, 46)])
    layers = [(400, 70, 4.0, "#a9c4c4"), (460, 62, 7.4, "#86adab"), (530, 54, 2.2, "#5f918c")]
    for level, swing, seed, colour in layers:
        canvas.paint(colour, "#c9dcd2", polygons=[ridge(WIDTH, level, swing, seed, 900)])
    canvas.haze(470, 640, "#f2ead6", 0.45)
    near = ridge(WIDTH, 632, 26, 5.1, 900)
    trees = [
        fir(x, height_at(near, x) + 8, 34 + 40 * scatter(x))
        for x in range(10, 1600, 27)
        if not 690 < x < 900
    ]
    canvas.paint("#3f7566", "#2c5c50", polygons=[near])
    canvas.paint("#35695b", "#26544a", polygons=trees)
    canvas.paint("#f6e7c8", "#b5d3d4", "#6fa5b4", polygons=[_meander()])
    gleams = [
        bar(middle + (scatter(n) - 0.9) * half, y, half * (0.4 + 0.4 * scatter(n + 7)), 2.5)
        for n in range(22)
        for middle, half, y in [_reach(0.5 + n / 46)]
    ]
    canvas.paint("#ffffff", polygons=gleams, opacity=0.45)
    front = [(0, 770), (160, 790), (300, 846), (350, 900), (0, 900)]
    canvas.paint("#2a5a45", "#1f4a3a", polygons=[front])
    grass = [
        blade(x, 905, 60 + 50 * scatter(x), 20 * scatter(x + 3) - 4, 5) for x in range(0, 340, 7)
    ]
    canvas.paint("#4d8a5e", "#24523f", polygons=grass)
    return canvas


def _meander() -> list[Point]:
    """A river that winds towards the viewer and grows wider."""
    reaches = [_reach(step / 40) for step in range(41)]
    left = [(middle - half, y) for middle, half, y in reaches]
    right = [(middle + half, y) for middle, half, y in reaches]
    return [*left, *reversed(right)]


def _reach(t: float) -> tuple[float, float, float]:
    """Middle, half width and height of the river, from far (0) to near (1)."""
    middle = 800 + 110 * sin(t * 7.5) * (0.25 + t) - 60 * t
    return middle, 10 + 330 * t**2.2, 632 + 268 * t**1.5


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


def _bird(x: float, y: float, size: float) -> list[list[Point]]:
    return [
        [(x, y), (x + side * size * 0.5, y - size * 0.42), (x + side * size, y - size * 0.2),
         (x + side * size * 0.5, y - size * 0.24)]
        for side in (-1, 1)
    ]  # fmt: skip


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


def _towers(row: int, low: float, high: float) -> list[list[Point]]:
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
    shore = [(0, 800), (150, 826), (330, 872), (410, 900), (0, 900)]
    canvas.paint("#6f8f72", "#3f6650", polygons=[shore])
    grass = [blade(x, 905, 70 + 70 * scatter(x), 26 * scatter(x) - 6, 5) for x in range(0, 400, 8)]
    canvas.paint("#7fa873", "#34604a", polygons=grass)
    return canvas


def wind() -> Canvas:
    """Wind turbines on green hills."""
    canvas = Canvas(WIDTH, HEIGHT, "#62a8d8", "#a7d2e8", "#e2eff0")
    canvas.paint(
        "#ffffff",
        ellipses=cloud(330, 210) + cloud(1010, 140) + cloud(1430, 260),
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
    path = [(690, 900), (640, 830), (690, 778), (676, 746), (690, 746), (712, 778), (700, 830)]
    canvas.paint("#e8dcae", "#cdbd86", polygons=[[*path, (790, 900)]])
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
