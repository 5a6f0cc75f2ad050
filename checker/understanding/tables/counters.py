"""Columns and lines of a table that only count the others: 序号 1, 2, 3; 栏次 1, 2, 3.

Like them, a column of units between labels and figures says nothing of its own: 单位 件 件 件.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Grid, GridCell
from govcheck.document.table import CellState
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.tables.cell_words import understood
from govcheck.understanding.tables.known_labels import Meaning

_HEAD: Final = late_pattern(rf"(?:{sign('counter_head')})")
_PLACE: Final = late_pattern(
    r"[（(]?(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[、.．]?"
)
_NUMBER: Final = late_pattern(r"[（(]?(?P<number>[0-9]{1,3})[)）]?[、.．]?")
_UNITS: Final = late_pattern(rf"(?:{sign('column_of_units')})")
_UNIT: Final = late_pattern(rf"(?:{sign('unit')})")
_FEWEST: Final = 3
"""So many numbers in order count something even where no heading says so."""

_Meanings = Mapping[str, Meaning]


def without_counters(grid: Grid, meanings: _Meanings) -> Grid:
    """Return a grid without what only counts, or names units; all else stays in place.

    They are headed so, or they count from 1 where no heading and no figure can stand: in the
    first column, or right under the headings.
    """
    upright = list(_counting_columns(grid, meanings))
    lying = list(_counting_lines(grid, meanings))
    if not (upright or lying):
        return grid
    gone = {id(cell) for cell in (*upright, *lying)}
    return replace(grid, cells=tuple(cell for cell in grid.cells if id(cell) not in gone))


def _counting_columns(grid: Grid, meanings: _Meanings) -> Iterator[GridCell]:
    """Yield the cells of the columns that count the lines, or say their units."""
    first = min((cell.column for cell in grid.cells if _is_figure(cell)), default=0)
    columns: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        if cell.width == 1:
            columns.setdefault(cell.column, []).append(cell)
    for column, cells in columns.items():
        told = [cell for cell in cells if cell.text.normal]
        if 0 < column < first and _are_units(told):
            yield from cells
            continue
        if not any(_PLACE.fullmatch(cell.text.normal) for cell in told):
            continue
        heads = [cell for cell in told if _is_head(cell)]
        numbers = [cell for cell in told if cell not in heads]
        if heads and heads[0] is told[0]:
            counts = all(_PLACE.fullmatch(cell.text.normal) for cell in numbers)
        else:
            counts = column == 0 and not heads and _counts_from_one(numbers)
            counts = counts and (len(numbers) >= _FEWEST or _others_have_heads(grid, numbers))
        if counts and not any(meanings[cell.text.normal].known for cell in told):
            yield from cells


def _are_units(cells: Sequence[GridCell]) -> bool:
    """Whether a heading for units stands over units."""
    head, *units = ["".join(cell.text.normal.split()) for cell in cells] or [""]
    return bool(_UNITS.fullmatch(head) and units and all(map(_UNIT.fullmatch, units)))


def _others_have_heads(grid: Grid, numbers: Sequence[GridCell]) -> bool:
    """Whether a word stands over every other column, above the first of some numbers."""
    headed: set[int] = set()
    for cell in grid.cells:
        if cell.row < numbers[0].row and understood(cell.text.normal).state is CellState.TEXT:
            headed.update(range(cell.column, cell.column + cell.width))
    return headed.issuperset(range(1, grid.width)) and 0 not in headed


def _counting_lines(grid: Grid, meanings: _Meanings) -> Iterator[GridCell]:
    """Yield the cells of the lines under headings that count the columns."""
    lines: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        lines.setdefault(cell.row, []).append(cell)
    headed, begun = False, False
    every = [*lines.values(), list[GridCell]()]
    for line, below in pairwise(every):
        told = [cell for cell in line if cell.text.normal]
        words = [cell for cell in told if _is_head(cell)]
        numbers = [cell for cell in told if cell not in words]
        counts = bool(numbers) and headed and not begun and _counts_from_one(numbers)
        figures = [cell for cell in below if _is_figure(cell)]
        if counts and (words or len(numbers) >= _FEWEST) and len(figures) >= len(numbers):
            yield from line
            continue
        begun = begun or any(map(_is_figure, told))
        if any(meanings[cell.text.normal].columns for cell in told):
            headed, begun = True, False


def _is_figure(cell: GridCell) -> bool:
    return understood(cell.text.normal).state in {CellState.FIGURE, CellState.MARK}


def _is_head(cell: GridCell) -> bool:
    return _HEAD.fullmatch("".join(cell.text.normal.split())) is not None


def _counts_from_one(cells: Sequence[GridCell]) -> bool:
    """Whether cells hold 1, 2, 3 and so on, once or again and again."""
    found = [_NUMBER.fullmatch(cell.text.normal) for cell in cells]
    numbers = [int(one["number"]) for one in found if one]
    steps = all(after in {before + 1, 1} for before, after in pairwise(numbers))
    return len(numbers) == len(cells) > 0 and numbers[0] == 1 and steps
