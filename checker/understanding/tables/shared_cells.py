"""Cells that are merged over several rows of the form: what they say of each of these."""

from collections.abc import Container, Iterator, Mapping

from msgspec.structs import replace

from govcheck.document.blocks import Grid, GridCell
from govcheck.document.table import CellState
from govcheck.understanding.tables.cell_words import understood


def says_the_same(cell: GridCell) -> bool:
    """Whether a cell that stands for several says one thing of all: nought, a sign, nothing.

    Of another figure it cannot be told whose it is.
    """
    reading = understood(cell.text.normal)
    empty = reading.state in {CellState.BLANK, CellState.MARK}
    return not cell.unread and (reading.value == 0 or empty)


def dealt_out(grid: Grid, rows: Container[str]) -> Grid:
    """Return a grid with each cell that is merged over several rows in every one of them.

    ``rows`` are the texts that are labels of rows.
    """
    if grid.typed or grid.recognised or all(cell.height == 1 for cell in grid.cells):
        return grid
    labels = {
        cell.row: cell.column
        for cell in grid.cells
        if cell.height == 1 and cell.text.normal in rows
    }
    cells = [part for cell in grid.cells for part in _parts(cell, labels)]
    if len(cells) == len(grid.cells):
        return grid
    return replace(grid, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _parts(cell: GridCell, labels: Mapping[int, int]) -> Iterator[GridCell]:
    within = [
        row
        for row in range(cell.row, cell.row + cell.height)
        if labels.get(row, cell.column) < cell.column
    ]
    if len(within) < 2:  # noqa: PLR2004 - several
        yield cell
        return
    unread = cell.unread or not says_the_same(cell)
    for row in within:
        yield replace(cell, row=row, height=1, unread=unread)
