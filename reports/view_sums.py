"""The sums that the form asks of a table, worked out line by line."""

from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.document.whereabouts import line_name
from govcheck.reports.wording import number
from govcheck.sums.line_sums import table_sums
from govcheck.sums.sum import Balance, Sum

_SHORT: Final = 2
"""A sum of so many terms is written out with its zeros."""


class SumView(Struct, frozen=True, kw_only=True):
    """A sum in one line, worked out."""

    line: str
    left: str
    right: str
    state: str
    difference: str
    """Of one that does not hold."""


def sums_of(table: Table, document: Document) -> tuple[SumView, ...]:
    """Work out every sum of this table, in the form's order."""
    return tuple(_view(one, table, document) for one in table_sums(table) if one.terms)


def _view(one: Sum, table: Table, document: Document) -> SumView:
    balance = one.balance
    return SumView(
        line=line_name(table.id, one.line, document) or "本行",
        left=_side(one, 1),
        right=_side(one, -1),
        state=balance.value,
        difference=number(abs(one.residual)) if balance is Balance.BROKEN else "",
    )


def _side(asked: Sum, sign: int) -> str:
    """Write a side out (9＋3＝12); of a long sum what is not 0; a blank is a question mark."""
    values = [term.value for term in asked.terms if term.sign == sign]
    shown = [number(value) for value in values if value or len(values) <= _SHORT]
    shown += ["？" for _, _, one in asked.blanks if one == sign]
    total = number(sum(values, Decimal(0)))
    return f"{'＋'.join(shown)}＝{total}" if len(shown) >= _SHORT else total
