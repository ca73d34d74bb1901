"""Tables: a grid in which merged cells are filled, its caption and the headings of its columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bs4 import Tag

from .parts import Table

# More can be neither read nor edited as a block.
MOST_CELLS = 3000
MOST_COLUMNS = 60

TextOf = Callable[[Tag], str]


class TooLargeError(ValueError):
    """The table has more cells than a page can show."""


@dataclass(frozen=True)
class Cell:
    """A cell as it was copied: its text, and how many rows and columns it spans."""

    text: str
    down: int
    across: int
    is_heading: bool


Grid = list[list[Cell]]


def table_cells(table: Tag) -> list[list[Tag]]:
    """The cells of each row, those of tables inside the table left out."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    return [row.find_all(["td", "th"], recursive=False) for row in rows]


def read_table(table: Tag, rows: list[list[Tag]], text_of: TextOf) -> tuple[Table | None, bool]:
    """The table, ``None`` if it is empty, and whether cells were merged.

    ``rows`` are those of its cells that were shown.
    """
    grid, are_merged = _grid([[_cell(tag, text_of) for tag in row] for row in rows])
    captions = [text_of(tag) for tag in table.find_all("caption", recursive=False)]
    while len(grid) > 1 and _is_whole_row(grid[0]):
        captions.append(grid.pop(0)[0].text)
    grid = _trimmed(grid)
    if not grid:
        return None, False
    depth = _depth_of_head(grid)
    headings = [_heading(column) for column in zip(*grid[:depth], strict=True)]
    body = [_texts(row) for row in grid[depth:]]
    return Table(" ".join(filter(None, captions)), headings or [""] * len(grid[0]), body), (
        are_merged
    )


def _cell(tag: Tag, text_of: TextOf) -> Cell:
    is_heading = tag.name == "th" or tag.find_parent("thead") is not None
    return Cell(text_of(tag), _span(tag, "rowspan"), _span(tag, "colspan"), is_heading)


def _span(tag: Tag, name: str) -> int:
    value = str(tag.get(name) or "1").strip()
    return min(int(value), MOST_CELLS) if value.isdecimal() else 1


def _grid(rows: list[list[Cell]]) -> tuple[Grid, bool]:
    """The cells by row and column, and whether any with a text stands in several places."""
    places: dict[tuple[int, int], Cell] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in places:
                column += 1
            # A span of 0 reaches to the end.
            below = min(cell.down or len(rows), len(rows) - row)
            for place in _area(row, column, below, max(cell.across, 1)):
                places.setdefault(place, cell)
            if len(places) > MOST_CELLS:
                raise TooLargeError
    width = max((column for _, column in places), default=-1) + 1
    if width > MOST_COLUMNS:
        raise TooLargeError
    empty = Cell("", 1, 1, is_heading=False)
    grid = [[places.get((row, at), empty) for at in range(width)] for row in range(len(rows))]
    return grid, _are_merged(grid)


def _area(row: int, column: int, down: int, across: int) -> Iterator[tuple[int, int]]:
    if down * across > MOST_CELLS:
        raise TooLargeError
    for below in range(down):
        for beside in range(across):
            yield row + below, column + beside


def _are_merged(grid: Grid) -> bool:
    """Whether a text is repeated; one that is alone in its row is not."""
    return any(
        cell.text and max(cell.down, cell.across) > 1 and not _is_whole_row(row)
        for row in grid
        for cell in row
    )


def _is_whole_row(row: list[Cell]) -> bool:
    return len(row) > 1 and bool(row[0].text) and all(cell is row[0] for cell in row)


def _trimmed(grid: Grid) -> Grid:
    """The grid without rows and columns in which nothing stands."""
    rows = [row for row in grid if any(cell.text for cell in row)]
    kept = [at for at, column in enumerate(zip(*rows, strict=True)) if any(c.text for c in column)]
    return [[row[at] for at in kept] for row in rows]


def _depth_of_head(grid: Grid) -> int:
    """How many rows at the top are headings: those marked as such, else the first one.

    A heading that spans columns beside one that spans rows has its parts below it.
    """
    marked = 0
    while marked < len(grid) and all(cell.is_heading for cell in grid[marked]):
        marked += 1
    if marked:
        return marked
    if len(grid) == 1:
        return 0
    is_parted = any(cell.across > 1 for cell in grid[0])
    depth = max(cell.down for cell in grid[0]) if is_parted else 1
    return min(depth, len(grid) - 1)


def _heading(column: tuple[Cell, ...]) -> str:
    return " / ".join(dict.fromkeys(cell.text for cell in column if cell.text))


def _texts(row: list[Cell]) -> list[str]:
    if _is_whole_row(row):
        return [row[0].text, *("" for _ in row[1:])]
    return [cell.text for cell in row]
