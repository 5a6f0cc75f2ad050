"""Kind ``unchanged-figures``: a table whose figures are all those of last year's report."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.comparison.unchanged import unchanged_cells
from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, plain, table_name
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import ColumnId, TableId


class UnchangedFigures(Check, Struct, frozen=True, kw_only=True):
    """All figures above 0 are last year's, and they are too many to be so by chance.

    A figure that stands in one of the two reports only, or could not be read in one, leaves
    the table unasked.
    """

    KIND: ClassVar[str] = "unchanged-figures"
    TITLE: ClassVar[str] = "一张表中不为 0 的数与上年度报告全部相同时，请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"table", "count", "figures"})

    table: TableId
    columns: tuple[ColumnId, ...] = ()
    """All of the table's if none is named: a stock that nothing was added to stays as it is."""
    digits: int
    """So many digits, of the different figures together, are no chance."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask once for the table."""
        earlier = case.last_year.table(self.table) if case.last_year else None
        later = case.document.table(self.table)
        if earlier is None or later is None:
            yield Inapplicable(reason="未提供上年度报告，或者两份报告没有都读到这张表")
            return
        cells = unchanged_cells(earlier, later, self.columns)
        if cells is None:
            yield Inapplicable(reason="两份报告的这张表没有可以逐格比较的数字")
            return
        values = {value for cell in cells if (value := later.value(*cell)) is not None}
        figures = sorted(values, reverse=True)
        if not cells or sum(len(plain(one).replace(".", "")) for one in figures) < self.digits:
            return
        yield Doubt(
            evidence=tuple(cell_evidence(later, *cell) for cell in cells),
            values={
                "table": table_name(case.document, self.table),
                "count": str(len(cells)),
                "figures": "、".join(map(plain, figures)),
            },
        )
