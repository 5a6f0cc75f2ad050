"""Tables that go on from one page to the next."""

from collections.abc import Container, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.seams import Stretch, cut_cells, is_figure, lines_in, rest_of, stretch
from govcheck.readers.pdf.strips import without_strips
from govcheck.readers.pdf.tables import PrintedCell, PrintedTable, joined_lines

_NEAR: Final = 4.0
"""Borders of one table on two pages lie so near each other."""
_LINE: Final = 12.0
"""A row that is lower, in points, has no room for a line of text."""


def continued(first: PrintedTable, second: PrintedTable) -> PrintedTable | None:
    """Return both as one table if they have the same width and rows, else None.

    ``second`` begins the page that follows ``first``; a heading printed again is left out,
    and a cell cut by the end of the page is made whole.
    """
    second = without_strips(_beside(first, second))
    borders = _common(first.across, second.across)
    if borders is None or not (first.cells and second.cells):
        return None
    first = _without_foot(first)
    above = _on(borders, first)
    below = _without_remnant(_without_heading(above, first.height, _on(borders, second)))
    height = first.height + max((cell.row + cell.height for cell in below), default=0)
    foot = {stretch(cell): cell for cell in above if cell.row + cell.height == first.height}
    head = {stretch(cell): cell for cell in below if cell.row == 0}
    cut = cut_cells(foot, head)
    return PrintedTable(
        page=first.page,
        top=first.top,
        across=borders,
        height=height,
        layout=first.layout or second.layout,
        cells=(
            *(_whole(cell, foot, head, cut) for cell in above),
            *(
                replace(cell, row=cell.row + first.height)
                for cell in below
                if cell.row or stretch(cell) not in cut
            ),
        ),
    )


def _whole(
    cell: PrintedCell,
    foot: Mapping[Stretch, PrintedCell],
    head: Mapping[Stretch, PrintedCell],
    cut: Container[Stretch],
) -> PrintedCell:
    """Return a cell of the first page with what the page's end has cut off from it.

    That two figures are one is never certain.
    """
    span = stretch(cell)
    if span not in cut or cell is not foot[span]:
        return cell
    rest = head[span]
    texts = (cell.text, rest_of(cell, rest))
    return replace(
        cell,
        height=cell.height + rest.height,
        text=joined_lines([text for text in texts if text]),
        open_below=rest.open_below,
        last=rest.last if rest.text else cell.last,
        widest=max(cell.widest, rest.widest),
        printed=lines_in(cell, rest),
        unread=cell.unread or rest.unread or (is_figure(cell) and is_figure(rest)),
    )


def _without_foot(table: PrintedTable) -> PrintedTable:
    """Leave out a last row without a word: the beginning of one that had no room."""
    row = table.height - 1
    last = [cell for cell in table.cells if cell.row == row]
    blank = row and last and not any(cell.text for cell in last)
    return _first_rows(table, row) if blank else table


def without_end(table: PrintedTable) -> PrintedTable:
    """Leave out the last row, or group of rows, whose rest may be unread."""
    cut = [cell for cell in table.cells if cell.row + cell.height == table.height]
    groups = [cell.row for cell in cut if cell.height > 1 and cell.column]
    return _first_rows(table, max(groups, default=table.height - 1))


def without_beginning(table: PrintedTable) -> PrintedTable:
    """Leave out the first row, or group of rows, whose rest may be unread."""
    groups = [cell.height for cell in table.cells if cell.row == 0 and cell.column]
    for _ in range(min((height for height in groups if height > 1), default=1)):
        table = replace(table, height=table.height - 1, cells=tuple(_without_top(table.cells)))
    return table


def _first_rows(table: PrintedTable, height: int) -> PrintedTable:
    return replace(
        table,
        height=height,
        cells=tuple(
            replace(cell, height=min(cell.height, height - cell.row))
            for cell in table.cells
            if cell.row < height
        ),
    )


def _without_remnant(cells: Sequence[PrintedCell]) -> list[PrintedCell]:
    """Leave out a first row without a word: the end of one that its page before has shown.

    A row that has room for a line is a blank row of a table in which nothing is filled in.
    """
    own = [cell for cell in cells if cell.row == 0 and cell.height == 1]
    height = max((cell.row + cell.height for cell in cells), default=0)
    if height <= 1 or not own or any(cell.text or cell.down >= _LINE for cell in own):
        return list(cells)
    return _without_top(cells)


def _without_top(cells: Sequence[PrintedCell]) -> list[PrintedCell]:
    return [
        replace(cell, height=cell.height - 1)
        if cell.row == 0
        else replace(cell, row=cell.row - 1)
        for cell in cells
        if cell.row or cell.height > 1
    ]


def _beside(first: PrintedTable, second: PrintedTable) -> PrintedTable:
    """Move a table of the same width below the other: pages may have other margins."""
    moved = first.across[0] - second.across[0]
    wide = [table.across[-1] - table.across[0] for table in (first, second)]
    if abs(wide[0] - wide[1]) > _NEAR:
        return second
    return replace(second, across=tuple(border + moved for border in second.across))


def _common(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...] | None:
    """Return the borders of both, if they begin and end at the same places."""
    if abs(one[0] - other[0]) > _NEAR or abs(one[-1] - other[-1]) > _NEAR:
        return None
    borders: list[float] = []
    for border in sorted((*one, *other)):
        if not borders or border - borders[-1] > _NEAR:
            borders.append(border)
    return tuple(borders)


def _on(borders: Sequence[float], table: PrintedTable) -> list[PrintedCell]:
    """Return a table's cells by the columns between other borders."""
    every = range(len(borders))
    column = [min(every, key=lambda index: abs(borders[index] - own)) for own in table.across]
    return [
        replace(
            cell,
            column=column[cell.column],
            width=column[cell.column + cell.width] - column[cell.column],
        )
        for cell in table.cells
    ]


def _without_heading(
    above: Sequence[PrintedCell], height: int, below: Sequence[PrintedCell]
) -> list[PrintedCell]:
    """Leave out the first rows if the table before has them too: a heading printed again.

    It is the heading of the table before, or of the last one of several that make it up,
    which begin with a row of one cell.
    """
    width = max(cell.column + cell.width for cell in above)
    starts = [cell.row for cell in above if cell.width == width and cell.row + 1 < height]
    again = max(_repeated(above, start, height, below) for start in {0, max(starts, default=0)})
    if any(cell.row < again < cell.row + cell.height for cell in below):
        return list(below)
    return [replace(cell, row=cell.row - again) for cell in below if cell.row >= again]


def _repeated(
    above: Sequence[PrintedCell], start: int, height: int, below: Sequence[PrintedCell]
) -> int:
    """Return how many rows from a row on are printed again at the top of the next page."""
    again = 0
    for row in range(height - start):
        known, printed = _printed(above, start + row), _printed(below, row)
        if known != printed or not any(text for text, _, _ in known):
            break
        again = row + 1
    return again


def _printed(cells: Sequence[PrintedCell], row: int) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.height, cell.column) for cell in cells if cell.row == row]
