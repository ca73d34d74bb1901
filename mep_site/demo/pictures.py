"""The demo's pictures, drawn by the project itself."""

from collections.abc import Callable

from . import landscapes, workplaces
from .canvas import Canvas

DRAWINGS: dict[str, Callable[[], Canvas]] = {
    "river": landscapes.river,
    "wetland": landscapes.wetland,
    "skyline": landscapes.skyline,
    "forest": landscapes.forest,
    "lake": landscapes.lake,
    "wind": landscapes.wind,
    "station": workplaces.station,
    "meeting": workplaces.meeting,
    "laboratory": workplaces.laboratory,
    "portrait": workplaces.portrait,
}
