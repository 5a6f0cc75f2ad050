"""Tables that are pieces of one: a row or the heads each, with nothing between them."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.flow import FlowBlock
from govcheck.readers.html.grid import CellSpan, Oversized
from govcheck.readers.html.overreach import is_even, place_mended
from govcheck.readers.html.page_table import (
    LastTable,
    PageCell,
    PageTable,
    is_figure,
    is_hidden,
)

_HEADING: Final = late_pattern("[一二三四五六七八九十]{1,2}、.{0,40}")
_Row = list[CellSpan[PageCell]]

_FEWEST: Final = 2
"""Columns that relate to each other, rows that can be pieces."""
_MOST_ROWS: Final = 100
"""A table of more is not put together from pieces."""


def joined(above: PageTable, below: PageTable) -> PageTable | None:
    """Return two tables as one, if one is a piece and all rows end at one column; or None."""
    first, second = list(_rows(above)), list(_rows(below))
    if not (_may_join(above) and _may_join(below)) or len(first) + len(second) > _MOST_ROWS:
        return None
    if not (first and second and _goes_on(first, second)):
        return None
    if _heads_part(first[-1]) or _heads_part(second[0]):
        return None
    rows = [*first, *second]
    try:
        placed = place_mended([rows])
    except Oversized:
        return None
    wide = placed.width >= _FEWEST and is_even(placed)
    return replace(above, groups=[rows]) if wide else None


def made_of_tables(table: PageTable) -> PageTable:
    """Return the one table that those in the rows of another make up; or the other itself."""
    rows = list(_rows(table))
    inner = [held for row in rows if len(row) == 1 and (held := _all_of(row[0].cell))]
    if len(rows) < _FEWEST or len(inner) < len(rows):
        return table
    whole: PageTable | None = inner[0]
    for one in inner[1:]:
        whole = whole and joined(whole, one)
    return whole if whole and whole.holds_figures else table


def bare(blocks: Sequence[FlowBlock]) -> bool:
    """Whether nothing among blocks is hidden: the table has all that it had."""
    return not any(map(is_hidden, blocks))


def _all_of(cell: PageCell) -> PageTable | None:
    """Return the table that is all that stands in a cell, or None."""
    last: LastTable | None = cell.inner
    whole = last is not None and last.begin == 0 and last.touches(cell.blocks)
    return last.table if last and whole else None


def _may_join(table: PageTable) -> bool:
    return not (table.shut or table.mere_layout or table.collapsed)


def _goes_on(above: Sequence[_Row], below: Sequence[_Row]) -> bool:
    """Whether rows are a piece of a table with those above: heads and figures, or one row."""
    if len(below) > 1 and not any(map(_has_figure, below)):
        return not any(map(_has_figure, above))
    return len(below) == 1 or len(above) == 1 or not _has_figure(above[-1])


def _heads_part(row: _Row) -> bool:
    """Whether a row is the heading of a part, with its number or a sign in another cell."""
    few = len(row) <= _FEWEST and not _has_figure(row)
    return few and _HEADING.fullmatch(row[0].cell.text.strip()) is not None


def _has_figure(row: _Row) -> bool:
    return any(is_figure(one.cell) for one in row)


def _rows(table: PageTable) -> Iterator[_Row]:
    return (row for group in table.groups for row in group if row)
