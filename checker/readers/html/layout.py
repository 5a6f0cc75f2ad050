"""What a table of a page is for: data that belong on a grid, or mere layout to be dissolved."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Final

from msgspec import Struct, field

from govcheck.readers.html.flow import FlowBlock, FlowLine, hidden
from govcheck.readers.html.grid import Placement, Slot
from govcheck.readers.html.lost_spans import without_shifts
from govcheck.readers.html.overreach import place_even
from govcheck.readers.html.page_table import PageCell, PageTable
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.readers.running_text import are_related, are_text


class _GridRow(Struct):
    """A row of the grid."""

    slots: list[Slot[PageCell]] = field(default_factory=list[Slot[PageCell]])
    texts: list[str] = field(default_factory=list[str])
    """What its cells say, each in one line …"""
    written: list[str] = field(default_factory=list[str])
    """… and line by line."""
    others: list[FlowBlock] = field(default_factory=list[FlowBlock])
    """What its cells hold beside text that can be seen."""
    tied: bool = False
    """A cell reaches from it into the next."""
    leads: bool = False
    """Its first cell stands in the first column."""
    undivided: bool = False
    """It is a single cell, with nothing beside it but blank cells that do not fill the row."""


_Band = list[_GridRow]
"""Rows that cells tie together."""

_FEW: Final = 2
"""Cells of a row that is no row of figures."""


def blocks_of(table: PageTable) -> list[FlowBlock]:
    """Return a table's blocks in reading order: grids of its data, and all other text.

    Rows that hold another table, long text, or the heading of a part are not data; what
    stands between two such rows is a grid of its own if it is data at all.

    Raises Oversized for a grid that is too large to be one.
    """
    if table.mere_layout:
        return dissolved(table)
    concealed = table.take_concealed_rows()
    placement = place_even(table.groups, lambda cell: not cell.blocks)
    if collapsed := table.collapsed:
        for slot in placement.slots:
            if collapsed.issuperset(range(slot.column, slot.column + slot.width)):
                slot.cell.blocks = list(map(hidden, slot.cell.blocks))
    if placement.width < 2:  # noqa: PLR2004 - a single column relates nothing to anything
        return dissolved(table)
    bands = _bands(placement)
    followers: list[_Band] = [*bands[1:], []]
    texts = map(_is_text, bands, followers)
    blocks = concealed
    for is_text, run in groupby(zip(texts, bands, strict=True), key=lambda pair: pair[0]):
        rows = [row for _, band in run for row in band]
        if is_text or not _is_data(rows):
            blocks += chain.from_iterable(
                slot.cell.blocks for row in rows for slot in row.slots
            )
        else:
            blocks += _grid(rows, placement.width, table)
    return blocks


def dissolved(table: PageTable) -> list[FlowBlock]:
    """Return what stands in a table's cells, in reading order."""
    return list(chain.from_iterable(cell.blocks for cell in table.cells))


def _bands(placement: Placement[PageCell]) -> list[_Band]:
    rows = [_GridRow() for _ in range(placement.height)]
    end = 0
    for slot in placement.slots:
        row = rows[slot.row]
        if not row.slots:
            row.leads = slot.column == 0 and slot.row >= end
        row.slots.append(slot)
        lines = slot.cell.blocks
        if len(lines) == 1 and isinstance(lines[0], FlowLine) and not lines[0].hidden:
            row.texts.append(lines[0].text)
            row.written.append(lines[0].text)
        else:
            row.texts.append(slot.cell.text)
            row.written.append(slot.cell.written)
            row.others += slot.cell.others
        if slot.row + slot.height > end:
            for above in rows[max(end - 1, slot.row) : slot.row + slot.height - 1]:
                above.tied = True
            end = slot.row + slot.height
    bands: list[_Band] = [[]]
    for row in rows:
        row.undivided = row.leads and _stands_alone(row, placement.width)
        bands[-1].append(row)
        if not row.tied:
            bands.append([])
    return bands[:-1]


def _stands_alone(row: _GridRow, width: int) -> bool:
    last = row.slots[-1]
    short = len(row.slots) <= _FEW or last.column + last.width < width
    return len(row.slots) == 1 or (short and not any(row.texts[1:]))


def _is_text(band: _Band, follower: _Band) -> bool:
    """Whether a band of rows is running text, or holds other tables."""
    holds_tables = any(isinstance(other, RawGrid) for row in band for other in row.others)
    return holds_tables or are_text(band, follower)


def _is_data(rows: Sequence[_GridRow]) -> bool:
    """Whether rows say something, and relate their cells to each other."""
    said = any(text for row in rows for text in row.texts)
    return said and not _mostly_linked(rows) and are_related(rows)


def _mostly_linked(rows: Sequence[_GridRow]) -> bool:
    shares = [
        block.linked
        for row in rows
        for slot in row.slots
        for block in slot.cell.blocks
        if isinstance(block, FlowLine) and not block.hidden
    ]
    return 2 * sum(shares) > len(shares)


def _grid(rows: Sequence[_GridRow], width: int, table: PageTable) -> Iterator[FlowBlock]:
    """Yield rows as a grid, then what a grid cannot hold: pictures and hidden text."""
    top = rows[0].slots[0].row
    cells = tuple(
        RawCell(
            row=slot.row - top,
            column=slot.column,
            height=slot.height,
            width=slot.width,
            text=written,
            line=slot.cell.line,
            header=slot.cell.header,
            anchor=slot.cell.anchor,
            unread=slot.cell.unread,
        )
        for row in rows
        for slot, written in zip(row.slots, row.written, strict=True)
    )
    line = table.line if top == 0 else cells[0].line
    grid = RawGrid(
        cells=cells, height=len(rows), width=width, line=line, container=table.container
    )
    yield without_shifts(grid)
    for row in rows:
        yield from row.others
