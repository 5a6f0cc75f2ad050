"""The cells of one table that stand apart, as they would be if they shared their borders."""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Final

from govcheck.readers.pdf.cell_gaps import UNEVEN, Gap, Room
from govcheck.readers.pdf.folio import Box, Stroke
from govcheck.readers.pdf.outlines import Outline

_FEWEST: Final = 4
"""So many cells in rows and columns make a table, whatever stands beside them."""
_NEARLY: Final = 0.99
"""So much of a table its cells fill."""


class SpacedCells:
    """Cells that stand apart from each other, all by as much."""

    def __init__(self, cells: Sequence[Outline], gaps: Sequence[Gap]) -> None:
        self.cells = [cells[index] for index in sorted({n for gap in gaps for n in gap[:2]})]
        """As they are drawn."""
        self.across = min((gap.wide for gap in gaps if gap.abreast), default=0.0)
        self._down = min((gap.wide for gap in gaps if not gap.abreast), default=0.0)

    @property
    def box(self) -> Box:
        """Return where they stand."""
        return _around([cell.box for cell in self.cells])

    def is_sound(self, page: Room) -> bool:
        """Whether they are no framed words: in rows and columns, or nothing stands beside."""
        in_rows = len(self.cells) >= _FEWEST and self._down > 0
        return self.across > 0 and (in_rows or page.is_bare_beside(self.box))

    def mended(self, page: Room) -> "SpacedCells":
        """Return them with what goes on from the page before as high as its row.

        A browser lets it end earlier; what is above all else and says nothing is left out.
        """
        cells = [
            cell
            for cell in map(self._reaching_down, self.cells)
            if cell.top or cell.box.bottom > self._first or page.has_words(cell.box)
        ]
        going_on = [cell.box for cell in cells if not cell.top]
        mended = copy(self)
        mended.cells = [self._reaching_up(cell, going_on) for cell in cells]
        return mended

    @property
    def _first(self) -> float:
        """Return where the first cells begin that this page begins."""
        return min((cell.top.at for cell in self.cells if cell.top), default=0.0)

    def _reaching_down(self, cell: Outline) -> Outline:
        """Return a cell; one that goes on from the page before reaches down to the next one."""
        left, _, right, bottom = cell.box
        below = [
            one.top.at - self._down
            for one in self.cells
            if one.top and one.top.at > bottom and one.left.at < right and one.right.at > left
        ]
        if cell.top or not (cell.bottom or below):
            return cell
        ends = [one.bottom.at for one in self.cells if one.bottom]
        by = max(0.0, min(below, default=max(ends, default=bottom)) - bottom)
        return Outline(
            left=_moved(cell.left, 0, 0, by),
            right=_moved(cell.right, 0, 0, by),
            bottom=_moved(cell.bottom or Stroke(bottom, left, right), by, 0, 0),
        )

    def _reaching_up(self, cell: Outline, going_on: Sequence[Box]) -> Outline:
        """Return a cell; the first row begins where all begins that goes on before it."""
        if not going_on:
            return cell
        start = min(box.top for box in going_on)
        is_torn = min(box.bottom for box in going_on) <= self._first
        if cell.top and (is_torn or cell.top.at > self._first + UNEVEN):
            return cell
        by = cell.box.top - start
        return Outline(
            left=_moved(cell.left, 0, by, 0),
            right=_moved(cell.right, 0, by, 0),
            top=cell.top and _moved(cell.top, -by, 0, 0),
            bottom=cell.bottom,
        )

    @property
    def is_whole(self) -> bool:
        """Whether they fill their table, but for what the ends of the page cut off."""
        if not self.cells:
            return True
        ends = [cell.bottom.at for cell in self.cells if cell.bottom]
        last = max(ends, default=0.0)
        cut = [cell.box.bottom for cell in self.cells if not cell.bottom]
        is_cut = any(not cell.bottom and cell.box.top >= last for cell in self.cells)
        bottom = max(cut) if is_cut else last
        boxes = [cell.box for cell in self.grown()]
        left, top, right, _ = _around(boxes)
        held = sum(box.width * max(0.0, min(bottom, box.bottom) - box.top) for box in boxes)
        return held >= _NEARLY * (right - left) * (bottom - top)

    def grown(self) -> Iterator[Outline]:
        """Yield them as they would share their borders; those around all of them stay."""
        whole = self.box
        aside, above = self.across / 2, self._down / 2
        for cell in self.cells:
            left, top, right, bottom = (
                0.0 if abs(side - end) <= UNEVEN else by
                for side, end, by in zip(
                    cell.box, whole, (aside, above, aside, above), strict=True
                )
            )
            yield Outline(
                left=_moved(cell.left, -left, top, bottom),
                right=_moved(cell.right, right, top, bottom),
                top=cell.top and _moved(cell.top, -top, left, right),
                bottom=cell.bottom and _moved(cell.bottom, bottom, left, right),
            )


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def _moved(line: Stroke, by: float, start: float, end: float) -> Stroke:
    return Stroke(line.at + by, line.start - start, line.end + end)
