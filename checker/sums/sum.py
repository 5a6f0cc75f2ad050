"""A sum of a statutory table, asked of one row or column."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from govcheck.document.form import FormSum
from govcheck.document.naming import addition, plain
from govcheck.sums.term import Term

_SHORT_SUM = 2
"""A sum of so many terms is written out with its zeros."""


class Balance(Enum):
    """What the figures of one line say of the sum."""

    HOLDS = "holds"
    BROKEN = "broken"
    """No figures of 0 or more in the cells without one could mend it."""
    UNDECIDED = "undecided"
    """It depends on cells that have no figure."""


class Sum(Struct, frozen=True, kw_only=True):
    """What the form asks, in one row or column: its cells with figures, and those without."""

    asked: FormSum
    line: str
    """Id of the row or column."""
    terms: tuple[Term, ...]
    """The left side has sign 1, the right side -1; they should come to 0."""
    blanks: tuple[tuple[str, str, int], ...]
    """Row, column and sign of each cell without a figure."""
    worded: bool
    """Words stand in one of these, so that it is hardly 0: 若干."""
    unread: bool
    """What stands in one of these was not read: it may be any number."""

    @property
    def residual(self) -> Decimal:
        """Left less right, cells without a figure left out."""
        return sum((term.sign * term.value for term in self.terms), Decimal())

    @property
    def balance(self) -> Balance:
        """Say whether the line balances, whatever stands in the cells without a figure."""
        residual = self.residual
        if self.unread:
            return Balance.UNDECIDED
        if not residual:
            return Balance.UNDECIDED if self.worded else Balance.HOLDS
        lacking = -1 if residual > 0 else 1
        mendable = any(sign == lacking for _, _, sign in self.blanks)
        return Balance.UNDECIDED if mendable else Balance.BROKEN

    def side(self, sign: int) -> list[Decimal]:
        """Return the figures of the left side (1) or the right (-1)."""
        return [term.value for term in self.terms if term.sign == sign]


def worked_out(numbers: Sequence[Decimal]) -> str:
    """Write a sum as a clerk would check it, long ones without zeros: 30＋2＝32."""
    shown = [number for number in numbers if number or len(numbers) <= _SHORT_SUM]
    total = plain(sum(numbers, Decimal()))
    if len(shown) < _SHORT_SUM:
        return total
    return f"{addition(shown)}＝{total}"
