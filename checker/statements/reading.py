"""A lawful way to count: which cells of a statutory table add up to what the prose states."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from govcheck.document.table import CellState, Table
from govcheck.parameters import ColumnId, RowId


class Reading(Struct, frozen=True, kw_only=True):
    """The sum of these rows in these columns; rows that an edition lacks are left out."""

    name: str
    rows: tuple[RowId, ...] = ()
    columns: tuple[ColumnId, ...] = ()
    loose: bool = False
    """The sum may be what was counted, yet the words do not say so."""


class Amount(Struct, frozen=True, kw_only=True):
    """What a reading comes to."""

    reading: Reading
    value: Decimal
    certain: bool
    """False where a cell is blank: the true amount may be more, never less."""


def amount(table: Table, reading: Reading, parts: Iterable[ColumnId] = ()) -> Amount | None:
    """Add up the cells of a reading, or return None when the document does not print them.

    Where a cell of the total column is blank, the columns that it totals (``parts``) are
    added up in its place.
    """
    if not reading.columns:
        return None
    rows = [row for row in reading.rows if (row, reading.columns[0]) in table.cells]
    value, certain = Decimal(0), True
    for row in rows:
        for column in reading.columns:
            cell = table.cells.get((row, column))
            if cell is None or cell.state is CellState.ABSENT:
                return None
            if cell.value is not None:
                value += cell.value
                continue
            known = [table.value(row, part) for part in parts]
            value += sum((number for number in known if number is not None), Decimal(0))
            certain = certain and bool(known) and None not in known
    return Amount(reading=reading, value=value, certain=certain) if rows else None
