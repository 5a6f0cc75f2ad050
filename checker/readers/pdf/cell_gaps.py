"""What lies between cells that stand apart, and which of them make one table."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import inf
from typing import Final, NamedTuple

from govcheck.readers.pdf.folio import Box, Drawing, Glyph
from govcheck.readers.pdf.ordered_lines import lines_between
from govcheck.readers.pdf.outlines import Outline

_NEAR: Final = 0.5
"""Borders so near each other are one."""
_FAR: Final = 36.0
"""Cells of one table stand no further apart."""
UNEVEN: Final = 1.0
"""By so much the gaps of one table may differ; between two tables there are two of them."""
_MOST: Final = 400
"""So many lines beside each other are not looked through."""
_TRACE: Final = 0.1
"""So little beside a side is the side itself."""


class Gap(NamedTuple):
    """What lies between two neighbours."""

    one: int
    other: int
    wide: float
    abreast: bool


class Room:
    """What is drawn and written on a page, to be looked up by its place."""

    def __init__(self, drawing: Drawing, glyphs: Iterable[Glyph]) -> None:
        self._level, self._upright = sorted(drawing.level), sorted(drawing.upright)
        self._words = sorted(
            (y, x) for x, y in (one.middle for one in glyphs if not one.text.isspace())
        )

    def is_free(self, gap: Box, *, abreast: bool) -> bool:
        """Whether nothing stands in the room between two neighbours."""
        if any(gap.left < x < gap.right for x in self._across(gap)):
            return False
        lines, first, last, start, end = (
            (self._upright, gap.left, gap.right, gap.top, gap.bottom)
            if abreast
            else (self._level, gap.top, gap.bottom, gap.left, gap.right)
        )
        between = lines_between(lines, first + _TRACE, last - _TRACE, most=_MOST)
        return not any(line.start < end and start < line.end for line in between)

    def is_bare_beside(self, box: Box) -> bool:
        """Whether no word stands beside a box."""
        return all(box.left < x < box.right for x in self._across(box))

    def has_words(self, box: Box) -> bool:
        """Whether a word stands in a box."""
        return any(box.left < x < box.right for x in self._across(box))

    def _across(self, box: Box) -> Iterator[float]:
        low = bisect_left(self._words, (box.top,))
        high = bisect_right(self._words, (box.bottom,))
        return (x for _, x in self._words[low:high])


def _gaps(cells: Sequence[Outline], page: Room) -> Iterator[Gap]:
    """Yield the gaps between neighbours."""
    for one, other in combinations(
        sorted(range(len(cells)), key=lambda n: cells[n].box.top), 2
    ):
        for abreast in (True, False):
            gap = _gap(cells[one].box, cells[other].box, abreast=abreast)
            wide = (gap.width if abreast else gap.height) if gap else 0.0
            far = _FAR if abreast or cells[one].top else inf
            if gap and _NEAR < wide <= far and page.is_free(gap, abreast=abreast):
                yield Gap(one, other, wide, abreast)


def _gap(one: Box, other: Box, *, abreast: bool) -> Box | None:
    """Return the room between two boxes that stand beside or above each other."""
    if abreast:
        top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
        left, right = min(one.right, other.right), max(one.left, other.left)
    else:
        left, right = max(one.left, other.left), min(one.right, other.right)
        top, bottom = min(one.bottom, other.bottom), max(one.top, other.top)
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def gaps_by_table(cells: Sequence[Outline], page: Room) -> Iterator[list[Gap]]:
    """Yield the gaps of each table: between two tables lies more than between their cells."""
    for gaps in _together(list(_gaps(cells, page))):
        least = {
            abreast: min((gap.wide for gap in gaps if gap.abreast == abreast), default=0.0)
            for abreast in (True, False)
        }
        yield from _together(
            [
                gap
                for gap in gaps
                if gap.wide <= least[gap.abreast] + UNEVEN
                or not (gap.abreast or cells[gap.one].top)
            ]
        )


def _together(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """Return the gaps of cells that are neighbours, directly or by others."""
    group: dict[int, int] = {}
    for gap in gaps:
        one, other = (group.setdefault(index, index) for index in gap[:2])
        if one != other:
            group = {index: one if own == other else own for index, own in group.items()}
    names = dict.fromkeys(group.values())
    return [[gap for gap in gaps if group[gap.one] == name] for name in names]
