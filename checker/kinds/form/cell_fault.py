"""What may be wrong with one cell, seen alone."""

from enum import Enum
from typing import Final

from govcheck.document.form import ValueType
from govcheck.document.table import BRACKETED, LETTERED, MARKED, SPELLED, Cell, CellState
from govcheck.late_pattern import late_pattern

_TOLD: Final = (BRACKETED, MARKED, SPELLED)
_DIGIT: Final = late_pattern(r"\d")


class CellFault(Enum):
    """What may be wrong with a cell."""

    EMPTY = "empty"
    """Blank, a sign for nothing, or words; advice where the form lets it be blank."""
    UNREADABLE = "unreadable"
    """Digits that are no number, or a program's words in the place of one."""
    LETTERED = "lettered"
    """Letters that look like digits, in their place."""
    NEGATIVE = "negative"
    FRACTION = "fraction"
    """Of what is counted."""
    NOTED = "noted"
    """A figure with a note or a sign beside it, or spelled, read as the figure."""


def fault_of(cell: Cell, value_type: ValueType | None) -> tuple[CellFault, str] | None:
    """Return what is wrong with a cell of a typed column, and what to say of it (Chinese)."""
    if cell.state is CellState.TEXT and cell.note == LETTERED:
        return CellFault.LETTERED, cell.note
    if cell.state is CellState.TEXT and (cell.note or _DIGIT.search(cell.written)):
        return CellFault.UNREADABLE, cell.note or "无法读作数字"
    if cell.state in (CellState.TEXT, CellState.BLANK, CellState.MARK):
        return CellFault.EMPTY, "未填数字"
    misfit = _misfit(cell, value_type)
    if misfit:
        return misfit
    if cell.note and cell.state is CellState.FIGURE:
        return CellFault.NOTED, cell.note if cell.note in _TOLD else "数字旁有附注"
    return None


def _misfit(cell: Cell, value_type: ValueType | None) -> tuple[CellFault, str] | None:
    """Return why a number is none that its column counts in."""
    if cell.value is None or value_type is None:
        return None
    if cell.value < 0 and value_type is not ValueType.CHANGE:
        return CellFault.NEGATIVE, "为负数"
    if value_type is not ValueType.MONEY and cell.value != cell.value.to_integral_value():
        return CellFault.FRACTION, "不是整数"
    return None
