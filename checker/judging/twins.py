"""Two lines of one sum that miss by the same: one slip carried along, or put elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from govcheck.document.naming import line_name
from govcheck.document.table import Table
from govcheck.sums.repair import CellKey, Repair, System
from govcheck.sums.sum import Sum

Twins = tuple[int, int]
"""Two sums by index."""


def twins(sums: Sequence[Sum], system: System, unexplained: Iterable[int]) -> Iterator[Twins]:
    """Find two lines of one sum that miss by the same, as the held sums across require."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for index in sorted(unexplained):
        asked = sums[index].asked
        alike.setdefault((asked.along, asked.left, asked.right), []).append(index)
    for indexes in alike.values():
        if len(indexes) == 2 and _tied(sums, system, *indexes):  # noqa: PLR2004 - a pair
            yield indexes[0], indexes[1]


def twin_repairs(sums: Sequence[Sum], system: System, pair: Twins) -> Iterator[Repair]:
    """Yield each cell of one line corrected with its neighbour in the other."""
    first, second = pair
    broken = {index: system.residuals[index] for index in pair}
    for cell in system.signs[first]:
        other = _neighbour(cell, sums[first], sums[second])
        repair = {
            one: system.values[one] + system.change(one, index, broken)
            for one, index in ((cell, first), (other, second))
        }
        if min(repair.values()) >= 0 and not system.after(repair, broken):
            yield repair


def twin_words(table: Table, sums: Sequence[Sum], system: System, pair: Twins) -> str:
    """Say what two such lines have in common."""
    first, second = pair
    other = line_name(table, sums[second].line)
    across = "横向" if sums[first].asked.along == "columns" else "纵向"
    if system.residuals[first] == system.residuals[second]:
        return f"“{other}”同样相差，而各项{across}勾稽成立，当为同一差错带入，一并改正。"
    return f"“{other}”反向相差同数，而各项{across}勾稽成立，疑有件数填错了位置。"


def _tied(sums: Sequence[Sum], system: System, first: int, second: int) -> bool:
    """Tell whether held sums tie each cell of one line to its neighbour in the other."""
    for cell in system.signs[first]:
        neighbour = _neighbour(cell, sums[first], sums[second])
        held = system.of_cell[cell] & system.of_cell.get(neighbour, frozenset())
        if held <= system.residuals.keys():
            return False
    return abs(system.residuals[first]) == abs(system.residuals[second])


def _neighbour(cell: CellKey, one: Sum, other: Sum) -> CellKey:
    """Return the cell of the other line that a cell of the one corresponds to."""
    row, column = cell
    return (row, other.line) if one.asked.along == "columns" else (other.line, column)
