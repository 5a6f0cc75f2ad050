"""Say which printed columns the form does not have, or has under another heading."""

from collections.abc import Iterator

from govcheck.document.table import CellState, Deviation, DeviationKind
from govcheck.understanding.tables.cell_words import understood
from govcheck.understanding.tables.form_fit import Fit, place_in
from govcheck.understanding.tables.labels import is_remarks, key


def strange_columns(fit: Fit) -> Iterator[Deviation]:
    """Yield the columns that are renamed, and those that are none of the form's."""
    labels = {column.id: column.label for column in fit.table.columns}
    for columns in fit.columns:
        for name, printed in columns.renamed.items():
            if key(printed) == key(labels[name]):
                continue
            yield Deviation(
                kind=DeviationKind.RENAMED_COLUMN,
                expected=labels[name],
                printed=printed,
                place=place_in(fit, column=name),
            )
        for printed in columns.extra:
            tells = is_remarks(printed) or not _holds_figures(fit, printed)
            kind = DeviationKind.REMARKS_COLUMN if tells else DeviationKind.EXTRA_COLUMN
            yield Deviation(kind=kind, printed=printed, place=place_in(fit))


def _holds_figures(fit: Fit, heading: str) -> bool:
    """Whether a figure stands in a row of the form under a heading that is none of its."""
    return any(
        understood(cell.text.normal).state is CellState.FIGURE
        for line in fit.rows.values()
        for cell in line.cells
        if line.zone.heads.get(cell.column, ("",))[-1] == heading
    )
