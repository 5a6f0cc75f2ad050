"""Outlines of rectangles whose corners no other line touches; a page's end may cut them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from govcheck.readers.pdf.folio import Box, Stroke

_CORNER: Final = 2.5
"""Points between the ends of two lines that make a corner."""
_TRACE: Final = 0.3
"""Lines that end so near each other touch."""
_STEP: Final = 3.0
"""Ends are looked up by squares of this size, which is more than the reach of a corner."""

_Spot = tuple[int, int]
_End = tuple[float, float, Stroke]
"""Where a line ends, and the line."""


class Outline(Struct, frozen=True, kw_only=True):
    """A rectangle's sides; of one that goes on over the page's end some are not there."""

    left: Stroke
    right: Stroke
    top: Stroke | None = None
    bottom: Stroke | None = None

    @property
    def box(self) -> Box:
        """Return where it is."""
        start = self.top.at if self.top else min(self.left.start, self.right.start)
        end = self.bottom.at if self.bottom else max(self.left.end, self.right.end)
        return Box(self.left.at, start, self.right.at, end)

    @property
    def level(self) -> list[Stroke]:
        """Return its upper and its lower side, if it has them."""
        return [one for one in (self.top, self.bottom) if one]


def outlines(level: Iterable[Stroke], upright: Iterable[Stroke]) -> list[Outline]:
    """Return the rectangles among the lines of a page."""
    across = _Ends((x, one.at, one) for one in level for x in (one.start, one.end))
    down = _Ends((one.at, y, one) for one in upright for y in (one.start, one.end))
    sides: dict[tuple[Stroke, Stroke], dict[bool, Stroke]] = defaultdict(dict)
    for one in level:
        left, right = _corner(one, one.start, across, down), _corner(one, one.end, across, down)
        if left and right and left.at < right.at and _are_abreast(left, right):
            sides[left, right][_is_above(one, left)] = one
    found = [
        Outline(left=pair[0], right=pair[1], top=ends.get(True), bottom=ends.get(False))
        for pair, ends in sides.items()
    ]
    rest = sorted(set(upright) - {side for pair in sides for side in pair})
    return [*found, *_through(rest, [one.box for one in found])]


def _through(rest: Sequence[Stroke], boxes: Iterable[Box]) -> Iterator[Outline]:
    """Yield those of which a page shows neither end: its other lines, two and two.

    The outermost ones may go around all of the page.
    """
    if not rest or len(rest) % 2 or not all(_are_abreast(rest[0], one) for one in rest):
        return
    first, last = rest[0], rest[-1]
    if all(first.at < box.left and box.right < last.at for box in boxes):
        yield Outline(left=first, right=last)
        rest = rest[1:-1]
    for left, right in zip(rest[::2], rest[1::2], strict=True):
        yield Outline(left=left, right=right)


class _Ends:
    """Ends of lines, looked up by their place."""

    def __init__(self, ends: Iterable[_End]) -> None:
        self._held: dict[_Spot, list[_End]] = defaultdict(list)
        for end in ends:
            self._held[_spot(*end[:2])].append(end)

    def at(self, x: float, y: float) -> list[Stroke]:
        """Return the lines that end at a place."""
        column, row = _spot(x, y)
        return [
            line
            for spot in ((column + i, row + k) for i in (-1, 0, 1) for k in (-1, 0, 1))
            for left, top, line in self._held.get(spot, ())
            if abs(left - x) <= _CORNER and abs(top - y) <= _CORNER
        ]


def _spot(x: float, y: float) -> _Spot:
    return int(x // _STEP), int(y // _STEP)


def _corner(one: Stroke, x: float, across: _Ends, down: _Ends) -> Stroke | None:
    """Return the only line that makes a corner with an end of a level one."""
    met = [line for line in down.at(x, one.at) if _touch(one, line)]
    if len(met) != 1:
        return None
    return (
        met[0]
        if all(line == one or not _touch(line, met[0]) for line in across.at(x, one.at))
        else None
    )


def _touch(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - _TRACE <= upright.at <= level.end + _TRACE
        and upright.start - _TRACE <= level.at <= upright.end + _TRACE
    )


def _are_abreast(left: Stroke, right: Stroke) -> bool:
    return abs(left.start - right.start) <= _CORNER and abs(left.end - right.end) <= _CORNER


def _is_above(one: Stroke, side: Stroke) -> bool:
    return abs(one.at - side.start) < abs(one.at - side.end)
