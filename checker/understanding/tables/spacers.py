"""Columns that only part others: no heading is their own, and no figure stands in them."""

from collections.abc import Mapping, Sequence
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.tables.printed_rows import PrintedRow

_UNIT: Final = late_pattern(f"(?:{sign('unit')})?")
"""A unit that stands in a cell of its own, behind its figure; or nothing."""
_Heads = Mapping[int, tuple[str, ...]]
_NONE: Final[tuple[str, ...]] = ()


def without_spacers(printed: Sequence[int], rows: Sequence[PrintedRow]) -> list[int]:
    """Return the columns of some lines under the same headings that are no mere spacers."""
    heads = rows[0].zone.heads
    told = {
        cell.column
        for row in rows
        for cell in row.cells
        if cell.unread or not _UNIT.fullmatch(cell.text.normal)
    }
    told |= {cell.column for row in rows for cell in row.cells if cell.width > 1}
    return [at for at in printed if at in told or not _is_spacer(at, heads, told)]


def _is_spacer(at: int, heads: _Heads, told: set[int]) -> bool:
    """Whether all headings over a blank column reach over others as well that count."""
    stack = heads.get(at, _NONE)
    beside = [other for step in (-1, 1) for other in _under_the_same(at, step, heads)]
    return bool(stack) and any(
        other in told or len(heads[other]) > len(stack) or other < at for other in beside
    )


def _under_the_same(at: int, step: int, heads: _Heads) -> list[int]:
    """Return the columns on one side of a column that all of its headings reach over."""
    stack = heads.get(at, _NONE)
    others: list[int] = []
    other = at + step
    while stack and heads.get(other, _NONE)[: len(stack)] == stack:
        others.append(other)
        other += step
    return others
