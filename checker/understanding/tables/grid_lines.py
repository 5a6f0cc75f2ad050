"""Walk a grid line by line, upright or turned."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from govcheck.document.blocks import Grid, GridCell
from govcheck.document.table import CellState
from govcheck.understanding.tables.cell_words import understood

_LABELS = 3
"""Columns of labels that a table has at most."""

_FEWEST = 3
"""Fewer headings do not tell that a line without figures is a row."""


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


def under(heads: Grid, grid: Grid) -> Grid:
    """Return a grid beneath the lines of another that has but the heads of its columns.

    A corner over several columns of labels is but one column where nothing stands beneath it.
    """
    wider = grid.width - heads.width
    over = (
        replace(cell, column=cell.column + wider)
        if cell.column
        else replace(cell, width=cell.width + wider)
        for cell in heads.cells
    )
    moved = (replace(cell, row=cell.row + heads.height) for cell in grid.cells)
    height = heads.height + grid.height
    return replace(grid, cells=(*over, *moved), height=height)


def may_head(heads: Grid, grid: Grid) -> bool:
    """Whether the lines of a grid may be the heads of another: its columns are as many."""
    corner = heads.cells[0]
    cornered = (corner.row, corner.column, corner.height) == (0, 0, heads.height)
    return heads.width == grid.width or (cornered and 0 < grid.width - heads.width < _LABELS)


def may_be_turned(grid: Grid) -> bool:
    """Whether the lines of a grid of plain text are even and hold figures at all."""
    even = len({*map(len, lines_of(grid))}) == 1
    states = (understood(cell.text.normal).state for cell in grid.cells)
    return even and CellState.FIGURE in states


def is_left_bare(line: Sequence[GridCell], named: int) -> bool:
    """Whether a line is the row of a table without labels, in which no figure stands.

    ``named`` is how many headings over it name columns.
    """
    states = {understood(cell.text.normal).state for cell in line}
    empty = states <= {CellState.BLANK, CellState.MARK}
    return named >= _FEWEST and (empty or len(line) >= named)
