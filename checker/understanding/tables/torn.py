"""Tables of a file that was not read whole: which of their rows cannot be relied on."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from govcheck.document.table import Cell, CellState, DeviationKind, Table

_MERGED: Final = (DeviationKind.MERGED, DeviationKind.EDITION_ROW)


def without_torn(tables: Mapping[str, Table]) -> Mapping[str, Table]:
    """Return tables without the figures of rows that seem to be merged.

    Where the rest of a group was not read, its first row looks like the whole of it.
    """
    return {name: _without_merged(table) for name, table in tables.items()}


def _without_merged(table: Table) -> Table:
    torn = {one.place.row for one in table.deviations if one.kind in _MERGED} - {None}
    if not torn:
        return table
    cells = {
        key: _unread(cell) if key[0] in torn else cell for key, cell in table.cells.items()
    }
    return replace(table, cells=cells)


def _unread(cell: Cell) -> Cell:
    return Cell(written="", state=CellState.ABSENT, place=cell.place)
