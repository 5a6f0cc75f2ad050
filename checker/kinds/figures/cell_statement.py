"""Kind ``cell-statement``: where a cell counts cases, the text must not deny them."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.search import first_match, says
from govcheck.document.table import Cell, CellState
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import ColumnId, PassageName, RowId, TableId


class CellStatement(Check, Struct, frozen=True, kw_only=True):
    """A cell above 0 goes with a statement in the text, and against its denial."""

    KIND: ClassVar[str] = "cell-statement"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "表中一格大于 0 时，正文不否认（denied）此事，并有相应说明（supported）。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"row", "value", "words"})

    table: TableId
    row: RowId
    column: ColumnId
    denied: re.Pattern[str]
    supported: re.Pattern[str]
    passages: tuple[PassageName, ...] = (PassageName("body"),)
    doubt: str
    """What to say when the text neither denies nor supports the cell."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask only of a cell that holds a number above 0."""
        document = case.document
        table = document.table(self.table)
        cell = table.cells.get((self.row, self.column)) if table else None
        if table is None or cell is None or cell.state is CellState.ABSENT:
            yield Inapplicable(reason="有关表格未能读取")
            return
        if cell.value is None:
            yield Doubt(reason=f"“{table.labels.get(self.row, self.row)}”一格没有可用的数字")
            return
        if cell.value > 0:
            yield from self._statement(document, cell, table.labels.get(self.row, self.row))

    def _statement(self, document: Document, cell: Cell, label: str) -> Iterator[Remark]:
        seen = Evidence(quote=cell.written, place=cell.place)
        denial = first_match(document, self.denied, self.passages)
        if denial:
            yield Violation(
                evidence=(seen, denial.evidence),
                values={"row": label, "value": cell.written, "words": denial.evidence.quote},
            )
        elif not says(document, self.supported, self.passages):
            yield Doubt(reason=self.doubt, evidence=(seen,))
