"""Make the cells of one row of a statutory table."""

from collections.abc import Iterator

from govcheck.form import FormColumn, FormTable
from govcheck.place import Place
from govcheck.readers.cells import measured, understood
from govcheck.readers.columns import Columns
from govcheck.readers.printed_rows import PrintedCell, PrintedRow
from govcheck.table import Cell, CellState

_JOINED = "与相邻单元格合并"
_SPILT = "本行数据多于列数"


def row_cells(
    row: PrintedRow, name: str, columns: Columns, table: FormTable
) -> dict[str, Cell]:
    """Return, by column, what a line says of the row ``name``.

    Where a line has more figures than there are columns, none of them is trusted: a number
    may stand in two cells.
    """
    by_id = {column.id: column for column in table.columns}
    spilt = _is_spilt(row, columns)
    cells: dict[str, Cell] = {}
    for cell in row.cells:
        column = columns.ids.get(cell.column)
        if column is not None and column not in cells:
            unit = columns.units.get(column, "")
            cells[column] = _cell(cell, row, name, by_id[column], unit, spilt=spilt)
    for cell in row.cells:
        if cell.width > 1:
            for other in _covered(cell, columns):
                cells.setdefault(other, _joined(cell, row, name, other))
    return cells


def _is_spilt(row: PrintedRow, columns: Columns) -> bool:
    return any(
        cell.normal and cell.column not in columns.ids and cell.column not in row.zone.heads
        for cell in row.cells
    )


def _covered(cell: PrintedCell, columns: Columns) -> Iterator[str]:
    """Yield the columns besides its own that a wide cell covers."""
    for beside in range(cell.column + 1, cell.column + cell.width):
        if beside in columns.ids:
            yield columns.ids[beside]


def _joined(cell: PrintedCell, row: PrintedRow, name: str, column: str) -> Cell:
    return Cell(
        written="",
        state=CellState.BLANK,
        note=_JOINED,
        place=_place(row, cell, name, column),
        grid=cell.grid,
    )


def _cell(
    cell: PrintedCell, row: PrintedRow, name: str, column: FormColumn, unit: str, *, spilt: bool
) -> Cell:
    reading = understood(cell.normal)
    value = measured(reading, column, unit)
    place = _place(row, cell, name, column.id)
    if spilt and value is not None:
        return Cell(
            written=cell.written,
            state=CellState.TEXT,
            note=_SPILT,
            place=place,
            grid=cell.grid,
        )
    return Cell(
        written=cell.written,
        state=reading.state,
        value=value,
        note=reading.note,
        place=place,
        grid=cell.grid,
    )


def _place(row: PrintedRow, cell: PrintedCell, name: str, column: str) -> Place:
    start, end = cell.span or (None, None)
    return Place(
        part=row.part,
        block=cell.block,
        start=start,
        end=end,
        table=row.table,
        row=name,
        column=column,
        line=cell.line,
        page=row.page,
    )
