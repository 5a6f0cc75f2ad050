"""Find out which row of the form a line of a printed table is."""

from collections.abc import Collection, Sequence
from enum import Enum, auto

from msgspec import Struct

from govcheck.document.form import FormTable
from govcheck.understanding.tables.known_labels import KnownLabels
from govcheck.understanding.tables.labels import closest, is_remarks, is_subtotal, key, number


class RowKind(Enum):
    """What a printed line is to the form."""

    ROW = auto()
    RENAMED = auto()
    """A row of the form under a label with a slip."""
    GROUP = auto()
    """Figures beside a label that only groups rows."""
    SUBTOTAL = auto()
    REMARKS = auto()
    """A note on the table, in a line of its own."""
    EXTRA = auto()


class RowFit(Struct, frozen=True, kw_only=True):
    """What a printed line is."""

    kind: RowKind
    label: str
    """The label that it was known by."""
    ids: tuple[str, ...] = ()
    """The row; for a group, the rows that it groups."""


def fit_row(labels: Sequence[str], words: KnownLabels, taken: Collection[str]) -> RowFit:
    """Fit a line by its labels (outermost first); ``taken`` rows stand elsewhere."""
    innermost = labels[-1] if labels else ""
    for label in reversed(labels):
        known = _known(label, labels, words)
        if known is None:
            continue
        if known.kind is RowKind.GROUP and label is not innermost:
            break
        return known
    if labels and is_remarks(labels[0]):
        return RowFit(kind=RowKind.REMARKS, label=labels[0])
    slip = _slip(innermost, words, taken)
    if slip:
        return RowFit(kind=RowKind.RENAMED, label=innermost, ids=(slip,))
    return RowFit(kind=RowKind.EXTRA, label=innermost)


def _known(label: str, labels: Sequence[str], words: KnownLabels) -> RowFit | None:
    """Return what a line is by one of its labels, if the label is known."""
    row = words.rows.get(key(label))
    if row and _stands_under(row, label, labels, words):
        return RowFit(kind=RowKind.ROW, label=label, ids=(row,))
    if is_subtotal(label):
        return RowFit(kind=RowKind.SUBTOTAL, label=label)
    rows = words.row_groups.get(key(label))
    return RowFit(kind=RowKind.GROUP, label=label, ids=rows) if rows else None


def _stands_under(row: str, label: str, labels: Sequence[str], words: KnownLabels) -> bool:
    """Tell whether a label that is not only a row's (合计) is beside the group of its row."""
    if key(label) not in words.columns:
        return True
    beside = (words.row_groups.get(key(other)) for other in labels)
    return all(row in rows for rows in beside if rows)


def _slip(label: str, words: KnownLabels, taken: Collection[str]) -> str | None:
    """Return the free row whose label is like this one."""
    free = {known: row for known, row in words.rows.items() if row not in taken}
    close = closest(key(label), tuple(free))
    return free[close] if close else None


def next_row(
    label: str, table: FormTable, before: str | None, taken: Collection[str]
) -> str | None:
    """Return the free row after ``before``, if it bears the number that a label bears."""
    rows = table.rows
    names = [row.id for row in rows]
    follows = names.index(before) + 1 if before else 0
    if follows >= len(rows) or rows[follows].id in taken:
        return None
    same = number(label) and number(label) == number(rows[follows].label)
    return rows[follows].id if same else None
