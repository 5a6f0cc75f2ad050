"""The statutory tables as read, a sheet each: labels, figures, and what findings point to."""

from collections.abc import Iterator, Sequence
from typing import Final

from govcheck.document.evidence import Evidence
from govcheck.document.form import part_numeral
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.document.whereabouts import line_name, table_name
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome
from govcheck.reports.workbook_sheet import Sheet, SheetValue

_MANY: Final = 8
"""A table of more columns has narrow ones."""


def table_sheets(assessment: Assessment) -> Iterator[Sheet]:
    """Yield the tables in the order of the form."""
    for table in assessment.document.tables.values():
        yield _sheet(table, assessment)


def _sheet(table: Table, assessment: Assessment) -> Sheet:
    document = assessment.document
    labels = [line_name(table.id, row, document) for row in table.rows]
    headings = [line_name(table.id, column, document) for column in table.columns]
    rows: list[list[SheetValue]] = [
        [label, *(_value(table, row, name) for name in table.columns)]
        for row, label in zip(table.rows, labels, strict=True)
    ]
    width = 9 if len(headings) > _MANY else 13
    return Sheet(
        name=_name(table, document),
        columns=(
            (table_name(table.id, document), 42 if any(labels) else 12),
            *((one, width) for one in headings),
        ),
        rows=rows,
        marked=_marked(table, assessment),
        frozen=1,
    )


def _name(table: Table, document: Document) -> str:
    """Call a table as people do: 表三, or 表二 第二十条第（一）项 where a part has several."""
    tables = document.form.tables
    entry = tables.get(table.id)
    part = next((one for one in document.form.parts if entry and one.id == entry.part), None)
    if entry is None or part is None:
        return table_name(table.id, document)
    several = sum(one.part == part.id for one in tables.values()) > 1
    return f"表{part_numeral(part)}{f' {entry.title}' if several else ''}"


def _value(table: Table, row: str, column: str) -> SheetValue:
    cell = table.cells.get((row, column))
    if cell is None:
        return None
    return cell.written if cell.value is None else cell.value


def _marked(table: Table, assessment: Assessment) -> frozenset[tuple[int, int]]:
    """Return the cells that are said to be wrong, by row and column of the sheet."""
    pointed = {
        (one.place.row, one.place.column)
        for finding in assessment.findings
        if finding.outcome is Outcome.FAIL and finding.root is None and not finding.lifted
        for one in _wrong(finding)
        if one.place.table == table.id
    }
    return frozenset(
        (line, 1 + across)
        for line, row in enumerate(table.rows)
        for across, column in enumerate(table.columns)
        if (row, column) in pointed
    )


def _wrong(finding: Finding) -> Sequence[Evidence]:
    """Return what is wrong itself, not what it was reckoned from: a sum's first cell."""
    due = [one for one in finding.evidence if one.expected is not None]
    return due or (finding.evidence[:1] if finding.terms else finding.evidence)
