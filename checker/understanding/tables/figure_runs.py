"""Where the figures of a row of plain text begin, by their number."""

from collections.abc import Collection, Mapping, Sequence

from govcheck.understanding.tables.printed_rows import PrintedRow

Starts = Mapping[tuple[int, int], Collection[int]]
"""Cells and labels of a row to where the figures begin in such rows that have all of them."""

_FEWEST = 3
"""Of so many rows one may tell of the others how they are laid out."""


def starts_of(rows: Sequence[PrintedRow], count: int) -> Starts:
    """Return where figures begin in the rows of each shape that have all of them."""
    starts: dict[tuple[int, int], set[int]] = {}
    for row in rows:
        filled = [cell.column for cell in row.cells if cell.text.normal]
        if count and filled and filled[-1] - filled[0] + 1 == count:
            starts.setdefault(shape(row), set()).add(filled[0])
    return starts


def shape(row: PrintedRow) -> tuple[int, int]:
    """Return how many cells and how many labels a row has."""
    return row.width, len(row.labels)


def are_regular(rows: Sequence[PrintedRow], count: int) -> bool:
    """Whether each of some rows has ``count`` cells after its label."""
    return len(rows) >= _FEWEST and all(len(row.cells) == count for row in rows)


def start_of(row: PrintedRow, count: int, *, regular: bool) -> int | None:
    """Return where ``count`` figures begin after a row's label, if that is certain.

    ``regular`` says that all rows have so many cells there.
    """
    filled = [cell.column for cell in row.cells if cell.text.normal]
    first, behind = row.cells[0].column, row.cells[-1].column + 1
    if not count or behind - first < count:
        return None
    if not filled:
        return first if row.labels else None
    if filled[-1] - filled[0] + 1 == count:
        return filled[0]
    if regular:
        return first
    # A blank behind the label may be of another column of labels.
    return first if filled[0] == first and filled[-1] < first + count else None
