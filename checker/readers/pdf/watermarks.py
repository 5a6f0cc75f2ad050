"""Words in a light tone over a page's text: watermarks."""

from collections.abc import Callable, Iterable, Iterator
from statistics import median
from typing import Final

from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.glyphs import Color, Mark
from govcheck.readers.pdf.neighbours import squares_of, under

FAINT: Final = 100.0
"""Ink on white paper from this brightness on (0 to 255) may be that of a watermark."""
_PALE: Final = 130.0
_LARGER: Final = 2.0
"""Pale characters so many times as large as the page's own are a watermark."""
_BODY: Final = 0.7
"""So much of its size a character stands above its line."""


def shade(color: Color) -> float:
    """Return how bright a colour is on white paper, 0 to 255."""
    red, green, blue, opacity = color
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return 255 - (255 - bright) * opacity / 255


def without_watermark(marks: list[Mark], on_dark: Callable[[Glyph], bool]) -> list[Mark]:
    """Leave out what is printed in a light tone over the text, or in larger characters."""
    faint = [mark for mark in marks if shade(mark[1].color) >= FAINT and not on_dark(mark[0])]
    if not faint:
        return marks
    light = {id(mark) for mark in faint}
    text = [mark for mark in marks if id(mark) not in light]
    usual = median(glyph.size for glyph, _ in text) if text else 0.0
    if not usual:
        return marks
    colors = set(_overlaid(faint, text))
    return [
        mark
        for mark in marks
        if id(mark) not in light or not (mark[1].color in colors or _is_large(mark, usual))
    ]


def _is_large(mark: Mark, usual: float) -> bool:
    glyph, ink = mark
    return shade(ink.color) >= _PALE and glyph.size >= _LARGER * usual


def _overlaid(faint: Iterable[Mark], text: Iterable[Mark]) -> Iterator[tuple[int, ...]]:
    """Yield the colours of faint characters that lie over others."""
    squares = squares_of(glyph for glyph, _ in text)
    found: set[tuple[int, ...]] = set()
    for glyph, ink in faint:
        if ink.color not in found and any(_meet(glyph, one) for one in under(squares, glyph)):
            found.add(ink.color)
            yield ink.color


def _meet(one: Glyph, other: Glyph) -> bool:
    """Whether the bodies of two characters lie over each other by more than a trace."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.base, other.base) - max(
        one.base - _BODY * one.size, other.base - _BODY * other.size
    )
    return across > 1.0 and down > 1.0
