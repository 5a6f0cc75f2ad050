"""Whole rows or columns that break sums: left at 0, wrong throughout, or exchanged.

Pure arithmetic, like :mod:`govcheck.sums.repair`, of what no few cells explain.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, Literal

from msgspec import Struct

from govcheck.sums.repair import CellKey, Repair, System

_FEWEST_SUMS: Final = 3
"""Fewer broken sums than that are told of cells."""
_AXES: Final[Mapping[Literal["rows", "columns"], int]] = {"rows": 0, "columns": 1}
"""Which half of a cell's key names its line."""


class WrongLines(Struct, frozen=True, kw_only=True):
    """One line whose figures are wrong, or two that stand in each other's place."""

    along: Literal["rows", "columns"]
    lines: tuple[str, ...]
    repair: Repair
    is_blank: bool = False
    """Every figure of the line is 0."""


def wrong_lines(sums: System, broken: Mapping[int, Decimal]) -> list[WrongLines]:
    """Return each way to mend all these broken sums, and break none, by whole lines."""
    if len(broken) < _FEWEST_SUMS:
        return []
    return [*_exchanged(sums, broken), *_single(sums, broken)]


def likeliest(ways: Sequence[WrongLines]) -> WrongLines | None:
    """Return the one way that alone is likely; None where the figures do not tell.

    Exchanged lines need no figure that is not there, and a line of nothing but 0 is likelier
    to be left out than another to be wrong throughout.
    """
    exchanged = [one for one in ways if len(one.lines) > 1]
    likely = exchanged or [one for one in ways if one.is_blank] or ways
    return likely[0] if len(likely) == 1 else None


def _single(sums: System, broken: Mapping[int, Decimal]) -> Iterator[WrongLines]:
    for along, axis in _AXES.items():
        for line, cells in _lines(sums, axis).items():
            repair = _repair(sums, broken, cells)
            if repair and not sums.after(repair, broken):
                blank = not any(sums.values[cell] for cell in cells.values())
                yield WrongLines(along=along, lines=(line,), repair=repair, is_blank=blank)


def _exchanged(sums: System, broken: Mapping[int, Decimal]) -> Iterator[WrongLines]:
    for along, axis in _AXES.items():
        for (one, cells), (other, others) in combinations(_lines(sums, axis).items(), 2):
            if cells.keys() != others.keys():
                continue
            there = {cells[across]: sums.values[others[across]] for across in cells}
            back = {others[across]: sums.values[cells[across]] for across in cells}
            repair = {
                cell: value
                for cell, value in (there | back).items()
                if value != sums.values[cell]
            }
            if not sums.after(repair, broken):
                yield WrongLines(along=along, lines=(one, other), repair=repair)


def _lines(sums: System, axis: int) -> dict[str, dict[str, CellKey]]:
    """Return the cells of each line by what crosses it."""
    lines: dict[str, dict[str, CellKey]] = {}
    for cell in sums.values:
        lines.setdefault(cell[axis], {})[cell[1 - axis]] = cell
    return lines


def _repair(
    sums: System, broken: Mapping[int, Decimal], cells: Mapping[str, CellKey]
) -> Repair:
    """Return what a line must say for every broken sum to hold; nothing where none will do."""
    repair: dict[CellKey, Decimal] = {}
    for index in broken:
        within = [cell for cell in cells.values() if cell in sums.signs[index]]
        if len(within) != 1:
            return {}
        (cell,) = within
        corrected = sums.values[cell] + sums.change(cell, index, broken)
        if corrected < 0 or repair.setdefault(cell, corrected) != corrected:
            return {}
    return repair
