"""Tables drawn by hand on pages that end wherever a test wants them to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from pdf_files import SIZE, line, text

from govcheck.readers.raw import RawCell, RawGrid

STEP = 15
"""From one line of text to the next in a cell."""
PAD = 3
LEFT, TOP = 60, -700
"""Pages are high enough for the longest table: they begin above the usual sheet."""

Line = tuple[float, str]
"""Where a line of text begins, down the table, and what it says."""


@dataclass(frozen=True, kw_only=True)
class DrawnGrid:
    """A table as it would stand on a page without end."""

    grid: RawGrid
    across: tuple[float, ...]
    closed: bool = True
    """The program draws a border where a page ends."""

    @cached_property
    def down(self) -> list[float]:
        heights = [PAD * 2 + STEP] * self.grid.height
        for cell in sorted(self.grid.cells, key=lambda cell: cell.height):
            rows = slice(cell.row, cell.row + cell.height)
            lacking = PAD * 2 + STEP * len(self._words(cell)) - sum(heights[rows])
            heights[cell.row + cell.height - 1] += max(lacking, 0)
        return [0.0, *accumulate(map(float, heights))]

    def cuts(self, row: int) -> list[float]:
        """Return where a page may end within a row, between two lines of its text."""
        cells = [cell for cell in self.grid.cells if cell.row == row and cell.height == 1]
        lines = max(len(self._words(cell)) for cell in cells)
        return [self.down[row] + PAD + STEP * count for count in range(1, lines)]

    def pages(self, cut: float, heads: int = 0) -> tuple[bytes, bytes]:
        """Return two pages, the second beginning at ``cut``, with so many heads again."""
        end, down = self.down[-1], self.down[heads]
        above = self._piece(0.0, cut, TOP)
        again = self._piece(0.0, down, TOP) if heads else b""
        return above, again + self._piece(cut, end, TOP + down)

    def strips(self, cut: float, room: float) -> bytes:
        """Return lines for the second page that end the merged labels cut there too early."""
        ends = [
            (cell, TOP + self.down[cell.row + cell.height] - cut - room)
            for cell in self.grid.cells
            if cell.height > 1 and self.down[cell.row] < cut < self.down[cell.row + cell.height]
        ]
        return b"".join(
            line(
                LEFT + self.across[cell.column],
                at,
                LEFT + self.across[cell.column + cell.width],
                at,
            )
            for cell, at in ends
        )

    def _words(self, cell: RawCell) -> list[str]:
        wide = self.across[cell.column + cell.width] - self.across[cell.column]
        many = max(int((wide - 2 * PAD) / SIZE), 1)
        return [cell.text[at : at + many] for at in range(0, len(cell.text), many)]

    def _piece(self, start: float, end: float, top: float) -> bytes:
        return b"".join(
            self._drawn(cell, start, end, top)
            for cell in self.grid.cells
            if self.down[cell.row] < end and self.down[cell.row + cell.height] > start
        )

    def _drawn(self, cell: RawCell, start: float, end: float, top: float) -> bytes:
        above, below = self.down[cell.row], self.down[cell.row + cell.height]
        left, right = (LEFT + self.across[at] for at in (cell.column, cell.column + cell.width))
        upper, lower = (top + min(max(at, start), end) - start for at in (above, below))
        borders = [(left, upper, left, lower), (right, upper, right, lower)]
        if self.closed or above >= start:
            borders.append((left, upper, right, upper))
        if self.closed or below <= end:
            borders.append((left, lower, right, lower))
        words = b"".join(
            text(left + PAD, top + at - start + SIZE, said)
            for at, said in self._lines(cell, start, end)
        )
        return b"".join(line(*border) for border in borders) + words

    def _lines(self, cell: RawCell, start: float, end: float) -> Iterator[Line]:
        """Yield the lines of a cell that stand between two heights; none is cut itself."""
        at = self.down[cell.row] + PAD
        for said in self._words(cell):
            if start and at < start < at + STEP:
                at = start + PAD
            if start <= at and at + STEP <= end + PAD:
                yield at, said
            at += STEP


def evenly(grid: RawGrid, labels: Sequence[float], figure: float) -> tuple[float, ...]:
    """Return borders: the first columns so wide, all others equal."""
    widths = [*labels, *[figure] * (grid.width - len(labels))]
    return tuple(accumulate(widths, initial=0.0))


def cells_of(grid: RawGrid) -> list[tuple[int, int, int, int, str]]:
    """Return what a table says and how it is merged."""
    return [
        (cell.row, cell.column, cell.height, cell.width, cell.text.replace(" ", ""))
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    ]


def between(rows: Sequence[float]) -> list[float]:
    """Return where a page may end between two rows."""
    return [below for _, below in pairwise(rows)][:-1]
