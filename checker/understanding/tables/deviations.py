"""Say in what a printed table differs from the form."""

from collections.abc import Collection, Iterator

from govcheck.document.form import Form, FormTable
from govcheck.document.place import Place
from govcheck.document.table import Deviation, DeviationKind
from govcheck.understanding.tables.form_fit import Fit, place_in
from govcheck.understanding.tables.known_labels import vocabulary
from govcheck.understanding.tables.labels import key
from govcheck.understanding.tables.printed_rows import PrintedRow
from govcheck.understanding.tables.rows import RowFit, RowKind
from govcheck.understanding.tables.strange_columns import strange_columns
from govcheck.understanding.tables.units import units_left_out, wrong_units

_DOUBTFUL = (DeviationKind.RENAMED_ROW, DeviationKind.EXTRA_ROW, DeviationKind.SUBTOTAL_ROW)
"""What may come of lost words as well; not so the label of another edition."""


def deviations(
    fit: Fit, *, form: Form, foreign: Collection[str], partial: bool
) -> tuple[Deviation, ...]:
    """Return what differs between a fitted table and the form that is in force.

    ``foreign`` are the keys of rows that other editions have.  ``partial`` says that parts of
    the table may have been lost on the way, so that nothing that is not there is held against
    it.
    """
    found = [*_edition(fit, form, partial=partial), *_rows(fit, foreign), *wrong_units(fit)]
    if partial:
        found = [one for one in found if one.kind not in _DOUBTFUL or _is_of(foreign, one)]
    else:
        found += [*strange_columns(fit), *_missing(fit), *_order(fit), *units_left_out(fit)]
    return tuple(dict.fromkeys(found))


def _is_of(foreign: Collection[str], found: Deviation) -> bool:
    """Whether a label is another edition's, and no beginning of the form's own."""
    return key(found.printed) in foreign and not found.expected.startswith(found.printed)


def _at(fit: Fit, line: PrintedRow, row: str | None) -> Place:
    return Place(
        part=fit.table.part,
        block=line.block,
        table=fit.table.id,
        row=row,
        line=line.line,
        page=line.page,
    )


# ---------------------------------------------------------------- edition


def _edition(fit: Fit, form: Form, *, partial: bool) -> Iterator[Deviation]:
    """Name the labels of the other edition, and each of its rows that stands for several.

    In part of a table a label may be the beginning of another one.
    """
    if fit.form.id == form.id:
        return
    due = form.tables.get(fit.table.id)
    if due is None:
        printed = f"{fit.form.title}：{fit.table.title}"
        yield Deviation(kind=DeviationKind.EXTRA_TABLE, printed=printed, place=place_in(fit))
        return
    groups = vocabulary(due).row_groups
    mine, theirs = _labels(fit.table), _labels(due)
    strange = [label for label in _printed(fit) if label not in theirs]
    if partial and all(_begins(label, theirs) for label in strange):
        return
    lacking = [label for label in theirs if label not in mine]
    merged = {label: groups[key(label)] for label in strange if key(label) in groups}
    if len(merged) < len(strange):
        yield _other_edition(fit, form, "、".join(strange), "、".join(lacking))
        return
    by_id = {row.id: row.label for row in due.rows}
    for label, rows in merged.items():
        row = vocabulary(fit.table).rows[key(label)]
        yield Deviation(
            kind=DeviationKind.EDITION_ROW,
            expected=f"{form.title}：{'、'.join(by_id[name] for name in rows)}",
            printed=f"{fit.form.title}：{label}",
            place=place_in(fit, row),
        )


def _begins(label: str, others: Collection[str]) -> bool:
    return any(key(other).startswith(key(label)) for other in others)


def _other_edition(fit: Fit, form: Form, printed: str, expected: str) -> Deviation:
    return Deviation(
        kind=DeviationKind.EDITION,
        expected=f"{form.title}：{expected}",
        printed=f"{fit.form.title}：{printed}",
        place=place_in(fit),
    )


def _printed(fit: Fit) -> list[str]:
    """Return the labels of the rows that are printed, and of the columns that headings name."""
    columns = fit.headed
    labels = [row.label for row in fit.table.rows if row.id in fit.rows]
    return labels + [one.label for one in fit.table.columns if one.id in columns]


def _labels(table: FormTable) -> list[str]:
    return [row.label for row in table.rows] + [column.label for column in table.columns]


# ---------------------------------------------------------------- rows and columns


def _rows(fit: Fit, foreign: Collection[str]) -> Iterator[Deviation]:
    labels = {row.id: row.label for row in fit.table.rows}
    for fitted, line in fit.others:
        if fitted.kind is RowKind.RENAMED:
            row = fitted.ids[0]
            yield Deviation(
                kind=DeviationKind.RENAMED_ROW,
                expected=labels[row],
                printed=fitted.label,
                place=_at(fit, line, row),
            )
        elif _is_merged(fitted, fit):
            yield Deviation(
                kind=DeviationKind.MERGED,
                expected="、".join(labels[name] for name in fitted.ids),
                printed=fitted.label,
                place=_at(fit, line, None),
            )
        elif not fit.table.extendable or key(fitted.label) in foreign:
            subtotal = fitted.kind in {RowKind.SUBTOTAL, RowKind.GROUP}
            yield Deviation(
                kind=DeviationKind.SUBTOTAL_ROW if subtotal else DeviationKind.EXTRA_ROW,
                printed=fitted.label,
                place=_at(fit, line, None),
            )


def _is_merged(fitted: RowFit, fit: Fit) -> bool:
    return fitted.kind is RowKind.GROUP and not any(name in fit.rows for name in fitted.ids)


def _missing(fit: Fit) -> Iterator[Deviation]:
    if not fit.named:
        heading = "、".join(column.label for column in fit.table.columns)
        yield Deviation(
            kind=DeviationKind.MISSING_ROW, expected=f"表头：{heading}", place=place_in(fit)
        )
    merged = {
        name for fitted, _ in fit.others if _is_merged(fitted, fit) for name in fitted.ids
    }
    for row in fit.table.rows:
        if row.id not in fit.rows and row.id not in merged:
            yield Deviation(
                kind=DeviationKind.MISSING_ROW, expected=row.label, place=place_in(fit)
            )
    printed = fit.column_ids
    for column in fit.table.columns:
        if column.id not in printed:
            label = "·".join((*column.path[-1:], column.label))
            yield Deviation(
                kind=DeviationKind.MISSING_COLUMN, expected=label, place=place_in(fit)
            )


def _order(fit: Fit) -> Iterator[Deviation]:
    """Hold the order of lines against the form's; a renamed one says nothing of it."""
    renamed = {one.ids[0] for one, _ in fit.others if one.kind is RowKind.RENAMED}
    renamed |= {name for columns in fit.columns for name in columns.renamed}
    rows = {row.id: row.label for row in fit.table.rows if row.id not in renamed}
    columns = {one.id: one.label for one in fit.table.columns if one.id not in renamed}
    for labels, every in ((rows, tuple(fit.rows)), (columns, fit.column_ids)):
        printed = [name for name in every if name in labels]
        due = [name for name in labels if name in printed]
        wrong = [at for at, name in enumerate(due) if name != printed[at]]
        if wrong:
            around = slice(wrong[0], wrong[-1] + 1)
            yield Deviation(
                kind=DeviationKind.ORDER,
                expected="、".join(labels[name] for name in due[around]),
                printed="、".join(labels[name] for name in printed[around]),
                place=place_in(fit),
            )
