"""A figure of this year's report that follows from last year's: 35＋3－1＝37."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from govcheck.document.naming import plain
from govcheck.document.table import Table
from govcheck.sums.line_sums import decided_sums
from govcheck.sums.sum import Balance

Cell = tuple[str, str]
"""Row and column."""


class Relation(Struct, frozen=True, kw_only=True):
    """In a line, ``stated`` of this year is last year's figures and this year's changes."""

    along: Literal["columns", "rows"]
    stated: str
    last_year: tuple[str, ...]
    added: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    at_most: bool = False
    """It is no more than they come to."""

    def cell(self, line: str, term: str) -> Cell:
        """Return the row and the column of a term in a line."""
        return (term, line) if self.along == "columns" else (line, term)

    def mine(self, line: str) -> tuple[Cell, ...]:
        """Return the cells of this year's report, the stated one first."""
        return tuple(self.cell(line, one) for one in (self.stated, *self.added, *self.taken))

    def its(self, line: str) -> tuple[Cell, ...]:
        """Return the cells of last year's report."""
        return tuple(self.cell(line, one) for one in self.last_year)


class Held(Struct, frozen=True, kw_only=True):
    """A line in which all the figures stand, and what they come to."""

    line: str
    stated: Decimal
    due: Decimal
    """What it must be, or at most be."""
    worked_out: str
    """As a clerk would check it; a figure alone is given as it is."""
    holds: bool
    sound_before: bool
    """None of last year's figures stands in a sum of its table that does not come out."""
    sound_now: bool
    """None of this year's does."""


def held(
    relation: Relation, lines: Iterable[str], earlier: Table, later: Table
) -> Iterator[Held]:
    """Yield the lines whose figures all stand in both tables."""
    doubted = (_doubted(earlier), _doubted(later))
    for line in lines:
        past = _values(earlier, relation, line, relation.last_year)
        added = _values(later, relation, line, relation.added)
        taken = _values(later, relation, line, relation.taken)
        stated = later.value(*relation.cell(line, relation.stated))
        if past is None or added is None or taken is None or stated is None:
            continue
        signed = [*past, *added, *(one.copy_negate() for one in taken)]
        due = sum(signed, Decimal())
        yield Held(
            line=line,
            stated=stated,
            due=due,
            worked_out=_worked_out(signed),
            holds=stated <= due if relation.at_most else stated == due,
            sound_before=doubted[0].isdisjoint(relation.its(line)),
            sound_now=doubted[1].isdisjoint(relation.mine(line)),
        )


def _doubted(table: Table) -> frozenset[Cell]:
    return frozenset(
        (term.row, term.column)
        for one in decided_sums(table)
        if one.balance is Balance.BROKEN
        for term in one.terms
    )


def _values(
    table: Table, relation: Relation, line: str, terms: Iterable[str]
) -> list[Decimal] | None:
    """Return the figures of these terms, or None where one of them cannot be relied on."""
    found = [table.value(*relation.cell(line, term)) for term in terms]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else None


def _worked_out(signed: Sequence[Decimal]) -> str:
    if len(signed) == 1:
        return plain(signed[0])
    terms = (f"{'－' if one.is_signed() else '＋'}{plain(abs(one))}" for one in signed)
    return f"{''.join(terms).removeprefix('＋')}＝{plain(sum(signed, Decimal()))}"
