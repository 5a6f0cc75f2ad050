"""What is said of cells and lines that the sums find wrong."""

from collections.abc import Iterable, Sequence
from typing import Final

from govcheck.document.naming import cell_name, line_name, plain
from govcheck.document.table import Table
from govcheck.sums.repair import CellKey, Repair
from govcheck.sums.sum import Sum
from govcheck.sums.whole_lines import WrongLines

_MOST_NAMED: Final = 8
"""Of more cells of a line, the evidence tells."""


def correction(
    table: Table, sums: Sequence[Sum], alternatives: Sequence[Repair], also: str = ""
) -> str:
    """Say what to correct, and what then holds; ``also``, what else than the sums tells."""
    changes = [_changes(table, repair) for repair in alternatives]
    then = f"即可使{_lines(table, sums)}{_held(sums)}，且不影响其他勾稽"
    if len(changes) == 1:
        return f"据各勾稽{also}反推：将{changes[0]}，{then}；请对照台账核实。"
    listed = "；".join(f"（{number}）将{change}" for number, change in enumerate(changes, 1))
    return f"据各勾稽{also}反推，有{len(changes)}种改法，{then}：{listed}；须对照台账确定。"


def line_correction(table: Table, sums: Sequence[Sum], wrong: WrongLines) -> str:
    """Say which rows or columns are exchanged, or what the figures of one should be."""
    kind = {"rows": "行", "columns": "列"}[wrong.along]
    names = [f"“{line_name(table, line)}”" for line in wrong.lines]
    then = f"即可使{_held(sums)}，且不影响其他勾稽；请对照台账核实。"
    if len(names) > 1:
        return f"据各勾稽反推：{'、'.join(names)}两{kind}的数疑为互换，对调后{then}"
    what = f"各格均为0，疑为整{kind}漏填" if wrong.is_blank else "各格疑有误"
    return f"据各勾稽反推：{names[0]}{kind}{what}，将{_across(table, wrong)}，{then}"


def _held(sums: Sequence[Sum]) -> str:
    return "勾稽成立" if len(sums) == 1 else f"{len(sums)}处勾稽同时成立"


def _lines(table: Table, sums: Iterable[Sum]) -> str:
    lines = dict.fromkeys(
        f"“{line_name(table, one.line)}”{'列' if one.asked.along == 'columns' else '行'}"
        for one in sums
        if line_name(table, one.line)
    )
    return "、".join(lines)


def _across(table: Table, wrong: WrongLines) -> str:
    """Say what the cells of one line should be, the first of many: “自然人”改为186."""
    named = [
        f"“{line_name(table, column if wrong.along == 'rows' else row)}”改为{plain(corrected)}"
        for (row, column), corrected in wrong.repair.items()
    ]
    more = f"等{len(named)}格" if len(named) > _MOST_NAMED else ""
    return "、".join(named[:_MOST_NAMED]) + more


def _changes(table: Table, repair: Repair) -> str:
    return "、".join(
        f"“{cell_name(table, *cell)}”由{_written(table, cell)}改为{plain(corrected)}"
        for cell, corrected in repair.items()
    )


def _written(table: Table, cell: CellKey) -> str:
    figure = table.value(*cell)
    return "" if figure is None else plain(figure)
