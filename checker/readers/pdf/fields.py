"""The cells that lie between the borders of a table."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class LatticeCell(NamedTuple):
    """A cell: the rows and columns that it covers, and which of its ends no line closes.

    One that is open to the side of a table which is closed elsewhere may lie outside of it.
    """

    row: int
    column: int
    height: int
    width: int
    open_above: bool
    open_below: bool
    open_aside: bool = False


def fields_between(
    walls: Sequence[Sequence[bool]], floors: Sequence[Sequence[bool]], height: int, width: int
) -> Iterator[LatticeCell]:
    """Yield the cells that are rectangles; ``walls[x][row]``, ``floors[y][column]``."""
    taken = [[False] * width for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if not taken[row][column]:
                slots = _reached(row, column, walls, floors, taken)
                bottom = max(slot[0] for slot in slots) + 1
                right = max(slot[1] for slot in slots) + 1
                left = min(slot[1] for slot in slots)
                if len(slots) == (bottom - row) * (right - left):
                    above = not all(floors[row][left:right])
                    below = not all(floors[bottom][left:right])
                    edges = (walls[0],) * (left == 0) + (walls[-1],) * (right == width)
                    aside = any(any(edge) and not any(edge[row:bottom]) for edge in edges)
                    yield LatticeCell(
                        row, left, bottom - row, right - left, above, below, aside
                    )


def _reached(
    row: int,
    column: int,
    walls: Sequence[Sequence[bool]],
    floors: Sequence[Sequence[bool]],
    taken: list[list[bool]],
) -> list[tuple[int, int]]:
    """Return the slots that no line parts from this one, and mark them as taken."""
    taken[row][column] = True
    slots = [(row, column)]
    for y, x in slots:
        for below, right, closed in (
            (y - 1, x, y > 0 and floors[y][x]),
            (y + 1, x, floors[y + 1][x]),
            (y, x - 1, walls[x][y]),
            (y, x + 1, walls[x + 1][y]),
        ):
            inside = 0 <= below < len(taken) and 0 <= right < len(taken[0])
            if inside and not closed and not taken[below][right]:
                taken[below][right] = True
                slots.append((below, right))
    return slots
