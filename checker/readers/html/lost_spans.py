"""Tables that lost what merges their cells: an editor took out each colspan, or each rowspan.

A browser lets their rows begin and end anywhere, so that no figure stands under its heading.
They are read like tables of plain text, which know no merged cells either.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from govcheck.readers.raw import RawCell, RawGrid
from govcheck.readers.running_text import NUMBER

_FIGURES: Final = 3
"""So many figures in a row show where its columns are."""
_MANY: Final = 7
"""Headings in several lines stand over so many."""
_SEVERAL: Final = 3
"""So many rows that end in one column are no slip."""


def without_shifts(grid: RawGrid) -> RawGrid:
    """Return a grid; one that lost what merges its cells with the cells of each row alone."""
    rows = [list(row) for _, row in groupby(grid.cells, lambda cell: cell.row)]
    if not _has_lost_spans(grid, rows):
        return grid
    return replace(
        grid,
        cells=tuple(
            replace(cell, row=at, column=column, height=1, width=1)
            for at, row in enumerate(rows)
            for column, cell in enumerate(row)
        ),
        height=len(rows),
        width=max(map(len, rows)),
        typed=True,
    )


def _has_lost_spans(grid: RawGrid, rows: Sequence[Sequence[RawCell]]) -> bool:
    """Whether rows of figures end in several columns, or headings before the figures do.

    A table with merges of both kinds lost neither; it may lack a row.
    """
    if any(one.width > 1 for one in grid.cells) and any(one.height > 1 for one in grid.cells):
        return False
    figures = [_figures(row) for row in rows]
    first = next((at for at, count in enumerate(figures) if count >= _FIGURES), None)
    if first is None:
        return False
    ends = _ends(grid)
    own = Counter(
        ends[row[0].row] for row, count in zip(rows, figures, strict=True) if count >= _FIGURES
    )
    if sum(times >= _SEVERAL for times in own.values()) > 1:
        return True
    end = ends[rows[first][0].row]
    return figures[first] >= _MANY and any(
        ends[row[0].row] < end for row in rows[:first] if sum(bool(one.text) for one in row) > 1
    )


def _ends(grid: RawGrid) -> list[int]:
    """Return behind which column each row ends, with what reaches down into it."""
    ends = [0] * grid.height
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.height):
            ends[row] = max(ends[row], cell.column + cell.width)
    return ends


def _figures(row: Sequence[RawCell]) -> int:
    return sum(NUMBER.fullmatch(cell.text.strip()) is not None for cell in row)
