"""The identities that the rules ask of a table, worked out line by line."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.kinds.figures.identity import TableIdentity
from govcheck.reports.whereabouts import line_name
from govcheck.reports.wording import number
from govcheck.rulebook.rule import Rule
from govcheck.sums.balance import Line

_SHORT: Final = 2
"""A sum of so many terms is written out with its zeros."""


class Equation(Struct, frozen=True, kw_only=True):
    """An identity in one line, worked out."""

    line: str
    left: str
    right: str
    state: str
    difference: str


def equations_of(
    table: Table, document: Document, rules: Iterable[Rule]
) -> tuple[Equation, ...]:
    """Work out every identity that these rules ask of this table, in their order."""
    return tuple(
        _equation(line, table, document)
        for rule in rules
        for use in rule.checks
        if isinstance(use.check, TableIdentity) and use.check.table == table.id
        for line in use.check.lines_of(table)
        if line.terms
    )


def _equation(line: Line, table: Table, document: Document) -> Equation:
    return Equation(
        line=line_name(table.id, line.id, document) or "本行",
        left=_side(line, 1),
        right=_side(line, -1),
        state=line.balance.value,
        difference=number(abs(line.residual)),
    )


def _side(line: Line, sign: int) -> str:
    """Write a side out (9＋3＝12); of a long sum what is not 0; a blank is a question mark."""
    values = [term.value for term in line.terms if term.sign == sign]
    shown = [number(value) for value in values if value or len(values) <= _SHORT]
    shown += ["？" for _, _, one in line.blanks if one == sign]
    total = number(sum(values, Decimal(0)))
    return f"{'＋'.join(shown)}＝{total}" if len(shown) >= _SHORT else total
