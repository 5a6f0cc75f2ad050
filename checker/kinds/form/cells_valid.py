"""Kind ``cells-valid``: what stands in a cell can be a figure of its column."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.form import ValueType
from govcheck.document.losses import is_lossy
from govcheck.document.naming import cell_evidence, cell_name, table_name, unread_tables
from govcheck.document.report import Document
from govcheck.document.table import Cell, CellState, Table
from govcheck.kinds.remark import Doubt, Remark, Severity, Violation

_DIGIT = re.compile(r"\d")
_SHOWN = 12


class CellsValid(Struct, frozen=True, kw_only=True):
    """Counts are whole and not negative, amounts not negative, changes whole.

    A figure with a note beside it is read as the figure, and the note is advice.
    """

    KIND: ClassVar[str] = "cells-valid"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"table", "cells", "count"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """Report each table's unfit cells together, and its noted figures together."""
        document = case.document
        unread = unread_tables(document, document.form.tables)
        if unread:
            yield Doubt(reason=f"{unread}，无法核验各格数据。")
        for table in document.tables.values():
            yield from _remarks(document, table)


def _remarks(document: Document, table: Table) -> Iterator[Remark]:
    types = _value_types(document, table)
    lossy, strayed = is_lossy(document), False
    unfit: dict[tuple[str, str], str] = {}
    noted: dict[tuple[str, str], str] = {}
    for place, cell in table.cells.items():
        fault = _fault(cell, types.get(place[1]))
        if fault and lossy and fault == cell.note:
            strayed = True
        elif fault:
            unfit[place] = fault
        elif cell.note and cell.state is CellState.FIGURE:
            noted[place] = "数字旁有附注"
    if strayed:
        name = table_name(document, table.id)
        yield Doubt(reason=f"{name}的数据在文本中与行列对不上，可能是提取所致，无法核验。")
    if unfit:
        yield _violation(document, table, unfit, None)
    if noted:
        yield _violation(document, table, noted, Severity.ADVICE)


def _value_types(document: Document, table: Table) -> Mapping[str, ValueType]:
    """Return the columns' types; of another edition's columns, those that are the same."""
    form_table = document.form.tables.get(table.id)
    columns = form_table.columns if form_table else ()
    return {column.id: column.value_type for column in columns}


def _fault(cell: Cell, value_type: ValueType | None) -> str:
    """Say why a cell holds no figure that its column can have; empty if it may."""
    if cell.state is CellState.TEXT:
        return (cell.note or "无法读作数字") if _DIGIT.search(cell.written) else ""
    if cell.value is None or value_type is None:
        return ""
    if cell.value < 0 and value_type is not ValueType.CHANGE:
        return "为负数"
    whole = value_type is ValueType.MONEY or cell.value == cell.value.to_integral_value()
    return "" if whole else "不是整数"


def _violation(
    document: Document,
    table: Table,
    faults: Mapping[tuple[str, str], str],
    severity: Severity | None,
) -> Violation:
    shown = list(faults.items())[:_SHOWN]
    listed = "；".join(
        f"“{cell_name(table, *place)}”填“{table.cells[place].written}”，{fault}"
        for place, fault in shown
    )
    return Violation(
        evidence=tuple(cell_evidence(table, *place) for place, _ in shown),
        values={
            "table": table_name(document, table.id),
            "cells": f"{listed}等{len(faults)}处" if len(faults) > _SHOWN else listed,
            "count": str(len(faults)),
        },
        severity=severity,
    )
