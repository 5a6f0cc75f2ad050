"""The sums of a statutory table as formulas of Word: =SUM(B4:G4).

Word names the cells of a row A, B, C … as they stand in it, whatever they span; a cell that
spans rows stands in each of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from string import ascii_uppercase

from govcheck.document.form import FormSum, FormTable
from govcheck.readers.raw import RawGrid

Spot = tuple[int, int]
"""Row and column of a cell in the printed grid."""


def table_formulas(table: FormTable, grid: RawGrid) -> Mapping[Spot, str]:
    """Return the formula of every cell that is the sum of others, by its place in the grid.

    A cell that two sums come to is reckoned by the first; a sum that comes to two cells
    together leaves both to be filled in.
    """
    top, left = grid.height - len(table.rows), grid.width - len(table.columns)
    rows = {row.id: top + at for at, row in enumerate(table.rows)}
    columns = {column.id: left + at for at, column in enumerate(table.columns)}
    formulas: dict[Spot, str] = {}
    for line, one in _asked(table):
        row, column = one.cell(line, one.right[0])
        cells = [one.cell(line, term) for term in one.left]
        spots = [(rows[at_row], columns[at_column]) for at_row, at_column in cells]
        formula = f"=SUM({','.join(_ranges(spots, grid))})"
        formulas.setdefault((rows[row], columns[column]), formula)
    return formulas


def _asked(table: FormTable) -> Iterator[tuple[str, FormSum]]:
    for one in table.sums:
        entries = table.columns if one.along == "columns" else table.rows
        if len(one.right) == 1:
            for line in one.lines or [entry.id for entry in entries]:
                yield line, one


def _ranges(spots: Sequence[Spot], grid: RawGrid) -> Iterator[str]:
    """Yield the cells, those that stand side by side or one under another as one range."""
    names = sorted((row + 1, _letter(row, column, grid)) for row, column in spots)
    runs = [[names[0]]]
    for before, name in pairwise(names):
        if _follows(before, name) and (len(runs[-1]) == 1 or _same_way(runs[-1], name)):
            runs[-1].append(name)
        else:
            runs.append([name])
    for run in runs:
        ends = dict.fromkeys((run[0], run[-1]))
        yield ":".join(f"{_letters(letter)}{row}" for row, letter in ends)


def _letters(number: int) -> str:
    """Return A to Z, AA to AZ …, for 0 and on."""
    tens, ones = divmod(number, len(ascii_uppercase))
    return (_letters(tens - 1) if tens else "") + ascii_uppercase[ones]


def _follows(before: Spot, name: Spot) -> bool:
    return (name[0] - before[0], name[1] - before[1]) in {(0, 1), (1, 0)}


def _same_way(run: Sequence[Spot], name: Spot) -> bool:
    return (run[0][0] == name[0]) == (run[0][0] == run[1][0])


def _letter(row: int, column: int, grid: RawGrid) -> int:
    """Return how many cells stand before one in its row."""
    return sum(
        cell.row <= row < cell.row + cell.height and cell.column < column for cell in grid.cells
    )
