"""Tables that are printed and were not filled in, or of which nothing was read."""

from collections.abc import Iterator

from govcheck.document.table import CellState, Table


def is_blank(table: Table) -> bool:
    """Whether nothing was written in a table, but for sums that a file reckons as 0 itself."""
    reckoned = frozenset(_reckoned(table))
    return all(
        cell.state in {CellState.ABSENT, CellState.BLANK}
        or (cell.state is CellState.FIGURE and cell.value == 0 and spot in reckoned)
        for spot, cell in table.cells.items()
    )


def shows_nothing(table: Table) -> bool:
    """Whether a table is blank, or no cell of it that says anything was read."""
    lacking = {CellState.ABSENT, CellState.BLANK, CellState.UNREAD}
    return is_blank(table) or all(cell.state in lacking for cell in table.cells.values())


def _reckoned(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the row and column of every cell that is the sum of others."""
    for one in table.sums:
        if len(one.right) == 1:
            lines = table.columns if one.along == "columns" else table.rows
            for line in one.lines or lines:
                yield one.cell(line, one.right[0])
