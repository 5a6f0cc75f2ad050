"""Kind ``table-sums``: the sums that the form asks of a table hold in every line."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.form import FormSum
from govcheck.document.known_losses import PARTLY_READ
from govcheck.document.losses import is_lossy
from govcheck.document.naming import (
    cell_evidence,
    cell_name,
    line_name,
    listing,
    plain,
    table_name,
    why_unread,
)
from govcheck.document.table import SHORT, CellState, Table
from govcheck.document.unread_cells import unread_cells
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import SumId, TableId
from govcheck.sums.line_sums import is_compared, is_whole, lines_of, suspect_sums
from govcheck.sums.sum import Balance, Sum, worked_out

_LEFT_BLANK: Final = (CellState.BLANK, CellState.MARK)


class TableSums(Check, Struct, frozen=True, kw_only=True):
    """In each line, what the form puts to the left adds up to what it puts to the right.

    The sums are those of the edition whose rows and columns the table prints.  A cell
    without a figure is unknown: the line holds if it does without that cell, is broken if no
    figure of 0 or more could mend it, and is open otherwise.
    """

    KIND: ClassVar[str] = "table-sums"
    TITLE: ClassVar[str] = "表格各行或各列满足统一格式规定的勾稽关系（sum）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"line", "left", "right", "left_sum", "right_sum", "difference"}
    )

    table: TableId
    sum: SumId
    """By its id in the form."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Report each broken line, and the undecided ones together."""
        document = case.document
        table, name = document.table(self.table), table_name(document, self.table)
        unread = why_unread(document, self.table)
        if unread or not table:
            yield Doubt(reason=f"{unread}，无法核验勾稽关系。", loss=unread)
        elif not (asked := [one for one in table.sums if one.id == self.sum]):
            yield Inapplicable(reason=f"{name}没有这项勾稽关系")
        elif not any(lines_of(table, one) for one in asked):
            yield Inapplicable(reason=f"{name}此项按惯例不填")
        elif all(cell.value is None for cell in table.cells.values()):
            yield Doubt(reason=f"{name}各格均无数字，无法核验勾稽关系。")
        else:
            may_lack = table.partial or is_lossy(document)
            for one in asked:
                yield from _remarks(name, table, one, may_lack=may_lack)


def _remarks(name: str, table: Table, asked: FormSum, *, may_lack: bool) -> Iterator[Remark]:
    """Yield what a sum comes to; ``may_lack`` says that rows may not have been read."""
    undecided: list[Sum] = []
    for found in suspect_sums(table, asked):
        if found.balance is Balance.UNDECIDED:
            undecided.append(found)
        elif found.balance is Balance.BROKEN:
            yield _broken(table, found)
    if undecided:
        yield _undecided(name, table, undecided)
    elif lines_of(table, asked) and not _is_told(table, asked):
        yield Doubt(
            reason=f"{name}此项所涉各格没有可以相互核对的数字，无法核验勾稽关系。",
            loss=PARTLY_READ if may_lack else None,
        )
    elif may_lack and lines_of(table, asked) and not is_whole(table, asked):
        yield Doubt(
            reason=f"{name}未能完整读取，所缺行列的勾稽关系无法核验。", loss=PARTLY_READ
        )


def _is_told(table: Table, asked: FormSum) -> bool:
    """Whether figures tell of the sum, or all its cells are blank beside others that have some.

    Of such blanks the rule on cells speaks.
    """
    if is_compared(table, asked):
        return True
    cells = (
        table.cells.get(asked.cell(line, term))
        for line in lines_of(table, asked)
        for term in (*asked.left, *asked.right)
    )
    if not all(cell and cell.state in _LEFT_BLANK for cell in cells):
        return False
    return any(is_compared(table, other) for other in table.sums if other.along == asked.along)


def _broken(table: Table, found: Sum) -> Violation:
    left, right = found.side(1), found.side(-1)
    return Violation(
        evidence=_evidence(table, found),
        values={
            "line": line_name(table, found.line),
            "left": plain(sum(left, Decimal())),
            "right": plain(sum(right, Decimal())),
            "left_sum": worked_out(left),
            "right_sum": worked_out(right),
            "difference": plain(abs(found.residual)),
        },
        terms=found.terms,
    )


def _undecided(name: str, table: Table, sums: Sequence[Sum]) -> Doubt:
    blanks = [(row, column) for one in sums for row, column, _ in one.blanks]
    along = {"columns": "各列", "rows": "各行"}[sums[0].asked.along]
    where = f"{name}{along}" if line_name(table, sums[0].line) else name
    lines_named = listing(_name(table, one) for one in sums)
    cells = listing(cell_name(table, row, column) for row, column in blanks)
    reason = f"{where}中，{lines_named}是否平衡取决于未填或无法识别的单元格：{cells}。"
    shown = tuple(cell_evidence(table, *cell) for cell in blanks if cell in table.cells)
    if all(table.cells[cell].note == SHORT for cell in blanks if cell in table.cells):
        loss = unread_cells([table])
        return Doubt(reason=f"{loss}，无法核验勾稽关系。", loss=loss)
    return Doubt(reason=reason, evidence=shown)


def _name(table: Table, one: Sum) -> str:
    """Name a sum by its line, or by its first total where the only line bears no name."""
    total = one.asked.cell(one.line, one.asked.right[0])
    return line_name(table, one.line) or cell_name(table, *total)


def _evidence(table: Table, found: Sum) -> tuple[Evidence, ...]:
    """Show the right side, then what is not 0 on the left; a sum does not tell which errs."""
    left = [term for term in found.terms if term.sign > 0 and term.value]
    right = [term for term in found.terms if term.sign < 0]
    return tuple(cell_evidence(table, term.row, term.column) for term in (*right, *left))
