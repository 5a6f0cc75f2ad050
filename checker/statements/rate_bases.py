"""The amounts of a paragraph that its rates may be taken of."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from govcheck.document.figure import Figure
from govcheck.statements.rates import Growth, NamedRate
from govcheck.statements.rounding import percent, stands_for
from govcheck.statements.stated import bounds
from govcheck.statements.totals import first_sums, neighbour_sums

_HUNDRED: Final = Decimal(100)
_MOST_BASES: Final = 20


def bases(figures: list[Figure]) -> Iterator[Decimal]:
    """Yield the amounts that a rate of this paragraph may be taken of, then sums of two."""
    alone = _counts(figures)
    yield from alone
    for first, second in combinations(alone, 2):
        yield first + second


def change_bases(figures: list[Figure], rate: Figure) -> Iterator[Decimal]:
    """Yield the amounts that a change may be taken of: sums are of its own sentence alone.

    Of a whole paragraph some two come to nearly anything.  申请87件、信访13件，较上年减少25件
    is of all three.
    """
    beside = [one for one in figures if one.sentence == rate.sentence]
    yield from _counts(figures)
    yield from bases(beside)
    yield from neighbour_sums([one for one in beside if _is_count(one)][:_MOST_BASES])


def given(named: NamedRate, figures: list[Figure]) -> bool:
    """Whether some count is to some other as the rate says; cases may be taken together.

    So may parts of one unit that the name speaks of: 予以公开19件、部分公开3件，公开率59.5%.
    What stands behind it may be the rest: 受理1902件，按时办结率99.84%（3件延期）.
    """
    if named.rate.value > _HUNDRED or named.rate.value == 0:
        return True
    for part in named.parts:
        alike = [one.value for one in figures if one.unit == part.unit and one.value > 0]
        for base in bases(figures) if part.concept else alike:
            come = _parts(named, part)
            behind = bounds(part) > bounds(named.rate) and base > part.value
            taken = {*come, base - part.value} if behind else come
            rates = (percent(one, base) for one in taken)
            if any(stands_for(exact, named.rate) for exact in rates):
                return True
    return False


def grows(growth: Growth, base: Decimal) -> bool:
    """Whether an amount has grown from a base, or fallen, by what is said."""
    change = percent(growth.amount.value - base, base) if base else Decimal(0)
    exact = -change if growth.falling else change
    return stands_for(exact, growth.rate)


def _parts(named: NamedRate, first: Figure) -> frozenset[Decimal]:
    """Return what a part comes to, alone or with those that follow it."""
    at = named.parts.index(first)
    return first_sums([one.value for one in named.parts[at:] if one.unit == first.unit])


def _counts(figures: list[Figure]) -> list[Decimal]:
    counts = [one.value for one in figures if _is_count(one) and one.value > 0]
    return list(dict.fromkeys(counts))[:_MOST_BASES]


def _is_count(figure: Figure) -> bool:
    return figure.unit not in {"%", "％"}
