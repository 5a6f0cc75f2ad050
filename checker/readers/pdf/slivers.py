"""Lines that part nothing: so near another one that no text has room between the two.

What underlines a text in a tight cell, stands above or beside it, or doubles a border is one.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from statistics import median
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Drawing, Glyph, Stroke
from govcheck.readers.pdf.lattice import whole_lines
from govcheck.readers.pdf.ordered_lines import lines_between

_LOW: Final = 3.5
"""Points between two lines, of which the one may border a cell; …"""
_NARROW: Final = 0.9
"""… else, by the usual size of a page's characters."""
_OVER: Final = 1.0
"""So much further than the other one a line may go."""
_TOUCHES: Final = 0.8
"""Points between the end of a border and the line that it ends on."""
_MOST: Final = 60
"""So many lines in one place are not looked through."""

_Point = tuple[float, float]
"""Across the lines, and along them."""


def without_slivers(glyphs: Sequence[Glyph], drawing: Drawing) -> Drawing:
    """Return what is drawn on a page without such lines, all others in one piece."""
    words = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not words:
        return drawing
    narrow = _NARROW * median(glyph.size for glyph in words)
    places = [glyph.middle for glyph in words]
    level, upright = sorted(whole_lines(drawing.level)), sorted(whole_lines(drawing.upright))
    low = min(_LOW, narrow)
    down = [low if _is_held(one, upright) else narrow for one in level]
    aside = [low if _is_held(one, level) else narrow for one in upright]
    return replace(
        drawing,
        level=_parting(level, down, [(y, x) for x, y in places]),
        upright=_parting(upright, aside, places),
    )


def _is_held(line: Stroke, across: Sequence[Stroke]) -> bool:
    """Whether a line touches others at both of its ends."""
    return all(
        any(
            one.start - _TOUCHES <= line.at <= one.end + _TOUCHES
            for one in _near(across, end, _TOUCHES)
        )
        for end in (line.start, line.end)
    )


def _near(lines: Sequence[Stroke], at: float, reach: float) -> Sequence[Stroke]:
    return lines_between(lines, at - reach, at + reach, most=_MOST)


def _parting(
    lines: Sequence[Stroke], reaches: Sequence[float], words: Sequence[_Point]
) -> tuple[Stroke, ...]:
    """Return the lines that part something, the longest of those near each other."""
    words = sorted(words)
    kept: list[Stroke] = []
    longest = sorted(
        zip(lines, reaches, strict=True), key=lambda one: one[0].start - one[0].end
    )
    for line, reach in longest:
        if not any(_covers(other, line, words) for other in _near(kept, line.at, reach)):
            insort(kept, line)
    return tuple(kept)


def _covers(other: Stroke, line: Stroke, words: Sequence[_Point]) -> bool:
    """Whether a line goes as far as this one with no word between them."""
    if other.start > line.start + _OVER or other.end < line.end - _OVER:
        return False
    low, high = sorted((other.at, line.at))
    between = words[bisect_left(words, (low,)) : bisect_right(words, (high,))]
    return not any(line.start <= along <= line.end for _, along in between)
