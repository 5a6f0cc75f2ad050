"""Lines that belong to a text: they strike it out, run under or over it, and rule no table."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Drawing, Glyph, Stroke
from govcheck.readers.pdf.ordered_lines import lines_between

_THROUGH: Final = (0.18, 0.45)
"""So far above its base, by its size, a character is struck out …"""
_UNDER: Final = (-0.3, 0.1)
"""… so far it is underlined …"""
_OVER: Final = (0.7, 1.1)
"""… and so far it has a line above it."""
_COVERED: Final = 0.7
"""A text covers so much of its own line …"""
_SPARE: Final = 0.25
"""… but for so much of its size: of some fonts only the outlines are known."""
_FLUSH: Final = 0.4
"""Points between the end of a text and that of its line; a cell leaves more free."""
_MEETS: Final = 1.6
"""Points between the end of a border and the line that it meets, …"""
_TOUCHES: Final = 0.8
"""… which is nearer where a text fills its cell."""
_MOST: Final = 60
"""So many lines at one character are no text's."""


def without_text_lines(
    glyphs: Sequence[Glyph], drawing: Drawing
) -> tuple[tuple[Glyph, ...], Drawing]:
    """Return the characters that are not struck out, and the drawing without their lines.

    Where texts of a page have lines, one at the same height is a text's as well, though it
    fills its cell, if no other line goes on at its ends.
    """
    strokes = sorted(set(drawing.level))
    near = [list(_near(glyph, strokes)) for glyph in glyphs]
    texts: dict[int, list[Glyph]] = defaultdict(list)
    beside: set[int] = set()
    for glyph, lines in zip(glyphs, near, strict=True):
        for index, through in lines:
            texts[index].append(glyph)
            beside |= set() if through else {index}
    borders = _Borders(strokes, drawing.upright)
    own = {
        index
        for index, text in texts.items()
        if _is_own(strokes[index], text, borders, beside=index in beside)
    }
    heights = {_height_at(strokes[index], texts[index]) for index in own}
    own |= {
        index
        for index, text in texts.items()
        if _height_at(strokes[index], text) in heights
        and _is_flush(strokes[index], text)
        and borders.ends(strokes[index])
    }
    lines_of_text = {strokes[index] for index in own}
    rest = tuple(one for one in drawing.level if one not in lines_of_text)
    kept = tuple(
        glyph
        for glyph, lines in zip(glyphs, near, strict=True)
        if not any(through and index in own for index, through in lines)
    )
    return kept, replace(drawing, level=rest)


def _near(glyph: Glyph, strokes: Sequence[Stroke]) -> Iterator[tuple[int, bool]]:
    """Yield the lines that may be a character's own, and whether they would strike it out."""
    if glyph.text.isspace():
        return
    first = bisect_left(strokes, (glyph.base - _OVER[1] * glyph.size,))
    last = bisect_right(strokes, (glyph.base - _UNDER[0] * glyph.size,))
    if last - first > _MOST:
        return
    middle = (glyph.left + glyph.right) / 2
    for index in range(first, last):
        stroke = strokes[index]
        height = (glyph.base - stroke.at) / glyph.size
        through, under, over = (
            low <= height <= high for low, high in (_THROUGH, _UNDER, _OVER)
        )
        if stroke.start <= middle <= stroke.end and (through or under or over):
            yield index, through


def _is_own(
    stroke: Stroke, text: Sequence[Glyph], borders: "_Borders", *, beside: bool
) -> bool:
    """Whether a line goes as far as the text at it, or is at least no border.

    One under or over a text that fills its cell is the cell's border, as far as it shows.
    """
    width = sum(glyph.right - glyph.left for glyph in text) + _SPARE * text[0].size
    if width < _COVERED * (stroke.end - stroke.start):
        return False
    if _is_flush(stroke, text):
        return not (beside and borders.closes(stroke))
    return not borders.holds(stroke)


def _is_flush(stroke: Stroke, text: Sequence[Glyph]) -> bool:
    left, right = min(one.left for one in text), max(one.right for one in text)
    return abs(stroke.start - left) <= _FLUSH and abs(stroke.end - right) <= _FLUSH


def _height_at(stroke: Stroke, text: Sequence[Glyph]) -> float:
    """Return how far above the base of a text its line is, in tenths of its size."""
    return round((text[0].base - stroke.at) / text[0].size, 1)


class _Borders:
    """Tells the borders of cells."""

    def __init__(self, strokes: Sequence[Stroke], upright: Sequence[Stroke]) -> None:
        self._upright = sorted(upright)
        self._whole = _whole_lines(strokes, _MEETS)
        self._joined = _whole_lines(strokes, _FLUSH)

    def holds(self, stroke: Stroke) -> bool:
        """Whether a line, whole, meets others at both of its ends, as the border of a cell."""
        whole = self._whole[stroke]
        return all(self._meet(whole, end, _MEETS) for end in (whole.start, whole.end))

    def ends(self, stroke: Stroke) -> bool:
        """Whether a line goes on at neither end: of a row of cells there would be more."""
        return self._joined[stroke] == stroke

    def closes(self, stroke: Stroke) -> bool:
        """Whether a line touches others at both of its ends."""
        return all(self._meet(stroke, end, _TOUCHES) for end in (stroke.start, stroke.end))

    def _meet(self, stroke: Stroke, end: float, reach: float) -> bool:
        beside = lines_between(self._upright, end - reach, end + reach, most=_MOST + 1)
        return len(beside) > _MOST or any(
            one.start - reach <= stroke.at <= one.end + reach for one in beside
        )


def _whole_lines(strokes: Sequence[Stroke], reach: float) -> dict[Stroke, Stroke]:
    """Return of each line what it makes with those that go on at its ends, or within reach.

    A browser draws the border of a cell in as many pieces as cells lie below it.
    """
    whole: dict[Stroke, Stroke] = {}
    run: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (_height(one), one.start)):
        if run and not (
            _height(run[0]) == _height(stroke) and stroke.start - run[0].end <= reach
        ):
            whole |= dict.fromkeys(run[1:], run[0])
            run = []
        run = run or [stroke]
        run[0] = run[0]._replace(end=max(run[0].end, stroke.end))
        run.append(stroke)
    return whole | dict.fromkeys(run[1:], run[0]) if run else whole


def _height(stroke: Stroke) -> int:
    """Return how far down a line lies, in half points."""
    return round(2 * stroke.at)
