"""Fit the lines of a printed table to one edition of its form."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from govcheck.document.form import Form, FormTable
from govcheck.document.table import Cell, CellState
from govcheck.understanding.tables.column_runs import columns_of
from govcheck.understanding.tables.form_fit import Fit
from govcheck.understanding.tables.known_labels import KnownLabels, vocabulary
from govcheck.understanding.tables.labels import is_remarks, key
from govcheck.understanding.tables.printed_rows import PrintedRow
from govcheck.understanding.tables.row_cells import row_cells
from govcheck.understanding.tables.rows import RowFit, RowKind, fit_row, next_row

_FEW = 3
"""Figures by which a line without a label is called."""


def fit(printed: Sequence[PrintedRow], form: Form, table: FormTable) -> Fit:
    """Fit lines (in printed order) to a table of one edition."""
    result = Fit(form=form, table=table)
    words = vocabulary(table)
    labelled = bool(words.rows)
    if labelled:
        fits = _fit_rows(printed, table, words)
    else:
        only = RowFit(kind=RowKind.ROW, label="", ids=(table.rows[0].id,))
        fits = {id(row): only for row in printed}
    by_id = {column.id: column for column in table.columns}
    for _, run in groupby(printed, key=lambda row: id(row.zone) if labelled else id(row)):
        rows = list(run)
        if not labelled and _is_filled(result) and not rows[0].typed:
            _note_again(rows[0], result)
            continue
        every = columns_of(rows, table, result.columns, labelled=labelled)
        for row, fitted in zip(rows, every, strict=True):
            unsaid = not fitted.named or (labelled and not row.labels)
            beside = labelled and _has_heads_beside(row, words)
            result.scraps = result.scraps or (row.typed and unsaid) or beside
            name = _place_row(row, fits[id(row)], result, labelled=labelled)
            if name:
                for column, cell in row_cells(row, name, fitted, by_id).items():
                    result.cells.setdefault((name, column), cell)
            elif (ids := fits[id(row)].ids) and _is_elsewhere(row, ids[0], result):
                _hold_against(row_cells(row, ids[0], fitted, by_id), ids[0], result)
    if any(row.typed for row in printed) and len(result.rows) < len(table.rows):
        result.scraps = True
    return result


def _fit_rows(
    printed: Sequence[PrintedRow], table: FormTable, words: KnownLabels
) -> Mapping[int, RowFit]:
    """Return what each line is, by the line's identity; rows known for sure come first."""
    fits = {id(row): fit_row(row.labels, words, ()) for row in printed}
    taken = {fit.ids[0] for fit in fits.values() if fit.kind is RowKind.ROW}
    before: str | None = None
    for row in printed:
        fitted = fits[id(row)]
        if fitted.kind in {RowKind.RENAMED, RowKind.EXTRA}:
            fitted = fit_row(row.labels, words, taken)
            follower = next_row(fitted.label, table, before, taken)
            if fitted.kind is RowKind.EXTRA and follower:
                fitted = RowFit(kind=RowKind.RENAMED, label=fitted.label, ids=(follower,))
            fits[id(row)] = fitted
        if fitted.kind in {RowKind.ROW, RowKind.RENAMED}:
            before = fitted.ids[0]
            taken.add(before)
    return fits


def _has_heads_beside(row: PrintedRow, words: KnownLabels) -> bool:
    """Whether a heading of columns stands beside the figures, among the labels of a line."""
    names = set(map(key, row.labels)) - words.rows.keys() - words.row_groups.keys()
    return not names.isdisjoint(words.columns)


def _is_filled(result: Fit) -> bool:
    """Tell whether the one row of a table without labels has been read."""
    return len(result.cells) == len(result.table.columns)


def _note_again(row: PrintedRow, result: Fit) -> None:
    """Note a line behind the one row of a table: that row once more, or one too many.

    Under headings of its own it is a copy, which says nothing as long as it says the same.
    """
    first = next(iter(result.rows.values()))
    if row.zone is not first.zone:
        (columns,) = columns_of([row], result.table, [], labelled=False)
        by_id = {column.id: column for column in result.table.columns}
        name = result.table.rows[0].id
        _hold_against(row_cells(row, name, columns, by_id), name, result)
        return
    words = [cell.text.normal for cell in row.cells if cell.text.normal]
    labels = row.labels or words[:_FEW]
    if words and not is_remarks(labels[0]):
        label = "、".join(labels)
        result.others.append((RowFit(kind=RowKind.EXTRA, label=label), row))


def _is_elsewhere(row: PrintedRow, name: str, result: Fit) -> bool:
    """Tell whether a row stands in a second table as well: a copy, or another year's."""
    first = result.rows.get(name)
    return first is not None and not row.typed and first.block != row.block


def _hold_against(again: Mapping[str, Cell], name: str, result: Fit) -> None:
    """Note whether a row that is printed again has other figures: which hold is not told."""
    for column, cell in again.items():
        first = result.cells.get((name, column))
        if first is not None and cell.value != first.value:
            result.disputed = True
            result.cells[name, column] = replace(first, state=CellState.UNREAD, value=None)


def _place_row(row: PrintedRow, fitted: RowFit, result: Fit, *, labelled: bool) -> str | None:
    """Note a line among the rows or the others; return the row that takes its cells.

    A table that is printed twice (for wide and for narrow screens) counts once.
    """
    known = fitted.kind in {RowKind.ROW, RowKind.RENAMED}
    name = fitted.ids[0] if known else ""
    again = labelled and name in result.rows
    if again and result.rows[name].block != row.block:
        return None
    if fitted.kind is RowKind.REMARKS:
        return None
    if not known or again:
        if any(cell.text.normal for cell in row.cells):
            extra = RowFit(kind=RowKind.EXTRA, label=fitted.label) if known else fitted
            result.others.append((extra, row))
        return None
    if fitted.kind is RowKind.RENAMED:
        result.others.append((fitted, row))
    result.rows.setdefault(name, row)
    return name
