"""Rows of a table in plain text that go on in the next lines, for want of width."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

SIDES: Final = ("|", "｜", "│", "┃", "║")
"""Signs that stand between the cells of a row, and around it."""
_MOST_LINES: Final = 4
"""A row breaks into no more lines than this."""


class WrittenLine(Struct, frozen=True, kw_only=True):
    """A line of a text, or several that are one row."""

    text: str
    """As written; line breaks stand where the row is torn."""
    numbers: tuple[int, ...]
    """Of its lines."""


def rows_mended(lines: Sequence[WrittenLine]) -> Iterator[WrittenLine]:
    """Yield lines, those that are torn rows as one each.

    One with a sign before it and none behind it goes on in the next lines, up to the sign.
    """
    bare = [line.text.strip() for line in lines]
    at = 0
    while at < len(lines):
        length = _length(bare, at)
        run = lines[at : at + length]
        yield WrittenLine(
            text="\n".join(line.text for line in run),
            numbers=tuple(number for line in run for number in line.numbers),
        )
        at += length


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
