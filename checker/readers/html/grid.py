"""A table's true grid: which slots a cell covers, spans and ragged rows resolved."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from govcheck.readers.numbering import numbering

T = TypeVar("T")

MOST_SLOTS: Final = 200_000


class CellSpan(Struct, Generic[T], frozen=True):
    """A cell as its row states it."""

    width: int
    """From 1; browsers make 1000 of any greater colspan."""
    height: int
    """0 for all the rows of its group that follow."""
    cell: T


class Slot(Struct, Generic[T], frozen=True):
    """A cell on the grid, by its upper left corner."""

    row: int
    column: int
    height: int
    width: int
    cell: T


class Placement(Struct, Generic[T], frozen=True):
    """Cells on a grid, none overlapping; every row and every column begins a cell."""

    slots: list[Slot[T]]
    height: int
    width: int


class Oversized(Exception):
    """The grid would have more slots than MOST_SLOTS."""


def place(groups: Sequence[Sequence[Sequence[CellSpan[T]]]]) -> Placement[T]:
    """Place a table's cells as browsers do; ``groups`` are row groups of rows of cells.

    A cell takes the next free column.  It ends with its row group at the latest.  Where it
    would reach into a cell from above it is cut there, and what follows stands where it
    would stand otherwise.  Rows and columns in which no cell begins are then left out.
    """
    slots: list[Slot[T]] = []
    free_from: list[int] = []  # per column, the first row in which it is free
    row = 0
    height = sum(map(len, groups))
    for group in groups:
        end = row + len(group)
        for spans in group:
            _place_row(spans, row, end, free_from, slots)
            if len(free_from) * height > MOST_SLOTS:
                raise Oversized
            row += 1
    return _compact(slots)


def _place_row(
    spans: Sequence[CellSpan[T]],
    row: int,
    end: int,
    free_from: list[int],
    slots: list[Slot[T]],
) -> None:
    column = 0
    known = len(free_from)
    for span in spans:
        while column < known and free_from[column] > row:
            column += 1
        follower = column + span.width
        if follower > known:
            free_from.extend([0] * (follower - known))
            known = follower
        right = column + 1
        while right < follower and free_from[right] <= row:
            right += 1
        below = row + span.height if 0 < span.height < end - row else end
        free_from[column:right] = [below] * (right - column)
        slots.append(Slot(row, column, below - row, right - column, span.cell))
        column = follower
        if known > MOST_SLOTS:
            raise Oversized


def _compact(slots: list[Slot[T]]) -> Placement[T]:
    """Leave out the rows and columns in which no cell begins."""
    rows = {slot.row for slot in slots}
    columns = {slot.column for slot in slots}
    bottom = max((slot.row + slot.height for slot in slots), default=0)
    right = max((slot.column + slot.width for slot in slots), default=0)
    if (bottom, right) != (len(rows), len(columns)):
        down, across = numbering(rows, bottom), numbering(columns, right)
        slots = [
            Slot(
                down[slot.row],
                across[slot.column],
                down[slot.row + slot.height] - down[slot.row],
                across[slot.column + slot.width] - across[slot.column],
                slot.cell,
            )
            for slot in slots
        ]
    return Placement(slots, len(rows), len(columns))
