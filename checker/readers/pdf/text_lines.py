"""Lines that belong to a text: they strike it out or underline it, and rule no table."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Drawing, Glyph, Stroke

_THROUGH: Final = (0.18, 0.45)
"""So far above its base, by its size, a character is struck out …"""
_UNDER: Final = (-0.2, 0.1)
"""… and so far it is underlined."""
_COVERED: Final = 0.7
"""A text covers so much of its own line."""
_FLUSH: Final = 0.4
"""Points between the end of a text and that of its line; a cell leaves more free."""
_MEETS: Final = 1.6
"""Points between the end of a border and the line that it meets."""
_MOST: Final = 60
"""So many lines at one character are no text's."""


def without_text_lines(
    glyphs: Sequence[Glyph], drawing: Drawing
) -> tuple[tuple[Glyph, ...], Drawing]:
    """Return the characters that are not struck out, and the drawing without their lines."""
    strokes = sorted(set(drawing.level))
    near = [list(_near(glyph, strokes)) for glyph in glyphs]
    texts: dict[int, list[Glyph]] = defaultdict(list)
    under: set[int] = set()
    for glyph, lines in zip(glyphs, near, strict=True):
        for index, through in lines:
            texts[index].append(glyph)
            under |= set() if through else {index}
    upright, whole = sorted(drawing.upright), _whole_lines(strokes)
    own = {
        index
        for index, text in texts.items()
        if _is_own(
            strokes[index],
            text,
            under=index in under,
            border=_is_border(whole[strokes[index]], upright),
        )
    }
    if not own:
        return tuple(glyphs), drawing
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
    first = bisect_left(strokes, (glyph.base - _THROUGH[1] * glyph.size,))
    last = bisect_right(strokes, (glyph.base - _UNDER[0] * glyph.size,))
    if last - first > _MOST:
        return
    middle = (glyph.left + glyph.right) / 2
    for index in range(first, last):
        stroke = strokes[index]
        height = (glyph.base - stroke.at) / glyph.size
        through = _THROUGH[0] <= height <= _THROUGH[1]
        if stroke.start <= middle <= stroke.end and (
            through or _UNDER[0] <= height <= _UNDER[1]
        ):
            yield index, through


def _is_own(stroke: Stroke, text: Sequence[Glyph], *, under: bool, border: bool) -> bool:
    """Whether a line goes as far as the text at it, or is at least no border.

    One under a text that fills its cell is the cell's border.
    """
    width = sum(glyph.right - glyph.left for glyph in text)
    if width < _COVERED * (stroke.end - stroke.start):
        return False
    left, right = min(one.left for one in text), max(one.right for one in text)
    flush = abs(stroke.start - left) <= _FLUSH and abs(stroke.end - right) <= _FLUSH
    return (flush and not under) or not border


def _whole_lines(strokes: Sequence[Stroke]) -> dict[Stroke, Stroke]:
    """Return of each line what it makes with those that go on at its ends.

    A browser draws the border of a cell in as many pieces as cells lie below it.
    """
    whole: dict[Stroke, Stroke] = {}
    run: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (_height(one), one.start)):
        if run and not (
            _height(run[0]) == _height(stroke) and stroke.start - run[0].end <= _MEETS
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


def _is_border(stroke: Stroke, upright: Sequence[Stroke]) -> bool:
    """Whether a line meets others at both of its ends, as the border of a cell does."""
    return all(_meets(stroke, end, upright) for end in (stroke.start, stroke.end))


def _meets(stroke: Stroke, end: float, upright: Sequence[Stroke]) -> bool:
    first = bisect_left(upright, (end - _MEETS,))
    last = bisect_right(upright, (end + _MEETS,))
    beside = upright[first : min(last, first + _MOST)]
    crowded = last - first > _MOST
    return crowded or any(one.start - _MEETS <= stroke.at <= one.end + _MEETS for one in beside)
