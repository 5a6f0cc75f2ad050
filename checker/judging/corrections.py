"""What other findings say of a cell that the sums find wrong."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.judging.assessment import Finding
from govcheck.kinds.form.cell_fault import CellFault, fault_of
from govcheck.kinds.remark import Outcome
from govcheck.statements.reading import amounts
from govcheck.statements.stated import agrees
from govcheck.sums.repair import Repair

_MISFITS: Final = frozenset({CellFault.NEGATIVE, CellFault.FRACTION})


def borne_out(
    findings: Sequence[Finding], document: Document, table: Table, repair: Repair
) -> Iterator[int]:
    """Yield the failures whose figure the table has once it is mended: by index.

    The slip is the cell's: the prose was held against it, and bears the correction out.
    """
    cells = {
        cell: replace(table.cells[cell], value=corrected) for cell, corrected in repair.items()
    }
    mended = replace(table, cells={**table.cells, **cells})
    for index, finding in enumerate(findings):
        held = any(one.place.table == table.id for one in finding.evidence)
        if not held or finding.terms or finding.outcome is not Outcome.FAIL:
            continue
        if any(
            agrees(figure, one.value) and not repair.keys().isdisjoint(one.cells)
            for figure in _stated(document, finding)
            for one in amounts(mended, figure)
            if not one.reading.loose
        ):
            yield index


def misfits(
    findings: Sequence[Finding], document: Document, table: Table, repair: Repair
) -> Iterator[int]:
    """Yield the failures that say of a cell at fault what no cell can hold: by index."""
    layout = document.form.tables.get(table.id)
    types = {column.id: column.value_type for column in layout.columns} if layout else {}
    wrong = {
        (table.id, *cell)
        for cell in repair
        if (fault := fault_of(table.cells[cell], types.get(cell[1]))) and fault[0] in _MISFITS
    }
    for index, finding in enumerate(findings):
        if finding.terms or finding.outcome is not Outcome.FAIL:
            continue
        places = [one.place for one in finding.evidence]
        cells = {(one.table, one.row, one.column) for one in places}
        if cells & wrong and all(one.start is None for one in places):
            yield index


def _stated(document: Document, finding: Finding) -> Iterator[Figure]:
    """Yield the figures in the clause that a finding quotes first."""
    clause = finding.evidence[0].place
    return (one for one in document.figures if one.concept and _is_within(one.place, clause))


def _is_within(figure: Place, clause: Place) -> bool:
    if None in {figure.block, figure.start, clause.start, clause.end}:
        return False
    start, first, end = figure.start or 0, clause.start or 0, clause.end or 0
    return (figure.block, figure.part) == (clause.block, clause.part) and first <= start < end
