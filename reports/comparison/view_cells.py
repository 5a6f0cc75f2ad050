"""The statutory tables of two reports in one: each cell as the one has it, and as the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.form import FormTable
from govcheck.document.naming import cell_name, why_unread
from govcheck.document.table import CellState, Table
from govcheck.document.whereabouts import table_name
from govcheck.judging.contrast import Contrast
from govcheck.reports.spans import Label, levels
from govcheck.rulebook.rule import Rulebook

_UNREAD: Final = {
    CellState.BLANK: "（空）",
    CellState.ABSENT: "（无）",
    CellState.UNREAD: "（未读取）",
}


class CellPair(Struct, frozen=True, kw_only=True):
    """A cell in both reports, as written."""

    row: str
    column: str
    name: str
    """What a reader calls it: 予以公开×自然人."""
    earlier: str
    later: str
    differs: bool


class PairRow(Struct, frozen=True, kw_only=True):
    """A row that has something to show: its labels, and its cells."""

    label: str
    cells: tuple[CellPair, ...]


class PairTable(Struct, frozen=True, kw_only=True):
    """A table in both reports."""

    id: str
    title: str
    why: str
    """Why its cells are not shown side by side (Chinese); empty where they are."""
    differing: int
    """Cells that differ."""
    head: tuple[tuple[Label, ...], ...] = ()
    rows: tuple[PairRow, ...] = ()
    left_out: int = 0
    """Rows in which both have nothing but 0, or in which two copies are the same."""


def pair_tables(contrast: Contrast, rulebook: Rulebook) -> Iterator[PairTable]:
    """Yield the tables of the later report, in the form's order."""
    if contrast.why:
        return
    document = contrast.later.document
    for table in document.tables.values():
        form = rulebook.forms.get(table.form, document.form).tables.get(table.id)
        earlier = contrast.earlier.document.table(table.id)
        if form is not None:
            yield _pair(contrast, earlier, table, form)


def _pair(
    contrast: Contrast, earlier: Table | None, later: Table, form: FormTable
) -> PairTable:
    title = table_name(later.id, contrast.later.document)
    why = _why(contrast, earlier, later)
    if why or earlier is None:
        return PairTable(id=later.id, title=title, why=why, differing=0)
    columns = [(*column.path, column.label) for column in form.columns]
    rows = [_row(earlier, later, row.id, (*row.path[1:], row.label)) for row in form.rows]
    shown = [row for row in rows if _is_shown(row, copies=contrast.copies)]
    return PairTable(
        id=later.id,
        title=title,
        why="",
        differing=sum(cell.differs for row in rows for cell in row.cells),
        head=levels(columns, max(map(len, columns))),
        rows=tuple(shown),
        left_out=len(rows) - len(shown),
    )


def _why(contrast: Contrast, earlier: Table | None, later: Table) -> str:
    for assessment in (contrast.earlier, contrast.later):
        document = assessment.document
        if later.id in document.form.tables and (why := why_unread(document, later.id)):
            return f"{document.source.name}：{why}"
    same = earlier is not None and earlier.cells.keys() == later.cells.keys()
    return "" if same else "两份报告的这张表行列不同，不逐格比较"


def _row(earlier: Table, later: Table, row: str, path: Sequence[str]) -> PairRow:
    cells = (_cell((row, column), earlier, later) for column in later.columns)
    return PairRow(label=" ".join(filter(None, path)), cells=tuple(cells))


def _cell(at: tuple[str, str], earlier: Table, later: Table) -> CellPair:
    one, other = earlier.cells[at], later.cells[at]
    same = one.value == other.value if one.value is not None else one.written == other.written
    return CellPair(
        row=at[0],
        column=at[1],
        name=cell_name(later, *at),
        earlier=one.written or _UNREAD.get(one.state, ""),
        later=other.written or _UNREAD.get(other.state, ""),
        differs=not same,
    )


def _is_shown(row: PairRow, *, copies: bool) -> bool:
    if any(cell.differs for cell in row.cells):
        return True
    return not copies and any(cell.later.strip("0.") for cell in row.cells)
