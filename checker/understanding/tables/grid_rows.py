"""Take printed grids apart into lines of statutory tables, whichever way they are printed."""

from collections.abc import Mapping, Sequence

from govcheck.document.blocks import Grid
from govcheck.understanding.tables.counters import without_counters
from govcheck.understanding.tables.grid_lines import may_be_turned, turned
from govcheck.understanding.tables.grid_walk import GridWalk, Setting
from govcheck.understanding.tables.known_labels import Glossary, Meaning
from govcheck.understanding.tables.printed_rows import PrintedRow
from govcheck.understanding.tables.shared_cells import dealt_out

_FEWEST = 3
"""Known labels by which a grid is read the other way round though no row's is among them."""


def printed_rows(
    grid: Grid, index: int, *, part: str | None, context: str, glossary: Glossary
) -> list[PrintedRow]:
    """Return the lines of statutory tables in a grid, which stands at ``index`` in the body.

    One that is printed with rows as columns is turned.
    """
    meanings = {cell.text.normal: glossary.meaning(cell.text.normal) for cell in grid.cells}
    known = sum(bool(meaning.beside or meaning.columns) for meaning in meanings.values())
    if not known and part not in glossary.unlabelled:
        return []
    grid = without_counters(grid, meanings)
    surroundings = Setting(index=index, part=part, context=context, glossary=glossary)
    named = [text for text, meaning in meanings.items() if meaning.rows]
    rows = list(GridWalk(dealt_out(grid, named), surroundings, meanings).rows())
    told = _told(rows, meanings)
    if 2 * told > len(rows) or (grid.typed and (rows or not may_be_turned(grid))):
        return rows
    other = dealt_out(turned(grid), named)
    across = list(GridWalk(other, surroundings, meanings, turned=True).rows())
    better = _told(across, meanings) > told or (not rows and known >= _FEWEST)
    return across if better else rows


def _told(rows: Sequence[PrintedRow], meanings: Mapping[str, Meaning]) -> int:
    """Return how many lines have a label behind the others that can only be a row's."""
    return sum(1 for row in rows if row.labels and meanings[row.labels[-1]].says_row)
