"""When a percentage, as it is written, can stand for a quotient."""

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Final

from govcheck.document.figure import Figure, Leaning

_HALF: Final = Decimal("0.55")
"""Half a unit of the last digit, and a little: a figure may have been rounded twice."""
_HUNDRED: Final = Decimal(100)
_WIDE: Final = Context(prec=100)
"""Room for what hostile figures come to: 999999999999999亿万元 by 0.000001."""


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return what percentage one amount is of another."""
    return part * _HUNDRED / whole


def rounded(exact: Decimal, step: Decimal) -> Decimal:
    """Return a quotient to the last digit of a step, however large it is."""
    return exact.quantize(step, context=_WIDE)


def rounds_to(exact: Decimal, rate: Figure) -> bool:
    """Whether the quotient, rounded, is the rate as written; 约 and 超 are believed more."""
    if rate.leaning is Leaning.ABOVE:
        return exact >= rate.value
    if rate.approximate:
        return abs(exact - rate.value) <= max(rate.step, Decimal(1))
    return abs(exact - rate.value) <= rate.step * _HALF


def truncates_to(exact: Decimal, rate: Figure) -> bool:
    """Whether the quotient, cut off, is the rate as written."""
    return 0 <= exact - rate.value < rate.step


def stands_for(exact: Decimal, rate: Figure) -> bool:
    """Whether the rate as written is the quotient, rounded or cut off."""
    return rounds_to(exact, rate) or truncates_to(exact, rate)


def misfits(exact: Sequence[Decimal], rates: Sequence[Figure]) -> list[int]:
    """Return which rates of one list no usual way of rounding yields.

    A list may round every share, cut every share off, or give the last units to the largest
    remainders, so that the shares come to 100.
    """
    pairs = list(zip(exact, rates, strict=True))
    cut_off = [truncates_to(share, rate) for share, rate in pairs]
    rounded = [rounds_to(share, rate) for share, rate in pairs]
    if all(cut_off) or all(rounded) or _largest_remainders(pairs):
        return []
    wrong = [i for i in range(len(pairs)) if not cut_off[i] and not rounded[i]]
    return wrong or [i for i, right in enumerate(rounded) if not right]


def _raised(share: Decimal, rate: Figure) -> bool:
    return rate.value > share


def _largest_remainders(pairs: Sequence[tuple[Decimal, Figure]]) -> bool:
    """Whether the shares come to 100 and the largest remainders alone were raised."""
    if sum((rate.value for _, rate in pairs), Decimal(0)) != _HUNDRED:
        return False
    if any(abs(share - rate.value) >= rate.step for share, rate in pairs):
        return False
    remainders = [
        (_WIDE.remainder(share, rate.step), _raised(share, rate)) for share, rate in pairs
    ]
    raised = [remainder for remainder, up in remainders if up]
    lowered = [remainder for remainder, up in remainders if not up and remainder]
    return not raised or not lowered or min(raised) >= max(lowered)
