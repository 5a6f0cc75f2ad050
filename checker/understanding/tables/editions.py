"""Choose the edition of the form that a printed table follows."""

from collections.abc import Collection, Mapping, Sequence

from govcheck.document.form import Form
from govcheck.understanding.tables.fitting import fit
from govcheck.understanding.tables.form_fit import Fit
from govcheck.understanding.tables.known_labels import vocabulary
from govcheck.understanding.tables.labels import key
from govcheck.understanding.tables.printed_rows import PrintedRow


def best_fit(
    printed: Sequence[PrintedRow],
    *,
    table: str,
    forms: Mapping[str, Form],
    form: Form,
    followed: Collection[str],
) -> Fit | None:
    """Fit lines to the edition that they follow; ``form``, in force, wins where two do alike.

    ``followed`` are the editions that other tables of the same part follow.
    Returns None if no line is a row of the table in any edition.
    """
    best: Fit | None = None
    for edition in (form, *(other for other in forms.values() if other.id != form.id)):
        if table not in edition.tables:
            continue
        fitted = fit(printed, edition, edition.tables[table])
        if not fitted.cells or (
            edition.id != form.id
            and edition.id not in followed
            and not _is_evident(fitted, form)
        ):
            continue
        if best is None or fitted.score > best.score:
            best = fitted
        if best is fitted and fitted.is_whole:
            break
    return best


def _is_evident(fitted: Fit, form: Form) -> bool:
    """Tell whether a row, or a column by its heading, is there that ``form`` does not have.

    Scraps without headings do not show it: what seems another row may be a piece of a label.
    With headings a row does not that ``form`` has for a group: the rows below may be torn.
    """
    if fitted.scraps and not fitted.named:
        return False
    due = form.tables.get(fitted.table.id)
    rows = {row.id for row in due.rows} if due else set()
    if fitted.scraps and due:
        groups = vocabulary(due).row_groups
        rows |= {row.id for row in fitted.table.rows if key(row.label) in groups}
    columns = {column.id for column in due.columns} if due else set()
    return not rows.issuperset(fitted.rows) or (
        fitted.named and not columns.issuperset(fitted.column_ids)
    )


def foreign_rows(table: str, *, forms: Mapping[str, Form], fitted: Form) -> frozenset[str]:
    """Return the keys of the rows that a table has in other editions only."""
    others = (form.tables.get(table) for form in forms.values() if form.id != fitted.id)
    keys = {name for other in others if other for name in vocabulary(other).rows}
    own = vocabulary(fitted.tables[table])
    return frozenset(keys - {*own.rows, *own.row_groups})
