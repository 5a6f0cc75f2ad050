"""Kind ``cells-implied``: where these cells count something, those do as well."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, cell_name, listing
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import ColumnId, RowId, TableId


class CellSet(Struct, frozen=True, kw_only=True):
    """Some cells of a table: every row with every column."""

    table: TableId
    rows: tuple[RowId, ...]
    columns: tuple[ColumnId, ...] = ()
    """All of the table's if none is named."""

    def cells(self, table: Table) -> list[tuple[str, str]]:
        """Return the cells by row and column."""
        return [(row, column) for row in self.rows for column in self.columns or table.columns]


class CellsImplied(Check, Struct, frozen=True, kw_only=True):
    """A figure above 0 among the given cells, and nothing but 0 among the implied ones.

    Cells without a figure are unknown, and nothing rests on them.
    """

    KIND: ClassVar[str] = "cells-implied"
    TITLE: ClassVar[str] = (
        "given 各格有大于 0 的数而 implied 各格都为 0 时请人核实（可含上年报告的）；"
        "otherwise 各格有数的不问。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"given", "implied"})

    given: CellSet
    implied: CellSet
    otherwise: CellSet | None = None
    """Where these cells count anything, the implied ones are wrong, and nobody is asked."""
    last_year: bool = False
    """Last year's figures, where that report is at hand, explain this year's as well."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask once, showing the cells on either side."""
        document = case.document
        given, implied = document.table(self.given.table), document.table(self.implied.table)
        if given is None or implied is None or not self._is_nil(document):
            yield Inapplicable(reason="有关数据未能读取，或者不是都为 0")
            return
        above = [cell for cell in self.given.cells(given) if given.value(*cell)]
        earlier = case.last_year if self.last_year else None
        if not above or (earlier and _is_counted(earlier, self.implied)):
            return
        shown = self.implied.cells(implied)
        yield Doubt(
            evidence=(
                *(cell_evidence(given, *cell) for cell in above),
                *(cell_evidence(implied, *cell) for cell in shown),
            ),
            values={
                "given": listing(
                    f"{cell_name(given, *cell)}：{given.cells[cell].written.strip()}"
                    for cell in above
                ),
                "implied": listing(cell_name(implied, *cell) for cell in shown),
            },
        )

    def _is_nil(self, document: Document) -> bool:
        table = document.table(self.implied.table)
        return (
            table is not None
            and all(table.value(*cell) == 0 for cell in self.implied.cells(table))
            and not (self.otherwise and _is_counted(document, self.otherwise))
        )


def _is_counted(document: Document, cells: CellSet) -> bool:
    table = document.table(cells.table)
    return table is not None and any(table.value(*cell) for cell in cells.cells(table))
