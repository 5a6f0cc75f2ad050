"""Changes whose base stands beside them: 213件，较上年的184件增加29件, 由42%升至61%."""

from collections.abc import Iterator

from msgspec import Struct

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.rate_bases import change_bases
from govcheck.statements.stated import bounds


class StatedChange(Struct, frozen=True, kw_only=True):
    """An amount, what it was the year before, and by how much it has changed."""

    amount: Figure
    base: Figure
    more: Figure
    falling: bool


def stated_changes(
    text: str, figures: list[Figure], vocabulary: Vocabulary
) -> Iterator[StatedChange]:
    """Yield the changes of a paragraph of which all three numbers are exact and of one unit."""
    words = vocabulary.pattern
    than, more = words("statements.than_last"), words("statements.more")
    changed, was = words("statements.changed"), words("statements.last_was")
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        if not _are_alike(first, second, third):
            continue
        gap, next_gap = _between(text, first, second), _between(text, second, third)
        if more.fullmatch(gap) and was.fullmatch(next_gap) and _is_last(third):
            said, base, change = gap, third, second
        elif changed.fullmatch(next_gap) and (
            than.fullmatch(gap) or (was.fullmatch(gap) and _is_last(second))
        ):
            said, base, change = next_gap, second, third
        else:
            continue
        falling = words("statements.lessened").search(said) is not None
        yield StatedChange(amount=first, base=base, more=change, falling=falling)


def stated_points(
    text: str, figures: list[Figure], vocabulary: Vocabulary
) -> Iterator[StatedChange]:
    """Yield the changes of a rate from one to another: 由42%提高到61%，提高19个百分点."""
    words = vocabulary.pattern
    start, to_now = words("statements.from_last"), words("statements.to_now")
    so, points = words("statements.changed_so"), words("statements.points")
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        rates = first.relation is second.relation is Relation.RATE
        if not (rates and points.fullmatch(third.unit)) or _is_rough(first, second, third):
            continue
        said = _between(text, second, third)
        grown = to_now.fullmatch(_between(text, first, second)) and so.fullmatch(said)
        if grown and start.search(text, max(0, bounds(first)[0] - 12), bounds(first)[0]):
            falling = words("statements.lessened").search(said) is not None
            yield StatedChange(amount=second, base=first, more=third, falling=falling)


def comes_to_it(change: StatedChange, figures: list[Figure]) -> bool:
    """Whether some amount, or amounts of its sentence together, differ from the base so.

    Rates may each have been rounded.
    """
    sign = -1 if change.falling else 1
    if change.amount.relation is Relation.RATE:
        off = change.amount.value - change.base.value - sign * change.more.value
        return (
            abs(off) <= sum(one.step for one in (change.amount, change.base, change.more)) / 2
        )
    due = change.base.value + sign * change.more.value
    others = [one for one in figures if one is not change.base and one is not change.more]
    return due in change_bases(others, change.more)


def _are_alike(*three: Figure) -> bool:
    exact = all(one.step == 1 for one in three) and not _is_rough(*three)
    units = {(one.unit, one.sentence) for one in three}
    return exact and len(units) == 1


def _is_rough(*three: Figure) -> bool:
    return any(one.approximate or one.upper is not None for one in three)


def _between(text: str, first: Figure, second: Figure) -> str:
    return text[bounds(first)[1] : bounds(second)[0]]


def _is_last(figure: Figure) -> bool:
    return figure.period is Period.LAST_YEAR
