"""Changes whose base stands beside them: 213件，较上年的184件增加29件, 由42%升至61%."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.rate_bases import change_bases
from govcheck.statements.stated import bounds

_FROM: Final = 12
"""Characters before a rate in which the word stands that it has come from: 由."""


class StatedChange(Struct, frozen=True, kw_only=True):
    """An amount or a rate, what it was the year before, and by how much it has changed."""

    amount: Figure
    base: Figure
    more: Figure
    falling: bool


_Three = tuple[Figure, Figure, Figure]


def stated_changes(
    text: str, figures: Sequence[Figure], vocabulary: Vocabulary
) -> Iterator[StatedChange]:
    """Yield the changes that a paragraph states in full: first of amounts, then of rates."""
    for told in (_of_amount, _of_rate):
        for three in zip(figures, figures[1:], figures[2:], strict=False):
            if change := told(text, three, vocabulary):
                yield change


def _of_amount(text: str, three: _Three, vocabulary: Vocabulary) -> StatedChange | None:
    """Read three exact numbers of one unit: 213件，较上年的184件增加29件."""
    if not _are_alike(*three):
        return None
    first, second, third = three
    gap, next_gap = _between(text, first, second), _between(text, second, third)
    words = vocabulary.pattern
    than, more = words("statements.than_last"), words("statements.more")
    changed, was = words("statements.changed"), words("statements.last_was")
    if more.fullmatch(gap) and was.fullmatch(next_gap) and _is_last(third):
        return _change(first, third, second, gap, vocabulary)
    since = than.fullmatch(gap) or (was.fullmatch(gap) and _is_last(second))
    if since and changed.fullmatch(next_gap):
        return _change(first, second, third, next_gap, vocabulary)
    return None


def _of_rate(text: str, three: _Three, vocabulary: Vocabulary) -> StatedChange | None:
    """Read a rate that went from one to another: 由42%提高到61%，提高19个百分点."""
    first, second, third = three
    words = vocabulary.pattern
    rates = first.relation is second.relation is Relation.RATE
    if not (rates and words("statements.points").fullmatch(third.unit)) or _is_rough(*three):
        return None
    start, said = bounds(first)[0], _between(text, second, third)
    grown = (
        words("statements.from_last").search(text, max(0, start - _FROM), start)
        and words("statements.to_now").fullmatch(_between(text, first, second))
        and words("statements.changed_so").fullmatch(said)
    )
    return _change(second, first, third, said, vocabulary) if grown else None


def _change(
    amount: Figure, base: Figure, more: Figure, said: str, vocabulary: Vocabulary
) -> StatedChange:
    falling = vocabulary.pattern("statements.lessened").search(said) is not None
    return StatedChange(amount=amount, base=base, more=more, falling=falling)


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
