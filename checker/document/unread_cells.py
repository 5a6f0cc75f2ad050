"""Cells that a table prints and of which it is not known for certain what stands in them."""

from collections.abc import Iterable

from govcheck.document.loss import Cause, Loss
from govcheck.document.naming import cell_name, listing
from govcheck.document.table import Table


def unread_names(table: Table) -> str:
    """Name the cells of a table that were not read: “X”表的“新收×自然人”."""
    cells = listing(cell_name(table, *place) for place in table.unread)
    return f"{f'“{table.title}”表' if table.title else '表格'}的{cells}"


def unread_cells(tables: Iterable[Table]) -> Loss | None:
    """Return the loss of such cells, or None where there are none."""
    names = "、".join(unread_names(table) for table in tables if table.unread)
    if not names:
        return None
    return Loss(cause=Cause.HOLE, reason=f"{names}未能可靠读取", look_at=names)
