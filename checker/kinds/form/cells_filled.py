"""Kind ``cells-filled``: every cell of the statutory tables holds a figure."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import (
    cell_evidence,
    cell_name,
    listing,
    table_name,
    unread_tables,
)
from govcheck.document.report import Document
from govcheck.document.table import Cell, CellState, Table
from govcheck.kinds.remark import Doubt, Remark, Severity, Violation
from govcheck.sums.table_sums import left_out

_DIGIT = re.compile(r"\d")
_SHOWN = 12


class CellsFilled(Struct, frozen=True, kw_only=True):
    """No cell that the document prints is blank, a sign for nothing, or words."""

    KIND: ClassVar[str] = "cells-filled"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"table", "cells", "count"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """Report each table's cells together, those that the form lets be blank as advice."""
        document = case.document
        unread = unread_tables(document, document.form.tables)
        if unread:
            yield Doubt(reason=f"{unread}，无法核验各格是否填写。")
        for table in document.tables.values():
            unfilled = [place for place, cell in table.cells.items() if _is_unfilled(cell)]
            optional = left_out(table)
            plain = [cell for cell in unfilled if cell not in optional]
            spared = [cell for cell in unfilled if cell in optional]
            if plain:
                yield _violation(document, table, plain, None)
            if spared:
                yield _violation(document, table, spared, Severity.ADVICE)


def _is_unfilled(cell: Cell) -> bool:
    """Tell blanks, marks and plain words; an unreadable number is another matter."""
    if cell.state is CellState.TEXT:
        return _DIGIT.search(cell.written) is None
    return cell.state in (CellState.BLANK, CellState.MARK)


def _violation(
    document: Document,
    table: Table,
    cells: Sequence[tuple[str, str]],
    severity: Severity | None,
) -> Violation:
    return Violation(
        evidence=tuple(cell_evidence(table, *cell) for cell in cells[:_SHOWN]),
        values={
            "table": table_name(document, table.id),
            "cells": listing(cell_name(table, *cell) for cell in cells),
            "count": str(len(cells)),
        },
        severity=severity,
    )
