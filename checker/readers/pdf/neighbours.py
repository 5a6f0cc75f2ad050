"""Characters that stand near each other, found by the squares of a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from govcheck.readers.pdf.folio import Glyph

_SIDE: Final = 10.0
"""Of a square, in points."""
_FAR: Final = 30
"""A character is no larger, in squares."""
MOST: Final = 40
"""More characters in one square cannot be read."""

Place = tuple[int, int]


def place(glyph: Glyph) -> Place:
    """Return the square that a character stands in."""
    x, _ = glyph.middle
    return int(x // _SIDE), int(glyph.base // _SIDE)


def squares_of(glyphs: Iterable[Glyph]) -> dict[Place, list[Glyph]]:
    """Return characters by their squares."""
    squares: dict[Place, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        squares[place(glyph)].append(glyph)
    return squares


def around(squares: dict[Place, list[Glyph]], glyph: Glyph) -> Iterator[Glyph]:
    """Yield the characters in a character's square and in those about it."""
    x, y = place(glyph)
    for across in (x - 1, x, x + 1):
        for down in (y - 1, y, y + 1):
            yield from squares.get((across, down), ())[:MOST]


def under(squares: dict[Place, list[Glyph]], glyph: Glyph) -> Iterator[Glyph]:
    """Yield the characters near a character, however large it is."""
    left, right = int(glyph.left // _SIDE), int(glyph.right // _SIDE)
    top, bottom = int((glyph.base - glyph.size) // _SIDE), int(glyph.base // _SIDE)
    for across in range(left - 1, min(right, left + _FAR) + 2):
        for down in range(top, min(bottom, top + _FAR) + 2):
            yield from squares.get((across, down), ())[:MOST]
