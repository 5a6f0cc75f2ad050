"""The totals that a list of the prose may be of: 建议12件、提案17件，其中主办20件."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from govcheck.document.figure import Figure
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.statements.stated import bounds, this_year

_MOST_TOTALS: Final = 12
_MOST_BRACKETED: Final = 60
_STRONG: Final = late_pattern(r"[；;]")


def totals_before(
    text: str, figures: tuple[Figure, ...], index: int, vocabulary: Vocabulary
) -> tuple[Figure, ...]:
    """Return the amounts of one unit, outside brackets, that stand together before a list.

    The list may be of the last, of any other or of all together; 共办理85件 sums up what
    stands before it, and after 其中主办9件； the next is counted.
    """
    last = figures[index]
    found = [last]
    sums_up = vocabulary.pattern("statements.sums_up")
    for figure in reversed(figures[max(0, index - _MOST_TOTALS) : index]):
        start = bounds(found[-1])[0]
        if (figure.sentence, figure.place.block) != (last.sentence, last.place.block):
            break
        if sums_up.search(text, max(0, start - _MOST_BRACKETED), start):
            break
        among = vocabulary.pattern("statements.among").search(text, bounds(figure)[1], start)
        if among:
            apart = _STRONG.search(text, among.end(), bounds(last)[0])
            after = apart.end() if apart else 0
            found = [one for one in found if bounds(one)[0] >= after]
            break
        if not this_year(figure) or _is_bracketed(text, figure):
            continue
        if figure.unit != last.unit:
            break
        found.append(figure)
    return tuple(reversed(found))


def most_of(totals: tuple[Figure, ...]) -> Decimal:
    """Return what totals come to together; those of the same cases are not added."""
    values = [one.value for one in totals]
    within = any(_is_within(one, totals[-1]) for one in totals[:-1])
    return max(values) if within else sum(values, Decimal(0))


def neighbour_sums(totals: Sequence[Figure]) -> frozenset[Decimal]:
    """Return what any neighbours among a few totals come to."""
    values = [one.value for one in totals]
    runs = (first_sums(values[start:]) for start in range(len(values)))
    return frozenset[Decimal]().union(*runs)


def first_sums(values: Sequence[Decimal]) -> frozenset[Decimal]:
    """Return what the first, the first two, the first three … come to."""
    return frozenset(accumulate(values))


def whole_times(values: Sequence[Decimal], total: Decimal) -> int:
    """Return how often values, one after another, come to a total; 0 where some are left."""
    times, come = 0, Decimal(0)
    for value in values:
        come += value
        if come == total:
            times, come = times + 1, Decimal(0)
    return 0 if come else times


def topic(figure: Figure) -> str:
    """Return the first word of a figure's concept: applications."""
    return (figure.concept or "").partition(".")[0]


def _is_within(first: Figure, last: Figure) -> bool:
    """Whether two totals count the same cases: 收到, 办结, and not 上年结转."""
    carried = any("carried" in (one.concept or "") for one in (first, last))
    return not carried and topic(first) == topic(last) != ""


def _is_bracketed(text: str, figure: Figure) -> bool:
    start = bounds(figure)[0]
    before = text[max(0, start - _MOST_BRACKETED) : start]
    opened = max(before.rfind(mark) for mark in "（(")
    return opened > max(before.rfind(mark) for mark in "）)")
