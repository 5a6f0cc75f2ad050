"""The cells of a table that say what they said a year before."""

from collections.abc import Collection

from govcheck.document.table import Table

Cell = tuple[str, str]


def unchanged_cells(
    earlier: Table, later: Table, columns: Collection[str] = ()
) -> tuple[Cell, ...] | None:
    """Return the cells above 0 if all are as they were; none if one is not.

    None where it cannot be told: the two have not the same rows and columns, no cell is above
    0, or one that is above 0 in one report has no figure in the other.
    """
    if earlier.cells.keys() != later.cells.keys():
        return None
    asked = [cell for cell in later.cells if not columns or cell[1] in columns]
    pairs = {cell: (earlier.value(*cell), later.value(*cell)) for cell in asked}
    counted = {cell: pair for cell, pair in pairs.items() if any(pair)}
    if any(one != other for one, other in counted.values() if None not in (one, other)):
        return ()
    if not counted or any(None in pair for pair in counted.values()):
        return None
    return tuple(counted)
