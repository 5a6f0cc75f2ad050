"""Row spans that say no number of rows: 0, or more rows than the table has."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec.structs import replace

from govcheck.readers.html.grid import CellSpan, T

_MOST_PLACED: Final = 20_000
"""So many cells may be placed in the attempt to mend one table."""

_Group = Sequence[Sequence[CellSpan[T]]]


def endless_cut(groups: Sequence[_Group[T]]) -> Iterator[Sequence[_Group[T]]]:
    """Yield a table's rows with such spans cut short, in the ways that may be meant.

    Browsers let 0 reach to the end of the group; it is also written for a single row.
    """
    if any(one.height == 0 for group in groups for row in group for one in row):
        yield [[[_lower(one) for one in row] for row in group] for group in groups]
    cells = sum(len(row) for group in groups for row in group)
    cut = (
        _with_height(groups, one, height)
        for group in groups
        for row, rows in zip(group, range(len(group), 0, -1), strict=True)
        for one in row
        if one.height > rows or one.height == 0
        for height in range(1, rows)
    )
    yield from islice(cut, _MOST_PLACED // max(1, cells))


def _lower(one: CellSpan[T]) -> CellSpan[T]:
    return replace(one, height=one.height or 1)


def _with_height(
    groups: Sequence[_Group[T]], cell: CellSpan[T], height: int
) -> list[list[list[CellSpan[T]]]]:
    return [
        [[replace(one, height=height) if one is cell else one for one in row] for row in group]
        for group in groups
    ]
