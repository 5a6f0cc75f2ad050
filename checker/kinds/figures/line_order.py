"""Kind ``line-order``: of two figures in a line of a table, one cannot be above the other."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, line_name, plain
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import LineId, TableId

_Cell = tuple[str, str]


class LineOrder(Check, Struct, frozen=True, kw_only=True):
    """In each line the figures of ``lesser`` come to no more than those of ``greater``.

    A line is asked only where all of its figures are there.
    """

    KIND: ClassVar[str] = "line-order"
    TITLE: ClassVar[str] = (
        "表中各行（列）里，几格之和（lesser，不写即为 0）不大于另几格之和（greater）；"
        "不写 certain 的，请人核实。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"line", "lesser", "greater"})

    table: TableId
    along: Literal["columns", "rows"]
    """``columns``: asked of each column, and the terms are rows; ``rows``: the reverse."""
    lines: tuple[LineId, ...] = ()
    """The columns (rows) that it is asked of; all of the table's if none is named."""
    lesser: tuple[LineId, ...] = ()
    greater: tuple[LineId, ...]
    certain: bool = False
    """The order follows from what the figures mean; else it has exceptions."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare line by line; what is not printed as a whole table is never accused."""
        table = case.document.table(self.table)
        asked = list(self._lines(table)) if table else []
        if table is None or not asked:
            yield Inapplicable(reason="有关数据未能读取")
            return
        for line, cells in asked:
            less, more = _total(table, cells[0]), _total(table, cells[1])
            if less <= more:
                continue
            seen = tuple(cell_evidence(table, *cell) for side in cells for cell in side)
            values = {
                "line": line_name(table, line),
                "lesser": plain(less),
                "greater": plain(more),
            }
            sure = self.certain and not table.partial
            remark = Violation if sure else Doubt
            yield remark(evidence=seen, values=values)

    def _lines(self, table: Table) -> Iterator[tuple[str, tuple[list[_Cell], list[_Cell]]]]:
        """Yield the lines whose figures are all there, with the cells of either side."""
        crossing = table.columns if self.along == "columns" else table.rows
        for line in self.lines or crossing:
            sides = self._cells(line, self.lesser), self._cells(line, self.greater)
            if all(table.value(*cell) is not None for side in sides for cell in side):
                yield line, sides

    def _cells(self, line: str, terms: Sequence[str]) -> list[_Cell]:
        pairs = [(term, line) for term in terms]
        return pairs if self.along == "columns" else [(row, term) for term, row in pairs]


def _total(table: Table, cells: Sequence[_Cell]) -> Decimal:
    return sum((table.value(*cell) or Decimal() for cell in cells), Decimal())
