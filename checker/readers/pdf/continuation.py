"""Tables that go on from one page to the next."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.tables import PrintedCell, PrintedTable
from govcheck.readers.plain.joining import joined
from govcheck.readers.plain.wrapping import begins_afresh

_NEAR: Final = 4.0
"""Borders of one table on two pages lie so near each other."""
_FIGURE: Final = re.compile(r"[0-9.,，%/－—-]+")
_HEAD: Final = re.compile(r"[^0-9\s（(]{1,8}")
_HEADS: Final = 3
"""So many heads side by side are a row of them; a label and its figure are no heads."""

_Stretch = tuple[int, int]
"""A cell's column and width."""


def continued(first: PrintedTable, second: PrintedTable) -> PrintedTable | None:
    """Return both as one table if they have the same width, else None.

    ``second`` begins the page that follows ``first``; a heading printed again is left out,
    and a cell cut by the end of the page is made whole.
    """
    borders = _common(first.across, second.across)
    if borders is None:
        return None
    first, second = _without_foot(first), _without_head(second)
    above, below = _on(borders, first), _without_heading(first, _on(borders, second))
    height = first.height + max((cell.row + cell.height for cell in below), default=0)
    foot = {_span(cell): cell for cell in above if cell.row + cell.height == first.height}
    head = {_span(cell): cell for cell in below if cell.row == 0}
    cut = _cut_cells(foot, head)
    return PrintedTable(
        page=first.page,
        across=borders,
        height=height,
        cells=(
            *(_whole(cell, foot, head, cut) for cell in above),
            *(
                replace(cell, row=cell.row + first.height)
                for cell in below
                if cell.row or _span(cell) not in cut
            ),
        ),
    )


def _span(cell: PrintedCell) -> _Stretch:
    return cell.column, cell.width


def _whole(
    cell: PrintedCell,
    foot: Mapping[_Stretch, PrintedCell],
    head: Mapping[_Stretch, PrintedCell],
    cut: Container[_Stretch],
) -> PrintedCell:
    """Return a cell of the first page with what the page's end has cut off from it."""
    span = _span(cell)
    if span not in cut or cell is not foot[span]:
        return cell
    rest = head[span]
    return replace(
        cell,
        height=cell.height + rest.height,
        text=joined([text for text in (cell.text, rest.text) if text]),
        open_below=rest.open_below,
    )


def _without_foot(table: PrintedTable) -> PrintedTable:
    """Leave out a last row without a word: the beginning of one that had no room."""
    row = table.height - 1
    last = [cell for cell in table.cells if cell.row == row]
    if not row or not last or any(cell.text for cell in last):
        return table
    return replace(
        table,
        height=row,
        cells=tuple(
            replace(cell, height=min(cell.height, row - cell.row))
            for cell in table.cells
            if cell.row < row
        ),
    )


def _without_head(table: PrintedTable) -> PrintedTable:
    """Leave out a first row without a word: the end of one that its page before has shown."""
    own = [cell for cell in table.cells if cell.row == 0 and cell.height == 1]
    if table.height == 1 or not own or any(cell.text for cell in own):
        return table
    return replace(
        table,
        height=table.height - 1,
        cells=tuple(
            replace(cell, height=cell.height - 1)
            if cell.row == 0
            else replace(cell, row=cell.row - 1)
            for cell in table.cells
            if cell.row or cell.height > 1
        ),
    )


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
    column = [
        min(range(len(borders)), key=lambda index: abs(borders[index] - own))
        for own in table.across
    ]
    return [
        replace(
            cell,
            column=column[cell.column],
            width=column[cell.column + cell.width] - column[cell.column],
        )
        for cell in table.cells
    ]


def _without_heading(first: PrintedTable, cells: Sequence[PrintedCell]) -> list[PrintedCell]:
    """Leave out the first rows if they are those of the table before, printed again."""
    again = 0
    for row in range(first.height):
        if not _same(first.cells, cells, row):
            break
        again = row + 1
    whole = [cell for cell in cells if cell.row >= again]
    if any(cell.row < again < cell.row + cell.height for cell in cells):
        return list(cells)
    return [replace(cell, row=cell.row - again) for cell in whole]


def _same(one: Iterable[PrintedCell], other: Iterable[PrintedCell], row: int) -> bool:
    """Whether a row is the same in both and says something."""
    texts = [[(c.text, c.height) for c in cells if c.row == row] for cells in (one, other)]
    return texts[0] == texts[1] and any(text for text, _ in texts[0])


def _cut_cells(
    foot: Mapping[_Stretch, PrintedCell], head: Mapping[_Stretch, PrintedCell]
) -> frozenset[_Stretch]:
    """Return which cells the end of the page has cut in two."""
    pairs = {key: (foot[key], head[key]) for key in foot.keys() & head.keys()}
    if len(pairs) == len(foot) == len(head) and _is_torn(list(pairs.values())):
        return frozenset(pairs)
    heads = len(pairs) < len(head) and not any(
        _is_figure(cell) for row in (foot, head) for cell in row.values()
    )
    return frozenset(key for key, pair in pairs.items() if _goes_on(*pair, heads=heads))


def _is_torn(pairs: Sequence[tuple[PrintedCell, PrintedCell]]) -> bool:
    """Whether two rows are one: no line parts them, or both hold nothing but column heads."""
    if any(_is_figure(one) and _is_figure(other) for one, other in pairs):
        return False
    opened = all(one.open_below or other.open_above for one, other in pairs)
    heads = len(pairs) >= _HEADS and all(
        _HEAD.fullmatch(cell.text) for pair in pairs for cell in pair
    )
    return opened or heads


def _goes_on(one: PrintedCell, other: PrintedCell, *, heads: bool) -> bool:
    """Whether a merged cell goes on over the end of a page.

    A row alone does not show that it is merged; ``heads`` says that it stands among the
    heads of columns, of which the next row divides others.
    """
    if max(one.height, other.height) == 1 and not heads:
        return False
    if _is_figure(one) and _is_figure(other):
        return False
    return not other.text or not begins_afresh(other.text)


def _is_figure(cell: PrintedCell) -> bool:
    return _FIGURE.fullmatch(cell.text) is not None
