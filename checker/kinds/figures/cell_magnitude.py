"""Kind ``cell-magnitude``: a figure so large that it looks written in a smaller unit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, plain, printed_amount
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import ColumnId, RowId, TableId


class CellMagnitude(Check, Struct, frozen=True, kw_only=True):
    """A cell above what such a body can have, or many times last year's, is asked about."""

    KIND: ClassVar[str] = "cell-magnitude"
    TITLE: ClassVar[str] = (
        "一格的数超过这类机关（agency）可能有的限度（limit），"
        "或者达到上年的若干倍（times）时，请人核实计量单位。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"value", "why"})

    table: TableId
    row: RowId
    column: ColumnId
    limit: Decimal
    agency: re.Pattern[str]
    """The limit is asked of bodies whose name it is found in."""
    times: Decimal

    def __post_init__(self) -> None:
        """Raise ValueError where any figure at all would be asked about."""
        if self.limit <= 0 or self.times <= 1:
            raise ValueError("limit 应大于 0，times 应大于 1")

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare with last year's figure first: it knows the body."""
        table = case.document.table(self.table)
        value = table.value(self.row, self.column) if table else None
        if table is None or value is None:
            yield Inapplicable(reason="有关数据未能读取")
            return
        earlier = case.last_year.table(self.table) if case.last_year else None
        why = self._grown(value, earlier) or self._beyond(value, case)
        if why:
            at = (self.row, self.column)
            yield Doubt(
                evidence=(cell_evidence(table, *at),),
                values={"value": printed_amount(case.document, table, *at), "why": why},
            )

    def _grown(self, value: Decimal, earlier: Table | None) -> str:
        before = earlier.value(self.row, self.column) if earlier else None
        if not before or before < 0 or value < before * self.times:
            return ""
        return f"是上年 {plain(before)} 的 {round(value / before)} 倍"

    def _beyond(self, value: Decimal, case: Case) -> str:
        name = case.document.agency.value if case.document.agency else ""
        if value <= self.limit or not self.agency.search(name):
            return ""
        return f"超过 {plain(self.limit)}，“{name}”难以有这样的数"
