"""Where the participants of a programme are: marks at their places, in the units of a drawing.

The world is drawn in plate carrée, as the outlines are, but narrower: at 35° north, amid most
partners, a degree is as long to the east as to the north.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

WIDTH_OF_DEGREE, HEIGHT_OF_DEGREE = 8.2, 10
WORLD_WIDTH, WORLD_HEIGHT = 360 * WIDTH_OF_DEGREE, 180 * HEIGHT_OF_DEGREE
# Of what is shown of the world; a tenth is left free on every side.
PROPORTION, LEAST_WIDTH, MARGIN = 2.1, 900, 1.25
# Shares of the width of the drawing.
MARK, LETTERS = 1 / 110, 1 / 62
LETTER_WIDTH, SIGN_WIDTH = 0.58, 1.0


class Participant(NamedTuple):
    """A state with a place on maps: its name, as what it takes part, and where it is."""

    name: str
    status: str
    latitude: float
    longitude: float


class Box(NamedTuple):
    """A rectangle by its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        beside = self.x + self.width <= other.x or other.x + other.width <= self.x
        above = self.y + self.height <= other.y or other.y + other.height <= self.y
        return not (beside or above)

    def holds(self, other: "Box") -> bool:
        """Whether the other one lies within this one."""
        across = self.x <= other.x and other.x + other.width <= self.x + self.width
        return across and self.y <= other.y and other.y + other.height <= self.y + self.height

    def __str__(self) -> str:
        return " ".join(str(round(length)) for length in self)


@dataclass(frozen=True)
class Mark:
    """A participant on the drawing; ``label`` is where its name begins, if there is room for it."""

    participant: Participant
    x: int
    y: int
    label: tuple[int, int] | None = None


@dataclass(frozen=True)
class ParticipantsMap:
    """The part of the world that holds all marks, and the sizes of marks and letters."""

    view: Box
    marks: list[Mark]
    radius: int
    letters: int


def participants_map(participants: Iterable[Participant]) -> ParticipantsMap:
    """The map of at least one participant."""
    marks = [Mark(each, *_point(each)) for each in participants]
    view = _view(marks)
    radius, letters = round(view.width * MARK), round(view.width * LETTERS)
    return ParticipantsMap(view, list(_labelled(marks, view, radius, letters)), radius, letters)


def _point(participant: Participant) -> tuple[int, int]:
    x = (participant.longitude + 180) * WIDTH_OF_DEGREE
    return round(x), round((90 - participant.latitude) * HEIGHT_OF_DEGREE)


def _view(marks: list[Mark]) -> Box:
    """What is shown: all marks with some room around them, within the world."""
    left, right = min(mark.x for mark in marks), max(mark.x for mark in marks)
    top, bottom = min(mark.y for mark in marks), max(mark.y for mark in marks)
    width = max(MARGIN * (right - left), MARGIN * (bottom - top) * PROPORTION, LEAST_WIDTH)
    width = min(width, WORLD_WIDTH)
    height = width / PROPORTION
    x = _within((left + right - width) / 2, WORLD_WIDTH - width)
    return Box(x, _within((top + bottom - height) / 2, WORLD_HEIGHT - height), width, height)


def _within(value: float, most: float) -> float:
    return max(0, min(value, most))


def _labelled(marks: list[Mark], view: Box, radius: int, letters: int) -> Iterator[Mark]:
    """The marks with their names where these cover no other mark or name; the first come first."""
    taken = [Box(mark.x - radius, mark.y - radius, 2 * radius, 2 * radius) for mark in marks]
    for mark in marks:
        free = (
            box
            for box in _places(mark, radius, letters)
            if view.holds(box) and not any(box.meets(other) for other in taken)
        )
        box = next(free, None)
        if box:
            taken.append(box)
            # Letters stand on a line that is somewhat above the foot of their box.
            mark = replace(mark, label=(round(box.x), round(box.y + 0.8 * box.height)))  # noqa: PLW2901
        yield mark


def _places(mark: Mark, radius: int, letters: int) -> Iterator[Box]:
    """Where the name of a mark may stand, the best place first."""
    width, gap = _width(mark.participant.name) * letters, 1.4 * radius
    middle = mark.y - letters / 2
    yield Box(mark.x + gap, middle, width, letters)
    yield Box(mark.x - gap - width, middle, width, letters)
    yield Box(mark.x - width / 2, mark.y + gap, width, letters)
    yield Box(mark.x - width / 2, mark.y - gap - letters, width, letters)


def _width(text: str) -> float:
    """About how wide a text is, in the height of its letters."""
    return sum(SIGN_WIDTH if ord(sign) >= 0x2E80 else LETTER_WIDTH for sign in text)
