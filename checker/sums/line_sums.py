"""The sums that the form asks of a table, in every row or column that it asks them of."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from govcheck.document.form import FormSum
from govcheck.document.table import CellState, Table
from govcheck.sums.sum import Balance, Sum
from govcheck.sums.term import Term

_UNKNOWN: Final = frozenset({CellState.TEXT, CellState.UNREAD})
"""What hardly means 0."""


def table_sums(table: Table) -> tuple[Sum, ...]:
    """Return the sums of a table in the form's order; none of a side that is left out."""
    return tuple(
        sum_of(table, asked, line) for asked in table.sums for line in lines_of(table, asked)
    )


def decided_sums(table: Table) -> list[Sum]:
    """Return the sums of a table that its figures decide, each once."""
    found: dict[tuple[Term, ...], Sum] = {}
    for one in table_sums(table):
        if one.terms and one.balance is not Balance.UNDECIDED:
            found.setdefault(one.terms, one)
    return list(found.values())


def suspect_sums(table: Table, asked: FormSum) -> Iterator[Sum]:
    """Yield the sums that do not certainly hold: seen before a :class:`Sum` is built."""
    for line in lines_of(table, asked):
        if _is_suspect(table, asked, line):
            yield sum_of(table, asked, line)


def lines_of(table: Table, asked: FormSum) -> tuple[str, ...]:
    """Return the ids of the lines; none when the optional side is left out in all."""
    return () if _left_out(table, asked) else _all_lines(table, asked)


def left_out(table: Table) -> frozenset[tuple[str, str]]:
    """Return the cells that the form lets a body leave blank together, where it did."""
    return frozenset(cell for asked in table.sums for cell in _left_out(table, asked))


def _left_out(table: Table, asked: FormSum) -> Sequence[tuple[str, str]]:
    side = {"left": asked.left, "right": asked.right, None: ()}[asked.optional]
    lines = _all_lines(table, asked)
    cells = [asked.cell(line, term) for line in lines for term in side]
    filled = (table.value(*cell) is not None or _is_unread(table, *cell) for cell in cells)
    return () if any(filled) else cells


def _all_lines(table: Table, asked: FormSum) -> tuple[str, ...]:
    return asked.lines or (table.columns if asked.along == "columns" else table.rows)


def is_whole(table: Table, asked: FormSum) -> bool:
    """Whether the document prints every cell of the sum in all its lines."""
    terms = (*asked.left, *asked.right)
    printed = (
        table.cells.get(asked.cell(line, term))
        for line in lines_of(table, asked)
        for term in terms
    )
    return all(cell and cell.state is not CellState.ABSENT for cell in printed)


def is_compared(table: Table, asked: FormSum) -> bool:
    """Whether in some line both sides of the sum have a figure."""
    return any(
        all(
            any(table.value(*asked.cell(line, term)) is not None for term in side)
            for side in (asked.left, asked.right)
        )
        for line in lines_of(table, asked)
    )


def sum_of(table: Table, asked: FormSum, line: str) -> Sum:
    """Return the sum in one line."""
    terms: list[Term] = []
    blanks: list[tuple[str, str, int]] = []
    worded = unread = False
    signed = [(name, 1) for name in asked.left] + [(name, -1) for name in asked.right]
    for name, sign in signed:
        row, column = asked.cell(line, name)
        value = table.value(row, column)
        if value is None:
            blanks.append((row, column, sign))
            worded = worded or _is_worded(table, row, column)
            unread = unread or _is_unread(table, row, column)
        else:
            terms.append(Term(table=table.id, row=row, column=column, sign=sign, value=value))
    return Sum(
        asked=asked,
        line=line,
        terms=tuple(terms),
        blanks=tuple(blanks),
        worded=worded,
        unread=unread,
    )


def _is_suspect(table: Table, asked: FormSum, line: str) -> bool:
    cells, residual = table.cells, Decimal()
    for sign, side in ((1, asked.left), (-1, asked.right)):
        for term in side:
            cell = cells.get(asked.cell(line, term))
            if cell is None:
                continue
            if cell.value is not None:
                residual += sign * cell.value
            elif cell.state in _UNKNOWN:
                return True
    return bool(residual)


def _is_worded(table: Table, row: str, column: str) -> bool:
    cell = table.cells.get((row, column))
    return cell is not None and cell.state in _UNKNOWN


def _is_unread(table: Table, row: str, column: str) -> bool:
    cell = table.cells.get((row, column))
    return cell is not None and cell.state is CellState.UNREAD
