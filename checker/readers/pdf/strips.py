"""Rows of which no cell says anything: what merged cells leave behind the end of a page.

Where a row had no room and went to the next page whole, a browser ends the merged cell beside
it so much too early there as it left free above.
"""

from msgspec.structs import replace

from govcheck.readers.pdf.tables import PrintedCell, PrintedTable


def without_strips(table: PrintedTable) -> PrintedTable:
    """Leave out such rows; every other cell there begins above and ends with its row."""
    for row in range(table.height - 1, 0, -1):
        if _is_strip(table, row):
            table = _without_row(table, row)
    return table


def _is_strip(table: PrintedTable, row: int) -> bool:
    there = [cell for cell in table.cells if cell.row <= row < cell.row + cell.height]
    own = [cell for cell in there if cell.row == row]
    over = [cell for cell in there if cell.row < row]
    if not own or any(cell.text or cell.height > 1 for cell in own):
        return False
    return any(cell.text and cell.row + cell.height == row + 1 for cell in over)


def _without_row(table: PrintedTable, row: int) -> PrintedTable:
    return replace(
        table,
        height=table.height - 1,
        cells=tuple(_above(cell, row) for cell in table.cells if cell.row != row),
    )


def _above(cell: PrintedCell, row: int) -> PrintedCell:
    if cell.row > row:
        return replace(cell, row=cell.row - 1)
    return replace(cell, height=cell.height - 1) if cell.row + cell.height > row else cell
