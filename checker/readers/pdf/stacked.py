"""Tables of different widths that touch each other, told apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from govcheck.readers.pdf.tables import PrintedCell, PrintedTable

_Reach = tuple[int, int]
"""The first and the last border of the columns that a row has."""


def apart(table: PrintedTable) -> list[PrintedTable]:
    """Return the tables of which one above the other is made up; most are only one.

    Beside a narrower one lies paper, which lines on its other sides make look like a cell.
    """
    paper = [cell for cell in table.cells if cell.open_aside and not cell.text]
    cells = [cell for cell in table.cells if cell not in paper]
    if not paper or not cells:
        return [table]
    reaches = [_reach(cells, row) for row in range(table.height)]
    bands = list(_bands(reaches))
    if any(_crosses(cell, bands) for cell in cells):
        return [table]
    return [_band(table, cells, *band) for band in bands]


def _reach(cells: Sequence[PrintedCell], row: int) -> _Reach:
    there = [cell for cell in cells if cell.row <= row < cell.row + cell.height]
    if not there:
        return 0, 0
    first = min(cell.column for cell in there)
    return first, max(cell.column + cell.width for cell in there)


def _bands(reaches: Sequence[_Reach]) -> Iterator[tuple[int, int, _Reach]]:
    """Yield where rows of one reach begin and end."""
    start = 0
    for reach, rows in groupby(reaches):
        end = start + len(list(rows))
        if reach != (0, 0):
            yield start, end, reach
        start = end


def _crosses(cell: PrintedCell, bands: Sequence[tuple[int, int, _Reach]]) -> bool:
    return not any(
        start <= cell.row and cell.row + cell.height <= end for start, end, _ in bands
    )


def _band(
    table: PrintedTable, cells: Sequence[PrintedCell], start: int, end: int, reach: _Reach
) -> PrintedTable:
    first, last = reach
    own = [cell for cell in cells if start <= cell.row < end]
    return replace(
        table,
        top=min(cell.top for cell in own),
        across=table.across[first : last + 1],
        height=end - start,
        cells=tuple(
            replace(cell, row=cell.row - start, column=cell.column - first) for cell in own
        ),
    )
