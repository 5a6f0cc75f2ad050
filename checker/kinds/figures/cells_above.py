"""Kind ``cells-above``: figures that are lawful only in some cases; a person must look."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import (
    cell_evidence,
    cell_name,
    listing,
    table_name,
    why_unread,
)
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import ColumnId, RowId, TableId


class CellsAbove(Check, Struct, frozen=True, kw_only=True):
    """Cells above ``limit`` raise the question that the rule's message puts."""

    KIND: ClassVar[str] = "cells-above"
    TITLE: ClassVar[str] = "所列各格的数大于 limit 时请人核实：这样的数只在一定情形下合法。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"cells", "agency"})

    table: TableId
    rows: tuple[RowId, ...]
    columns: tuple[ColumnId, ...] = ()
    """All of the table's if none is named."""
    limit: Decimal = Decimal()
    agency: re.Pattern[str] | None = None
    """Ask only bodies whose name it is found in."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Put one question for all the cells above the limit."""
        document = case.document
        agency = document.agency.value if document.agency else ""
        if self.agency and not self.agency.search(agency):
            yield Inapplicable(reason="按机关名称，本条不涉及")
            return
        table, unread = document.table(self.table), why_unread(document, self.table)
        if unread or not table:
            yield Doubt(reason=f"{unread}，无法核验", loss=unread)
            return
        asked = [(row, column) for row in self.rows for column in self.columns or table.columns]
        if all(table.value(*cell) is None for cell in asked):
            yield Doubt(reason=f"{table_name(document, self.table)}所涉各格没有数字，无法核验")
            return
        above = [
            (row, column)
            for row, column in asked
            if (value := table.value(row, column)) is not None and value > self.limit
        ]
        if above:
            shown = (f"{cell_name(table, *c)}：{table.cells[c].written.strip()}" for c in above)
            yield Doubt(
                evidence=tuple(cell_evidence(table, *cell) for cell in above),
                values={"cells": listing(shown), "agency": agency},
            )
