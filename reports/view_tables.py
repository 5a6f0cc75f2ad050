"""The statutory tables as understood: every cell, what is wrong with it, the sums."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from govcheck.document.form import FormTable
from govcheck.document.table import Cell, CellState, Table
from govcheck.document.whereabouts import table_name
from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome
from govcheck.reports.marks import tone_of
from govcheck.reports.references import Reference, distinct
from govcheck.reports.spans import Label, labels, levels
from govcheck.reports.view_sums import SumView, sums_of
from govcheck.reports.wording import DEVIATIONS
from govcheck.rulebook.rule import Rulebook
from govcheck.sums.sum import Balance

_UNREAD = {
    CellState.BLANK: "（空）",
    CellState.ABSENT: "（无此格）",
    CellState.UNREAD: "（未读取）",
    CellState.MARK: "",
    CellState.TEXT: "",
    CellState.FIGURE: "",
}


class ShownCell(Struct, frozen=True, kw_only=True):
    """A cell: what was written, what it should be, who says so."""

    written: str
    state: str
    tone: str | None
    wrong: bool
    """A finding is about this cell, not merely about a sum that it is part of."""
    findings: tuple[Reference, ...]
    correction: str | None


class ShownRow(Struct, frozen=True, kw_only=True):
    """A row: its labels (with the groups that begin at it), and its cells."""

    labels: tuple[Label, ...]
    cells: tuple[ShownCell, ...]


class TableView(Struct, frozen=True, kw_only=True):
    """A statutory table; ``absent`` when the document prints none of its cells."""

    id: str
    title: str
    absent: bool
    recognised: bool
    corner: Label
    head: tuple[tuple[Label, ...], ...]
    rows: tuple[ShownRow, ...]
    broken: tuple[SumView, ...]
    undecided: tuple[SumView, ...]
    holding: tuple[SumView, ...]
    deviations: tuple[str, ...]


class _Pointer(Struct, frozen=True, kw_only=True):
    """What a finding says of a cell."""

    ref: Reference
    tone: str
    due: str | None
    """The figure that it wants in the cell."""
    sole: bool
    """It speaks of no other cell."""


_Pointers = Mapping[tuple[str, str, str], Sequence[_Pointer]]


def table_views(
    assessment: Assessment, rulebook: Rulebook, refs: Mapping[int, Reference]
) -> Iterator[TableView]:
    """Yield every table of the document, in the form's order."""
    pointers = _pointers(assessment, refs)
    for table in assessment.document.tables.values():
        form = rulebook.forms.get(table.form, assessment.document.form).tables.get(table.id)
        if form is not None:
            yield _table(assessment, table, form, pointers)


def _table(
    assessment: Assessment,
    table: Table,
    form: FormTable,
    pointers: _Pointers,
) -> TableView:
    columns = [(*column.path, column.label) for column in form.columns]
    rows = [(*row.path, row.label) if row.label else () for row in form.rows]
    head, side = max(map(len, columns)), max(map(len, rows))
    sums = sums_of(table, assessment.document)
    return TableView(
        id=table.id,
        title=table_name(table.id, assessment.document),
        absent=all(cell.state == CellState.ABSENT for cell in table.cells.values()),
        recognised=table.recognised,
        corner=Label(text=form.corner or "项目", level=0, line=0, depth=head, length=side),
        head=levels(columns, head),
        rows=tuple(_rows(table, form, rows, side, pointers)),
        broken=tuple(one for one in sums if one.state == Balance.BROKEN.value),
        undecided=tuple(one for one in sums if one.state == Balance.UNDECIDED.value),
        holding=tuple(one for one in sums if one.state == Balance.HOLDS.value),
        deviations=tuple(_deviations(table)),
    )


def _rows(
    table: Table,
    form: FormTable,
    paths: Sequence[tuple[str, ...]],
    side: int,
    pointers: _Pointers,
) -> Iterator[ShownRow]:
    named = labels(paths, side)
    for index, row in enumerate(form.rows):
        yield ShownRow(
            labels=tuple(label for label in named if label.line == index),
            cells=tuple(
                _figure(
                    table.cells[row.id, column.id],
                    pointers.get((table.id, row.id, column.id), ()),
                )
                for column in form.columns
                if (row.id, column.id) in table.cells
            ),
        )


def _pointers(assessment: Assessment, refs: Mapping[int, Reference]) -> _Pointers:
    """Return what the findings say of each cell, by table, row and column."""
    found: dict[tuple[str, str, str], list[_Pointer]] = {}
    for index, finding in enumerate(assessment.findings):
        sure = finding.effect == Outcome.FAIL and finding.root is None and not finding.lifted
        for evidence in finding.evidence:
            place = evidence.place
            if place.table and place.row and place.column:
                key = (place.table, place.row, place.column)
                pointer = _Pointer(
                    ref=refs[index],
                    tone=tone_of(finding),
                    due=evidence.expected if sure else None,
                    sole=len(finding.evidence) == 1,
                )
                found.setdefault(key, []).append(pointer)
    return found


def _figure(cell: Cell, said: Sequence[_Pointer]) -> ShownCell:
    if not said:
        return _unsaid(cell)
    dues = {one.due for one in said if one.due is not None and one.due != cell.written}
    wrong = [one for one in said if one.due is not None or one.sole]
    shown = wrong or said
    return ShownCell(
        written=cell.written or _UNREAD[cell.state],
        state=cell.state,
        tone=shown[0].tone,
        wrong=bool(wrong),
        findings=distinct(one.ref for one in said),
        correction=dues.pop() if len(dues) == 1 else None,
    )


def _unsaid(cell: Cell) -> ShownCell:
    return ShownCell(
        written=cell.written or _UNREAD[cell.state],
        state=cell.state,
        tone=None,
        wrong=False,
        findings=(),
        correction=None,
    )


def _deviations(table: Table) -> Iterator[str]:
    for one in table.deviations:
        sides = [f"应为“{one.expected}”"] if one.expected else []
        sides += [f"印作“{one.printed}”"] if one.printed else []
        yield "：".join(filter(None, [DEVIATIONS[one.kind], "，".join(sides)]))
