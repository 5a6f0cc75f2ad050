"""How wide the columns of a statutory table are set, and how large its text is.

Labels are long and figures short: where a table has many columns of figures, these are as
narrow as a figure and its heading allow, and the labels get what is left.
"""

from typing import Final, NamedTuple

from govcheck.document.form import FormTable

_FEW: Final = 4
"""Columns of figures that share the width with the labels evenly."""
_FIGURE: Final = 10.8
"""Millimetres: six digits, or headings of two or three characters a line."""
_GROUP: Final = 17.0
"""Millimetres of a label that groups others: four or five characters a line."""
_LONG: Final = 15
"""Rows from which on a table is set so that it fits on one page."""


class TableLayout(NamedTuple):
    """Widths in millimetres, from the left, and the size of the text in points."""

    widths: tuple[float, ...]
    size: float
    together: bool
    """All of it stands on one page, with the heading over it."""


def table_layout(table: FormTable, *, width: float) -> TableLayout:
    """Return the layout of a table over so many millimetres."""
    figures = len(table.columns)
    labels = max(len(row.path) + 1 if row.label else 0 for row in table.rows)
    long = len(table.rows) >= _LONG
    size = 9.0 if long or figures > _FEW else 10.5
    if figures <= _FEW or not labels:
        even = (width / (labels + figures),) * (labels + figures)
        return TableLayout(even, size, long)
    groups = (_GROUP,) * (labels - 1)
    own = min(_FIGURE, (width - sum(groups)) / (figures + 1))
    last = width - sum(groups) - own * figures
    return TableLayout((*groups, last, *(own,) * figures), size, long)
