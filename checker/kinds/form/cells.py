"""Kind ``cells``: every cell of the tables holds a figure that its column can have."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.known_losses import PARTLY_READ
from govcheck.document.losses import is_lossy
from govcheck.document.naming import (
    cell_evidence,
    cell_name,
    is_unread,
    listing,
    table_name,
    unread_tables,
)
from govcheck.document.report import Document
from govcheck.document.table import SPILT, TORN, CellState, DeviationKind, Table
from govcheck.document.unread_cells import unread_cells, unread_names
from govcheck.kinds.check import Check
from govcheck.kinds.form.cell_fault import CellFault, fault_of
from govcheck.kinds.remark import Doubt, Remark, Severity, Violation
from govcheck.parameters import RowId
from govcheck.sums.line_sums import left_out

_SHOWN: Final = 12
_STRAYED: Final = "的数据在文本中与行列不能对应，可能是提取所致"
_EMPTIED: Final = "有整行在文本中为空，数字可能在提取时丢失"

_Faults = dict[tuple[str, str], tuple[CellFault, str]]
"""Row and column to the fault and what to say of it."""


class Cells(Check, Struct, frozen=True, kw_only=True):
    """No cell that the document prints has one of these faults."""

    KIND: ClassVar[str] = "cells"
    TITLE: ClassVar[str] = "法定表格各格填有该列可填的数字，没有 faults 所列的毛病。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"table", "cells", "entries", "count"})

    faults: tuple[CellFault, ...]
    slight: tuple[CellFault, ...] = ()
    """Those that are no more than advice."""
    lesser: tuple[CellFault, ...] = ()
    """Those that are minor, whatever the rule."""
    change: re.Pattern[str] | None = None
    """Labels of columns of changes: 增/减."""
    worded: re.Pattern[str] | None = None
    """A change written in words, as a whole cell, tells its figure: 减3."""
    barred: tuple[RowId, ...] = ()
    """Rows that most bodies have no power to fill: a sign for nothing there is advice."""
    doubt: str
    """What cannot be told of a table that was not read."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Report each table's faulty cells together, and the slighter ones together."""
        document = case.document
        unread = unread_tables(document, document.form.tables)
        if unread:
            yield Doubt(reason=f"{unread}，{self.doubt}。", loss=unread)
        tables = document.tables.values()
        lacking = _not_all_told(document, asks_of_blanks=CellFault.EMPTY in self.faults)
        if lacking:
            loss = PARTLY_READ if any(one.partial for one in tables) else unread_cells(tables)
            yield Doubt(reason=f"{lacking}，{self.doubt}。", loss=loss or PARTLY_READ)
        for table in tables:
            yield from self._remarks(document, table)

    def _remarks(self, document: Document, table: Table) -> Iterator[Remark]:
        found = {
            place: fault
            for place, fault in self._found(document, table).items()
            if fault[0] in self.faults
        }
        strayed = [place for place in found if _may_have_strayed(document, table, found, place)]
        if strayed:
            name = table_name(document, table.id)
            blank = all(table.cells[one].state is CellState.BLANK for one in strayed)
            said = _EMPTIED if blank and not table.partial else _STRAYED
            yield Doubt(reason=f"{name}{said}，无法核验。", loss=PARTLY_READ)
        optional = left_out(table)
        weighed: dict[Severity | None, _Faults] = {
            None: {},
            Severity.MINOR: {},
            Severity.ADVICE: {},
        }
        for place, fault in found.items():
            spared = fault[0] is CellFault.EMPTY and (
                place in optional or self._is_barred(table, place)
            )
            if place not in strayed:
                weighed[Severity.ADVICE if spared else self._weight(fault[0])][place] = fault
        for severity, faults in weighed.items():
            if faults:
                yield _violation(document, table, faults, severity)

    def _weight(self, fault: CellFault) -> Severity | None:
        if fault in self.slight:
            return Severity.ADVICE
        return Severity.MINOR if fault in self.lesser else None

    def _is_barred(self, table: Table, place: tuple[str, str]) -> bool:
        return place[0] in self.barred and table.cells[place].state is CellState.MARK

    def _found(self, document: Document, table: Table) -> _Faults:
        """Return all faults; of another edition's columns, those alike have a type."""
        form_table = document.form.tables.get(table.id)
        columns = form_table.columns if form_table else ()
        types = {column.id: column.value_type for column in columns}
        cells = table.cells.items()
        judged = {place: fault_of(cell, types.get(place[1])) for place, cell in cells}
        spared = {*self._worded(table), *_spilt(table)}
        return {
            place: fault for place, fault in judged.items() if fault and place not in spared
        }

    def _worded(self, table: Table) -> Iterator[tuple[str, str]]:
        """Yield the cells of columns of changes that say a change in words."""
        change, worded = self.change, self.worded
        if change is None or worded is None:
            return
        columns = {column for column, label in table.labels.items() if change.search(label)}
        for place, cell in table.cells.items():
            if place[1] in columns and worded.fullmatch(cell.written.strip()):
                yield place


def _spilt(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the cells of rows that have too many for a table whose columns are lacking.

    What lacks is told as that; the figures may stand rightly.
    """
    if any(one.kind is DeviationKind.MISSING_COLUMN for one in table.deviations):
        yield from (place for place, cell in table.cells.items() if cell.note == SPILT)


def _not_all_told(document: Document, *, asks_of_blanks: bool) -> str:
    """Say (Chinese) of which tables not every cell can be told of, or return ""."""
    partial: list[str] = []
    blank: list[str] = []
    unsure: list[str] = []
    for table in document.tables.values():
        states = {cell.state for cell in table.cells.values()}
        if is_unread(table):
            continue
        if table.partial and CellState.ABSENT in states:
            partial.append(table_name(document, table.id))
        elif table.unread:
            unsure.append(unread_names(table))
        elif not asks_of_blanks and states.isdisjoint({CellState.FIGURE, CellState.TEXT}):
            blank.append(table_name(document, table.id))
    reasons = [f"{'、'.join(partial)}未能完整读取"] if partial else []
    reasons += [f"{'、'.join(blank)}各格均无数字"] if blank else []
    reasons += [f"{'、'.join(unsure)}未能可靠读取"] if unsure else []
    return "；".join(reasons)


def _may_have_strayed(
    document: Document, table: Table, found: _Faults, place: tuple[str, str]
) -> bool:
    """Whether text that lost its table, or cells of it, is what makes this cell faulty.

    Where no cell of a row has anything, what stood in them may be lost; one blank among
    figures is seen to be one.
    """
    fault, _ = found[place]
    cell = table.cells[place]
    unreadable = fault is CellFault.UNREADABLE and cell.note in (SPILT, TORN)
    row = (one for (name, _), one in table.cells.items() if name == place[0])
    emptied = table.partial or all(one.state is CellState.BLANK for one in row)
    emptied = emptied and cell.state is CellState.BLANK
    return (unreadable or emptied) and is_lossy(document)


def _violation(
    document: Document, table: Table, faults: _Faults, severity: Severity | None
) -> Violation:
    shown = list(faults.items())[:_SHOWN]
    entries = "；".join(
        f"“{cell_name(table, *place)}”填“{table.cells[place].written}”，{words}"
        for place, (_, words) in shown
    )
    return Violation(
        evidence=tuple(cell_evidence(table, *place) for place, _ in shown),
        values={
            "table": table_name(document, table.id),
            "cells": listing(cell_name(table, *place) for place in faults),
            "entries": f"{entries}等{len(faults)}处" if len(faults) > _SHOWN else entries,
            "count": str(len(faults)),
        },
        severity=severity,
        more=len(faults) - len(shown),
    )
