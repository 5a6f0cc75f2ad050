"""Kind ``table-identity``: two sums of a table's cells are equal, line by line."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.document.evidence import Evidence
from govcheck.document.naming import (
    cell_evidence,
    cell_name,
    line_name,
    listing,
    plain,
    table_name,
    why_unread,
)
from govcheck.document.report import Document
from govcheck.document.table import CellState, Table
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import FormId, LineId, TableId
from govcheck.sums.balance import Balance, Line, worked_out
from govcheck.sums.term import Term


class TableIdentity(Struct, frozen=True, kw_only=True):
    """In each line, the ``left`` cells add up to what the ``right`` cells add up to.

    A cell without a figure is unknown: the line holds if it does without that cell, is
    broken if no figure of 0 or more could mend it, and is open otherwise.
    """

    KIND: ClassVar[str] = "table-identity"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"line", "left", "right", "left_sum", "right_sum", "difference"}
    )

    table: TableId
    along: Literal["columns", "rows"]
    """``columns``: each column is a line, and the terms are rows; ``rows``: the reverse."""
    left: tuple[LineId, ...]
    right: tuple[LineId, ...]
    lines: tuple[LineId, ...] = ()
    """The lines to look at; all of the table's if none is named."""
    form: FormId | None = None
    """Speak only of a table that prints this edition's rows and columns."""
    optional: Literal["left", "right"] | None = None
    """A side that may be left without figures in all of these lines together."""

    def examine(self, document: Document) -> Iterator[Remark]:
        """Report each broken line, and the undecided ones together."""
        table, name = document.table(self.table), table_name(document, self.table)
        unread = why_unread(document, self.table)
        if self.form not in (None, table.form if table and not unread else document.form.id):
            yield Inapplicable(reason=f"{name}不是该版格式")
        elif unread or not table:
            yield Doubt(reason=f"{unread}，无法核验勾稽关系。")
        elif not (lines := self._lines(table)):
            yield Inapplicable(reason=f"{name}此项按惯例不填")
        elif all(cell.value is None for cell in table.cells.values()):
            yield Doubt(reason=f"{name}各格均无数字，无法核验勾稽关系。")
        else:
            yield from self._remarks(name, table, lines)

    def lines_of(self, table: Table) -> tuple[Line, ...]:
        """Return the identity in every line that it speaks of in this table."""
        if self.form not in (None, table.form):
            return ()
        return tuple(self._line(table, line) for line in self._lines(table))

    def _lines(self, table: Table) -> Sequence[str]:
        """Return the ids of the lines; none when the optional side is left out."""
        lines = self.lines or (table.columns if self.along == "columns" else table.rows)
        side = {"left": self.left, "right": self.right, None: ()}[self.optional]
        cells = [self._cell(line, term) for line in lines for term in side]
        left_out = cells and all(table.value(*cell) is None for cell in cells)
        return () if left_out else lines

    def _is_whole(self, table: Table, lines: Sequence[str]) -> bool:
        terms = (*self.left, *self.right)
        printed = (table.cells.get(self._cell(line, term)) for line in lines for term in terms)
        return all(cell and cell.state is not CellState.ABSENT for cell in printed)

    def _cell(self, line: str, term: str) -> tuple[str, str]:
        return (term, line) if self.along == "columns" else (line, term)

    def _is_suspect(self, table: Table, line: str) -> bool:
        """Tell lines that certainly hold from those worth building a :class:`Line` of."""
        cells, residual = table.cells, Decimal()
        for sign, side in ((1, self.left), (-1, self.right)):
            for term in side:
                cell = cells.get(self._cell(line, term))
                if cell is None:
                    continue
                if cell.value is not None:
                    residual += sign * cell.value
                elif cell.state is CellState.TEXT:
                    return True
        return bool(residual)

    def _line(self, table: Table, line: str) -> Line:
        terms: list[Term] = []
        blanks: list[tuple[str, str, int]] = []
        worded = False
        signed = [(name, 1) for name in self.left] + [(name, -1) for name in self.right]
        for name, sign in signed:
            row, column = self._cell(line, name)
            value = table.value(row, column)
            if value is None:
                blanks.append((row, column, sign))
                worded = worded or _is_worded(table, row, column)
            else:
                terms.append(
                    Term(table=table.id, row=row, column=column, sign=sign, value=value)
                )
        return Line(id=line, terms=tuple(terms), blanks=tuple(blanks), worded=worded)

    def _remarks(self, name: str, table: Table, lines: Sequence[str]) -> Iterator[Remark]:
        suspect = (line for line in lines if self._is_suspect(table, line))
        undecided: list[Line] = []
        for line in (self._line(table, line) for line in suspect):
            if line.balance is Balance.UNDECIDED:
                undecided.append(line)
            elif line.balance is Balance.BROKEN:
                yield _broken(table, line)
        if undecided:
            what = "列" if self.along == "columns" else "行"
            yield _undecided(f"{name}各{what}", table, undecided)
        elif table.partial and not self._is_whole(table, lines):
            yield Doubt(reason=f"{name}未能完整读取，所缺行列的勾稽关系无法核验。")


def _is_worded(table: Table, row: str, column: str) -> bool:
    cell = table.cells.get((row, column))
    return cell is not None and cell.state is CellState.TEXT


def _broken(table: Table, line: Line) -> Violation:
    left, right = line.side(1), line.side(-1)
    return Violation(
        evidence=_evidence(table, line),
        values={
            "line": line_name(table, line.id),
            "left": plain(sum(left, Decimal())),
            "right": plain(sum(right, Decimal())),
            "left_sum": worked_out(left),
            "right_sum": worked_out(right),
            "difference": plain(abs(line.residual)),
        },
        terms=line.terms,
    )


def _undecided(name: str, table: Table, lines: Sequence[Line]) -> Doubt:
    blanks = [(row, column) for line in lines for row, column, _ in line.blanks]
    lines_named = listing(line_name(table, line.id) for line in lines if line.id)
    cells = listing(cell_name(table, row, column) for row, column in blanks)
    reason = f"{name}中，{lines_named}是否平衡取决于未填或无法识别的单元格：{cells}。"
    shown = tuple(cell_evidence(table, *cell) for cell in blanks if cell in table.cells)
    return Doubt(reason=reason, evidence=shown)


def _evidence(table: Table, line: Line) -> tuple[Evidence, ...]:
    """Show the right side, then what is not 0 on the left; a lone total with its due."""
    right = [term for term in line.terms if term.sign < 0]
    due = None
    if len(right) == 1 and not line.blanks:
        due = right[0].value + line.residual
    shown = [cell_evidence(table, term.row, term.column, expected=due) for term in right]
    shown += [
        cell_evidence(table, term.row, term.column)
        for term in line.terms
        if term.sign > 0 and term.value
    ]
    return tuple(shown)
