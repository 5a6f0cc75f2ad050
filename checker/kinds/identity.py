"""Kind ``table-identity``: two sums of a table's cells are equal, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from govcheck.assessment import Doubt, Evidence, Inapplicable, Remark, Term, Violation
from govcheck.document import Document, Table
from govcheck.kinds.line import Balance, Line
from govcheck.kinds.tables import (
    cell_evidence,
    cell_name,
    line_name,
    listing,
    plain,
    table_name,
    why_unread,
)
from govcheck.parameters import FormId, LineId, TableId

_SHORT_SUM = 2
"""A sum of so many terms is written out with its zeros."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableIdentity:
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
        elif self._all_blank(table, lines):
            yield Doubt(reason=f"{name}所涉各格均无数字，无法核验勾稽关系。")
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

    def _all_blank(self, table: Table, lines: Sequence[str]) -> bool:
        terms = (*self.left, *self.right)
        cells = (self._cell(line, term) for line in lines for term in terms)
        return all(table.value(*cell) is None for cell in cells)

    def _cell(self, line: str, term: str) -> tuple[str, str]:
        return (term, line) if self.along == "columns" else (line, term)

    def _residual(self, table: Table, line: str) -> Decimal:
        """Return left less right; what :class:`Line` says too, at a third of the cost."""
        cells, residual = table.cells, Decimal()
        for term in self.left:
            cell = cells.get(self._cell(line, term))
            residual += (cell and cell.value) or 0
        for term in self.right:
            cell = cells.get(self._cell(line, term))
            residual -= (cell and cell.value) or 0
        return residual

    def _line(self, table: Table, line: str) -> Line:
        terms: list[Term] = []
        blanks: list[tuple[str, str, int]] = []
        signed = [(name, 1) for name in self.left] + [(name, -1) for name in self.right]
        for name, sign in signed:
            row, column = self._cell(line, name)
            value = table.value(row, column)
            if value is None:
                blanks.append((row, column, sign))
            else:
                terms.append(
                    Term(table=table.id, row=row, column=column, sign=sign, value=value)
                )
        return Line(id=line, terms=tuple(terms), blanks=tuple(blanks))

    def _remarks(self, name: str, table: Table, lines: Sequence[str]) -> Iterator[Remark]:
        suspect = (line for line in lines if self._residual(table, line))
        undecided: list[Line] = []
        for line in (self._line(table, line) for line in suspect):
            if line.balance is Balance.UNDECIDED:
                undecided.append(line)
            else:
                yield _recognised(table, line) if table.recognised else _broken(table, line)
        if undecided:
            yield _undecided(name, table, undecided)


def _broken(table: Table, line: Line) -> Violation:
    left, right = _side(line, 1), _side(line, -1)
    return Violation(
        evidence=_evidence(table, line),
        values={
            "line": line_name(table, line.id),
            "left": plain(sum(left, Decimal())),
            "right": plain(sum(right, Decimal())),
            "left_sum": _worked_out(left),
            "right_sum": _worked_out(right),
            "difference": plain(abs(line.residual)),
        },
        terms=line.terms,
    )


def _recognised(table: Table, line: Line) -> Doubt:
    """Doubt figures that were read from a picture: the reading may be what is wrong."""
    sides = f"{_worked_out(_side(line, 1))}，{_worked_out(_side(line, -1))}"
    name = line_name(table, line.id)
    reason = f"按图片识别的数字，“{name}”两侧不等（{sides}），请对照原图核验。"
    return Doubt(reason=reason, evidence=_evidence(table, line))


def _undecided(name: str, table: Table, lines: Sequence[Line]) -> Doubt:
    blanks = [(row, column) for line in lines for row, column, _ in line.blanks]
    lines_named = listing(line_name(table, line.id) for line in lines if line.id)
    cells = listing(cell_name(table, row, column) for row, column in blanks)
    reason = f"{name}中{lines_named}是否平衡取决于未填或无法识别的单元格：{cells}。"
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


def _side(line: Line, sign: int) -> list[Decimal]:
    return [term.value for term in line.terms if term.sign == sign]


def _worked_out(numbers: Sequence[Decimal]) -> str:
    """Write a sum as a clerk would check it, long ones without zeros: ``30 + 2 = 32``."""
    shown = [number for number in numbers if number or len(numbers) <= _SHORT_SUM]
    total = plain(sum(numbers, Decimal()))
    if len(shown) < _SHORT_SUM:
        return total
    return f"{' + '.join(map(plain, shown))} = {total}"
