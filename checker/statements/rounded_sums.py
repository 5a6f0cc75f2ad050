"""Whether rounded figures can add up: each is known to half a unit of its last digit."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from govcheck.document.figure import Figure

_ONE: Final = Decimal(1)
_TWO: Final = Decimal(2)


def half_unit(figure: Figure) -> Decimal:
    """Return by how much an amount may be off in single units: 500 for 1.4万, 0 for 1400."""
    return Decimal(0) if figure.step == _ONE else figure.step / _TWO


def half_units(figures: Iterable[Figure]) -> Decimal:
    """Return by how much the sum of amounts may be off, each rounded by itself."""
    return sum(map(half_unit, figures), Decimal(0))


def sums_to(parts: Iterable[Figure], total: Decimal, allowance: Decimal) -> bool:
    """Whether parts come to a total that may itself be off by an allowance."""
    listed = tuple(parts)
    come = sum((part.value for part in listed), Decimal(0))
    return abs(come - total) <= half_units(listed) + allowance
