"""Walk a grid line by line, upright or turned."""

from collections.abc import Iterator

from msgspec.structs import replace

from govcheck.document.blocks import Grid, GridCell
from govcheck.document.table import CellState
from govcheck.understanding.tables.cell_words import understood


def turned(grid: Grid) -> Grid:
    """Return a grid with rows for columns and columns for rows."""
    cells = [
        replace(cell, row=cell.column, column=cell.row, height=cell.width, width=cell.height)
        for cell in grid.cells
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(grid, cells=tuple(cells), height=grid.width, width=grid.height)


def lines_of(grid: Grid) -> list[list[GridCell]]:
    """Return the cells of every line, those that reach down into it included."""
    lines: list[list[GridCell]] = [[] for _ in range(grid.height)]
    for cell in grid.cells:
        for line in lines[cell.row : cell.row + cell.height]:
            line.append(cell)
    for line in lines:
        line.sort(key=lambda cell: cell.column)
    return lines


def telling_lines(grid: Grid) -> Iterator[tuple[int, list[GridCell], list[GridCell]]]:
    """Yield the lines that say something: number, cells, and those of them that begin there.

    A line without any text is none: word processors write some.  But the first of those
    behind the last that says anything may be a row that was not filled in.
    """
    empty: tuple[int, list[GridCell], list[GridCell]] | None = None
    for at, line in enumerate(lines_of(grid)):
        fresh = [cell for cell in line if cell.row == at]
        if any(cell.text.normal for cell in fresh):
            empty = None
            yield at, line, fresh
        else:
            empty = empty or (at, line, fresh)
    if empty:
        yield empty


def may_be_turned(grid: Grid) -> bool:
    """Whether the lines of a grid of plain text are even and hold figures at all."""
    even = len({*map(len, lines_of(grid))}) == 1
    states = (understood(cell.text.normal).state for cell in grid.cells)
    return even and CellState.FIGURE in states
