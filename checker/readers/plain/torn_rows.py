"""Rows of a table in plain text that go on in the next lines, for want of width."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from math import inf
from typing import Final

from msgspec import Struct

SIDES: Final = ("|", "｜", "│", "┃", "║")
"""Signs that stand between the cells of a row, and around it."""
_MOST_LINES: Final = 8
"""A row breaks into no more lines than this."""
_SEVERAL: Final = 3
_SPARE: Final = 2
"""Lines that are broken are as long as the longest, but for blanks and half a character."""


class WrittenLine(Struct, frozen=True, kw_only=True):
    """A line of a text, or several that are one row."""

    text: str
    """As written; line breaks stand where the row is torn."""
    numbers: tuple[int, ...]
    """Of its lines."""


def rows_mended(lines: Sequence[WrittenLine]) -> Iterator[WrittenLine]:
    """Yield lines, those that are torn rows as one each.

    One with a sign before it and none behind it goes on in the next lines, up to the sign.
    Where lines are broken after so many characters, the break may stand beside a sign: then a
    row goes on as well in what begins with one, or behind one.
    """
    bare = [line.text.strip() for line in lines]
    broken = _are_broken(bare)
    runs = _runs(bare, _broken_length if broken else _length)
    for _, table in groupby(runs, lambda run: _signs(bare, run) > 0):
        own = list(table)
        most = inf if broken else _most_signs(bare, own)
        for run in own:
            if run.stop - run.start > 1 and _signs(bare, run) > most:
                yield from lines[run]
                continue
            yield WrittenLine(
                text=("" if broken else "\n").join(line.text for line in lines[run]),
                numbers=tuple(number for line in lines[run] for number in line.numbers),
            )


def _runs(bare: Sequence[str], length: Callable[[Sequence[str], int], int]) -> Iterator[slice]:
    """Yield which lines make a row each."""
    at = 0
    while at < len(bare):
        end = at + length(bare, at)
        yield slice(at, end)
        at = end


def _signs(bare: Sequence[str], run: slice) -> int:
    """Return how many signs part or surround the cells of a row."""
    return sum(line.count(side) for line in bare[run] for side in SIDES)


def _most_signs(bare: Sequence[str], rows: Sequence[slice]) -> float:
    """Return how many signs a table's rows, else its lines, have if two have as many.

    Where no sign stands around the rows, one that begins with an empty cell looks like one
    that goes on, up to the next that ends with one: all of them have more.
    """
    lines = [slice(at, at + 1) for row in rows for at in range(row.start, row.stop)]
    counts = (Counter(_signs(bare, one) for one in several) for several in (rows, lines))
    again = ([count for count, times in own.items() if times > 1] for own in counts)
    return max(next(filter(None, again), [inf]))


def _are_broken(bare: Sequence[str]) -> bool:
    """Whether rows with signs all around are broken after so many characters or columns."""
    rows = [line for line in bare if _is_row(line)]
    opened = [line for line in rows if line.startswith(SIDES) and not line.endswith(SIDES)]
    ended = any(line.endswith(SIDES) and not line.startswith(SIDES) for line in rows)
    return (
        ended
        and len(opened) >= _SEVERAL
        and any(max(map(wide, rows)) - min(map(wide, opened)) <= _SPARE for wide in _WIDTHS)
    )


def _columns(line: str) -> int:
    """Return how wide a line is on a screen, where a Chinese character takes two columns."""
    return sum(1 if sign.isascii() else 2 for sign in line)


_WIDTHS: Final = (len, _columns)


def _broken_length(bare: Sequence[str], at: int) -> int:
    """Return of how many lines the row is made that begins in a line, if rows are broken."""
    if not bare[at].startswith(SIDES):
        return 1
    length = 1
    for above, text in pairwise(bare[at : at + _MOST_LINES]):
        closed = above.endswith(SIDES)
        if not text or (closed and (text.startswith(SIDES) or not _is_row(text))):
            break
        length += 1
    return length if bare[at + length - 1].endswith(SIDES) else 1


def _is_row(text: str) -> bool:
    return any(side in text for side in SIDES)


def _length(bare: Sequence[str], at: int) -> int:
    """Return of how many lines the row is made that begins in a line."""
    if not bare[at].startswith(SIDES) or bare[at].endswith(SIDES):
        return 1
    for length, text in enumerate(bare[at + 1 : at + _MOST_LINES], start=2):
        if not text or text.startswith(SIDES):
            return 1
        if text.endswith(SIDES):
            return length
    return 1
