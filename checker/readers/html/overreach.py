"""Undo row spans that reach too far: those of a group that a row was deleted from."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.html.endless import endless_cut
from govcheck.readers.html.grid import CellSpan, Placement, Slot, T, place

_MOST_REPAIRS: Final = 12
_FEWEST_ROWS: Final = 6
"""A smaller table has no usual width."""


def place_even(
    groups: Sequence[Sequence[Sequence[CellSpan[T]]]], is_blank: Callable[[T], bool]
) -> Placement[T]:
    """Place a table's cells; without its rows of nothing, if they alone make it uneven.

    A row of nothing that is put between others takes the place of one of those that a span
    was to cover.  A head that is a group of its own cuts off the spans that reach out of it.
    """
    placed = place(groups)
    if is_even(placed):
        return placed
    placed = _mended(placed, groups)
    if is_even(placed):
        return placed
    if len(groups) > 1:
        joined = place_mended([[row for group in groups for row in group]])
        if is_even(joined):
            return joined
    filled = [
        [row for row in group if not all(is_blank(one.cell) for one in row)] for group in groups
    ]
    if sum(map(len, filled)) < sum(map(len, groups)):
        other = place_mended(filled)
        if is_even(other):
            return other
    return next(filter(_is_full, map(place_mended, endless_cut(groups))), placed)


def is_even(placed: Placement[T]) -> bool:
    """Whether all rows end at the same column."""
    return len(set(_ends(placed))) <= 1


def _is_full(placed: Placement[T]) -> bool:
    """Whether cells cover the whole grid."""
    return sum(one.height * one.width for one in placed.slots) == placed.height * placed.width


def place_mended(groups: Sequence[Sequence[Sequence[CellSpan[T]]]]) -> Placement[T]:
    """Place the rows of a table; spans that reach out of it are cut short."""
    return _mended(place(groups), groups)


def _mended(
    placed: Placement[T], groups: Sequence[Sequence[Sequence[CellSpan[T]]]]
) -> Placement[T]:
    """Let rows that jut out beneath a span from above draw it back.

    Where a row is deleted and the span of its group is left as it was, the span reaches into
    the group that follows and pushes those rows to the right.  The spans are shortened only if
    all rows then end where most of them did; else the cells stand as browsers place them.
    """
    ends = _ends(placed)
    usual, rows = Counter(ends).most_common(1)[0] if len(ends) >= _FEWEST_ROWS else (0, 0)
    if rows * 2 <= len(ends) or max(ends) == usual or placed.height != sum(map(len, groups)):
        return placed
    mended, tried = placed, groups
    for _ in range(_MOST_REPAIRS):
        ends = _ends(mended)
        at = next((row for row, end in enumerate(ends) if end > usual), None)
        if at is None:
            return mended
        reaching = _reaching(mended, at, ends[at] - usual)
        if reaching is None:
            return placed
        tried = _shortened(tried, reaching, at)
        mended = place(tried)
    return placed


def _ends(placed: Placement[T]) -> list[int]:
    """Return for each row the column at which its last cell ends."""
    ends = [0] * placed.height
    for slot in placed.slots:
        end = slot.column + slot.width
        for row in range(slot.row, slot.row + slot.height):
            ends[row] = max(ends[row], end)
    return ends


def _reaching(placed: Placement[T], at: int, excess: int) -> Slot[T] | None:
    """Return the innermost span from above that is as wide as a row juts out."""
    above = [one for one in placed.slots if one.row < at < one.row + one.height]
    fitting = [one for one in above if one.width == excess]
    return max(fitting, key=lambda one: (one.row, one.column), default=None)


def _shortened(
    groups: Sequence[Sequence[Sequence[CellSpan[T]]]], reaching: Slot[T], at: int
) -> list[list[list[CellSpan[T]]]]:
    """Let one cell end above the row ``at``."""
    height = at - reaching.row
    return [
        [
            [replace(one, height=height) if one.cell is reaching.cell else one for one in row]
            for row in group
        ]
        for group in groups
    ]
