"""Make the cells of one row of a statutory table."""

from collections.abc import Mapping

from govcheck.document.blocks import GridCell
from govcheck.document.form import FormColumn
from govcheck.document.place import Place
from govcheck.document.table import SHORT, SPILT, TORN, Cell, CellState
from govcheck.document.text import folded
from govcheck.late_pattern import late_pattern
from govcheck.understanding.tables.cell_readings import is_either, made_out
from govcheck.understanding.tables.cell_words import is_scrap, is_unclear, measured, understood
from govcheck.understanding.tables.columns import Columns
from govcheck.understanding.tables.printed_rows import PrintedRow
from govcheck.understanding.tables.shared_cells import says_the_same

_TORN = late_pattern(r"[0-9０-９,，.．]\s{0,9}\n\s{0,9}[0-9０-９,，.．]")


def row_cells(
    row: PrintedRow, name: str, columns: Columns, by_id: Mapping[str, FormColumn]
) -> dict[str, Cell]:
    """Return, by column, what a line says of the row ``name``.

    Where a line has more figures than there are columns, none of them is trusted: a number
    may stand in two cells, and a blank under another column.  Nor where they begin beneath the
    labels' corner and end before the last column: a merge left out has moved the line.  Nor
    where the line ends before the last column: any of its cells may be the one left out.
    """
    short = _is_short(row, columns)
    if short or columns.moved or _has_slipped(row, columns):
        note = SHORT if short else ""
        return {column: _slipped(row, name, column, note) for column in columns.ids.values()}
    spilt = _is_spilt(row, columns)
    cells: dict[str, Cell] = {}
    for cell in row.cells:
        column = columns.ids.get(cell.column)
        if spilt and not (cell.text.normal or cell.unread):
            continue
        if column is not None and column not in cells:
            unit = columns.units.get(column, "")
            cells[column] = _cell(cell, row, name, by_id[column], unit, spilt=spilt)
    few = len(row.cells) < len({*columns.ids.values()})
    for cell in row.cells if few and not spilt else ():
        covered = _covered(cell, columns)
        if len(covered) > 1:
            cells |= {column: _shared(cell, row, name, by_id[column]) for column in covered}
    return cells


def _has_slipped(row: PrintedRow, columns: Columns) -> bool:
    if row.typed or row.spans is not None or not columns.ids:
        return False
    first, last = min(columns.ids), max(columns.ids)
    before = [cell for cell in (*row.beneath, *row.cells) if cell.column < first]
    if not any(understood(cell.text.normal).state is CellState.FIGURE for cell in before):
        return False
    return not any(cell.text.normal or cell.unread for cell in row.cells if cell.column == last)


def _is_short(row: PrintedRow, columns: Columns) -> bool:
    """Whether a line ends before the last column; one that holds two rows does not end here."""
    if row.typed or row.turned or row.recognised or row.spans is not None or not columns.ids:
        return False
    if len(row.labels) + len(row.cells) + len(row.beneath) < row.width:
        return False
    return max(cell.column + cell.width for cell in row.cells) <= max(columns.ids)


def _slipped(row: PrintedRow, name: str, column: str, note: str) -> Cell:
    place = _place(row, row.cells[0], name, column)
    return Cell(written="", state=CellState.UNREAD, note=note, place=place)


def _is_spilt(row: PrintedRow, columns: Columns) -> bool:
    ids, heads = columns.ids, row.zone.heads
    strange = [cell for cell in row.cells if cell.column not in ids and cell.text.normal]
    return any(cell.column not in heads and not _is_note(cell, columns) for cell in strange)


def _is_note(cell: GridCell, columns: Columns) -> bool:
    """Whether a cell behind the last column says something of the row, and holds no figure."""
    words = cell.text.normal
    behind = bool(columns.ids) and cell.column > max(columns.ids)
    return behind and understood(words).state is CellState.TEXT and not is_scrap(words)


def _covered(cell: GridCell, columns: Columns) -> tuple[str, ...]:
    """Return the columns of the form that a cell covers."""
    within = range(cell.column, cell.column + cell.width)
    return tuple(dict.fromkeys(columns.ids[at] for at in within if at in columns.ids))


def _shared(cell: GridCell, row: PrintedRow, name: str, column: FormColumn) -> Cell:
    """Return what a cell that is merged over several columns says of one of them."""
    if says_the_same(cell):
        return _cell(cell, row, name, column, "", spilt=False)
    return _unread(cell, row, name, column.id)


def _cell(
    cell: GridCell, row: PrintedRow, name: str, column: FormColumn, unit: str, *, spilt: bool
) -> Cell:
    normal = cell.text.normal
    if cell.unread or is_unclear(normal, cell.text.written) or is_either(normal, column):
        return _unread(cell, row, name, column.id)
    reading = made_out(normal)
    torn = row.typed and _TORN.search(cell.text.written) is not None
    refused = (spilt or torn) and reading.value is not None
    return Cell(
        written=folded(cell.text.written),
        state=CellState.TEXT if refused else reading.state,
        value=None if refused else measured(reading, column, unit),
        note=(TORN if torn else SPILT) if refused else reading.note,
        place=_place(row, cell, name, column.id),
        grid=_in_grid(row, cell),
    )


def _unread(cell: GridCell, row: PrintedRow, name: str, column: str) -> Cell:
    return Cell(
        written=folded(cell.text.written),
        state=CellState.UNREAD,
        place=_place(row, cell, name, column),
        grid=_in_grid(row, cell),
    )


def _in_grid(row: PrintedRow, cell: GridCell) -> tuple[int, int, int] | None:
    if row.spans is not None:
        return None
    return (
        (row.block, cell.column, cell.row) if row.turned else (row.block, cell.row, cell.column)
    )


def _place(row: PrintedRow, cell: GridCell, name: str, column: str) -> Place:
    block, start, end = (row.block, None, None)
    if row.spans is not None:
        block, start, end = row.spans.get(cell.column, (row.block, None, None))
    return Place(
        part=row.part,
        block=block,
        start=start,
        end=end,
        table=row.table,
        row=name,
        column=column,
        line=cell.line or row.line,
        page=row.page,
    )
