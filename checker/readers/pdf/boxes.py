"""Boxes drawn around a text within a cell or a sentence: fields of a form, frames of a style.

The cells of a table share their sides, or stand close to each other with nothing between
them; such a box touches nothing, and between it and the next one runs a border.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Box, Drawing, Glyph, Stroke
from govcheck.readers.pdf.ordered_lines import lines_between

_CORNER: Final = 1.0
"""Points by which a side may go beyond the corner of a box, …"""
_ROUND: Final = 7.0
"""… or end before it: the corner may be rounded."""
_APART: Final = 0.6
"""What lies no further from a side touches it."""
_HALF: Final = 1.8
"""Half of the thickest border: a line amid a box that ends so near a side ends on its edge."""
_BESIDE: Final = 3.6
"""Cells of one table stand no further apart."""
_TRACE: Final = 0.1
"""So little beside a side is the side itself."""
_FEW: Final = 8
"""So many lines that begin in one place are looked through."""
_MOST: Final = 400
"""So many lines beside each other, or boxes on a page, are not looked through."""

_Sides = tuple[Stroke, Stroke]
"""The upper and the lower side, or the left and the right one."""


def without_boxes(drawing: Drawing) -> tuple[Drawing, tuple[Box, ...]]:
    """Return what is drawn on a page without such boxes, and where they were."""
    level, upright = sorted(set(drawing.level)), sorted(set(drawing.upright))
    found = list(_boxes(level, upright))
    if not 0 < len(found) <= _MOST:
        return drawing, ()
    boxes = [_box(*sides) for sides in found]
    gone = [
        sides
        for sides, box in zip(found, boxes, strict=True)
        if not any(_are_cells(box, other, level, upright) for other in boxes)
    ]
    across = {line for rows, _ in gone for line in rows}
    down = {line for _, columns in gone for line in columns}
    rest = replace(
        drawing,
        level=tuple(one for one in drawing.level if one not in across),
        upright=tuple(one for one in drawing.upright if one not in down),
    )
    return rest, tuple(_box(*sides) for sides in gone)


def paddings(boxes: Iterable[Box], glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield blanks for the room that boxes leave before and after the words in them."""
    words = sorted((one for one in glyphs if not one.text.isspace()), key=_height)
    for box in boxes:
        low = bisect_left(words, box.top, key=_height)
        high = bisect_right(words, box.bottom, key=_height)
        within = [one for one in words[low:high] if box.holds(one.middle)]
        if within:
            first = min(within, key=lambda one: one.left)
            last = max(within, key=lambda one: one.right)
            yield first._replace(text=" ", left=min(box.left, first.left), right=first.left)
            yield last._replace(text=" ", left=last.right, right=max(box.right, last.right))


def _height(glyph: Glyph) -> float:
    return glyph.middle[1]


def _boxes(
    level: Sequence[Stroke], upright: Sequence[Stroke]
) -> Iterator[tuple[_Sides, _Sides]]:
    """Yield the sides of rectangles that no other line touches."""
    for top in level:
        lefts = _begun(upright, top.at, top.start - _ROUND, top.start + _CORNER)
        rights = _begun(upright, top.at, top.end - _CORNER, top.end + _ROUND)
        for left, right in product(lefts, rights):
            if left.at >= right.at or abs(left.end - right.end) > _CORNER:
                continue
            for bottom in lines_between(
                level, left.end - _CORNER, left.end + _ROUND, most=_MOST
            ):
                if (
                    abs(bottom.start - top.start) <= _CORNER
                    and abs(bottom.end - top.end) <= _CORNER
                    and _are_alone((top, bottom), (left, right), level)
                    and _are_alone((left, right), (top, bottom), upright)
                ):
                    yield (top, bottom), (left, right)


def _begun(lines: Sequence[Stroke], at: float, first: float, last: float) -> list[Stroke]:
    """Return the first lines between two places that begin at a third, across them."""
    there = lines_between(lines, first, last, most=_MOST)
    return [one for one in there if at - _CORNER <= one.start <= at + _ROUND][:_FEW]


def _box(rows: _Sides, columns: _Sides) -> Box:
    return Box(columns[0].at, rows[0].at, columns[1].at, rows[1].at)


def _turned(box: Box) -> Box:
    """Return a box with its axes exchanged, for which upright lines are level ones."""
    return Box(box.top, box.left, box.bottom, box.right)


def _are_alone(own: _Sides, others: _Sides, lines: Sequence[Stroke]) -> bool:
    """Whether no line beside them comes near a box from outside, or reaches it inside.

    ``others`` are its sides across them.
    """
    first, last = own[0].at, own[1].at
    if any(_goes_on(side, lines) for side in own):
        return False
    within = set(lines_between(lines, first + _APART, last - _APART, most=_MOST))
    start, end = others[0].at, others[1].at
    return not any(
        one.start <= end + _APART
        and one.end >= start - _APART
        and not (one in within and _is_free(one, first, last, start, end))
        for one in lines_between(lines, first - _APART, last + _APART, most=_MOST)
        if one not in own
    )


def _goes_on(side: Stroke, lines: Sequence[Stroke]) -> bool:
    """Whether another line goes on where a side ends: of the next cell of a row."""
    beside = lines_between(lines, side.at - _TRACE, side.at + _TRACE, most=_MOST)
    gaps = ((one.start - side.end, side.start - one.end) for one in beside if one != side)
    return any(-_TRACE <= gap <= _BESIDE for pair in gaps for gap in pair)


def _is_free(line: Stroke, first: float, last: float, start: float, end: float) -> bool:
    """Whether a line within a box touches neither of the sides across it."""
    amid = first + _BESIDE < line.at < last - _BESIDE
    apart = _HALF if amid else _APART
    return line.start > start + apart and line.end < end - apart


def _are_cells(
    one: Box, other: Box, level: Sequence[Stroke], upright: Sequence[Stroke]
) -> bool:
    """Whether two boxes stand close to each other with no line between them."""
    return _are_abreast(one, other, upright) or _are_abreast(
        _turned(one), _turned(other), level
    )


def _are_abreast(one: Box, other: Box, upright: Sequence[Stroke]) -> bool:
    left, right = sorted((one, other))
    gap = right.left - left.right
    top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
    if not 0 < gap <= _BESIDE or top >= bottom:
        return False
    between = lines_between(upright, left.right + _TRACE, right.left - _TRACE, most=_MOST)
    return not any(line.start <= (top + bottom) / 2 <= line.end for line in between)
