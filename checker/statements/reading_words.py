"""How the readings of a figure are told: what each counts, its cells, and the nearest."""

from itertools import pairwise
from typing import Final

from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure
from govcheck.document.naming import addition, cell_evidence, cell_name, line_name, plain
from govcheck.document.table import Table
from govcheck.statements.reading import Amount

_MOST_TERMS: Final = 8
"""A longer addition is not written out; the evidence shows its figures."""
_AT_LEAST: Final = "（有的格没有可读的数字）不少于"


def listed(table: Table, counted: list[Amount]) -> str:
    """Say what each reading comes to, and of what (Chinese)."""
    named = {
        one.reading.name: f"{one.reading.name}{_added(table, one)}{_amount(one)}"
        for one in counted
    }
    return "、".join(named.values())


def nearest_first(figure: Figure, counted: list[Amount]) -> list[Amount]:
    """Return the amounts a figure is held against, each sum once, the nearest first.

    Of readings that come to the same the first is named.
    """
    once = {(one.value, one.certain): one for one in reversed(counted)}
    kept = [one for one in counted if one is once[one.value, one.certain]]
    return sorted(kept, key=lambda one: abs(one.value - figure.value))


def _amount(one: Amount) -> str:
    """Write what a reading comes to as the table counts it: 612.45万元."""
    least = "" if one.certain else _AT_LEAST
    return least + plain(one.value / one.reading.worth) + one.reading.unit


def _added(table: Table, one: Amount) -> str:
    """Write the addition out, up to its sum: 258＋12＋3＝; nothing of a lone figure."""
    values = [value for cell in one.cells if (value := table.value(*cell))]
    if len(values) < 2 or len(values) > _MOST_TERMS or sum(values) != one.value:  # noqa: PLR2004
        return ""
    return f"{addition(values)}＝"


def causes(table: Table, one: Amount) -> str:
    """Say of which rows a reading is, and what they come to (Chinese)."""
    rows = "、".join(f"“{line_name(table, row)}”" for row in one.reading.rows)
    return f"{rows}合计（{_added(table, one)}{plain(one.value)}件）"


def counted_cells(table: Table, one: Amount) -> tuple[Evidence, ...]:
    """Show the cells of a reading that count something, or its first."""
    telling = [cell for cell in one.cells if table.value(*cell)] or one.cells[:1]
    return tuple(cell_evidence(table, row, column) for row, column in telling)


def hint(
    table: Table, figure: Figure, said: str, fitting: list[Amount], counted: list[Amount]
) -> str:
    """Say what the figure may come from; nothing where only one reading could be meant.

    Any figure stands in some cell by chance: one beside those that the readings count is told
    only if the sentence ``said`` names its row, or else its column.
    """
    if fitting:
        return f"该数等于{fitting[0].reading.name}，措辞应与口径一致"
    rows = {row for one in counted for row in one.reading.rows}
    columns = {column for one in counted for column in one.reading.columns}
    for (row, column), cell in table.cells.items():
        other = row if column in columns else column if row in rows else ""
        same = cell.value == figure.value and figure.value > 0
        if other and same and _is_named(table, other, said):
            return f"该数与“{cell_name(table, row, column)}”一格相同"
    if len({one.value for one in counted if not one.reading.loose}) == 1:
        return ""
    nearest = min(counted, key=lambda one: abs(one.value - figure.value))
    difference = plain(abs(nearest.value - figure.value))
    return f"最接近的口径为{nearest.reading.name}，相差 {difference} 件"


def _is_named(table: Table, line: str, said: str) -> bool:
    """Whether words hold two characters of a label, one behind the other, that no other has."""
    label = line_name(table, line)
    others = [name for one, name in table.labels.items() if one != line]
    pairs = ("".join(pair) for pair in pairwise(label))
    return any(pair in said and not any(pair in name for name in others) for pair in pairs)
