"""The amounts of a paragraph that its rates may be taken of."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from govcheck.document.figure import Figure
from govcheck.statements.rates import Growth, NamedRate
from govcheck.statements.rounding import percent, rounds_to, truncates_to

_HUNDRED: Final = Decimal(100)
_MOST_BASES: Final = 20


def bases(figures: list[Figure]) -> Iterator[Decimal]:
    """Yield the amounts that a rate of this paragraph may be taken of, then sums of two."""
    counts = [one.value for one in figures if one.unit not in {"%", "％"} and one.value > 0]
    alone = list(dict.fromkeys(counts))[:_MOST_BASES]
    yield from alone
    for first, second in combinations(alone, 2):
        yield first + second


def given(named: NamedRate, figures: list[Figure]) -> bool:
    """Whether some count is to some other as the rate says; cases may be taken together."""
    if named.rate.value > _HUNDRED or named.rate.value == 0:
        return True
    for part in named.parts:
        alike = [one.value for one in figures if one.unit == part.unit and one.value > 0]
        for base in bases(figures) if part.concept else alike:
            exact = percent(part.value, base)
            if rounds_to(exact, named.rate) or truncates_to(exact, named.rate):
                return True
    return False


def grows(growth: Growth, base: Decimal) -> bool:
    """Whether an amount has grown from a base, or fallen, by what is said."""
    change = percent(growth.amount.value - base, base) if base else Decimal(0)
    exact = -change if growth.falling else change
    return rounds_to(exact, growth.rate) or truncates_to(exact, growth.rate)
