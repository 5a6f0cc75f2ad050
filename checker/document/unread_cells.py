"""Cells that a table prints and of which it is not known for certain what stands in them."""

from collections.abc import Iterable

from govcheck.document.loss import Cause, Loss
from govcheck.document.naming import cell_name, line_name, listing
from govcheck.document.table import SHORT, Table


def unread_names(table: Table) -> str:
    """Name the cells of a table that were not read: “X”表的“新收×自然人”."""
    cells = listing(cell_name(table, *place) for place in table.unread)
    return f"{_named(table)}的{cells}"


def unread_cells(tables: Iterable[Table]) -> Loss | None:
    """Return the loss of such cells, or None where there are none.

    Of rows that lack a cell, that is what is said.
    """
    tables = [table for table in tables if table.unread]
    if not tables:
        return None
    if all(map(_is_short, tables)):
        return _short(tables)
    names = "、".join(map(unread_names, tables))
    return Loss(cause=Cause.HOLE, reason=f"{names}未能可靠读取", look_at=names)


def _is_short(table: Table) -> bool:
    return all(table.cells[place].note == SHORT for place in table.unread)


def _short(tables: Iterable[Table]) -> Loss:
    names = "、".join(f"{_named(table)}的{_rows(table)}" for table in tables)
    reason = f"{names}{SHORT}，不知缺的是哪一格，该行各数属于哪一列不能确定"
    return Loss(cause=Cause.HOLE, reason=reason, look_at=names)


def _named(table: Table) -> str:
    return f"“{table.title}”表" if table.title else "表格"


def _rows(table: Table) -> str:
    rows = dict.fromkeys(row for row, _ in table.unread)
    return f"{listing(line_name(table, row) for row in rows)}行"
