"""The tables in a picture and their cells, by the lines that rule them."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from govcheck.readers.limits import MOST_CROSSINGS
from govcheck.readers.ocr.ink import faint_lines
from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.scan import Scan
from govcheck.readers.pdf.fields import LatticeCell
from govcheck.readers.pdf.folio import Box, Drawing, Stroke
from govcheck.readers.pdf.lattice import Lattice, RuledLines

_ACROSS: Final = 800
"""The width of a picture in the points that ruling is measured in."""
_STEPS: Final = np.ones((3, 1), np.uint8)
"""Bridges the steps of a line that is not quite level."""
_TOUCH: Final = 4.0
"""Points between the end of a line and the line that it ends on."""
_ROUNDS: Final = 6
"""A stroke that is left out may have been what another ended on."""
_SPANS: Final = 0.92
"""A line that crosses so much of a cell divides it."""
_SLIVER: Final = 7.0
"""Points; no cell is so narrow or so low."""
_INSET: Final = 0.15
"""So much of a cell on each side is not looked at for lines: its own border is there."""


def ruled_tables(scan: Scan) -> list[Lattice]:
    """Return the tables of a picture from top to bottom; those whose lines have holes not."""
    unit = scan.width / _ACROSS
    level = _strokes(scan.level, unit)
    upright = _strokes(np.ascontiguousarray(scan.upright.T), unit)
    if len(level) * len(upright) > MOST_CROSSINGS:
        return []
    for sign in scan.signs:
        left, top, right, bottom = (at / unit for at in sign.box)
        upright = [_carried_on(one, level, Box(top, left, bottom, right)) for one in upright]
        level = [_carried_on(one, upright, Box(left, top, right, bottom)) for one in level]
    rows, columns = _without_stems(level, upright)
    ruling = RuledLines(Drawing(level=tuple(rows), upright=tuple(columns)))
    return [one for one in ruling.lattices() if one.whole and not _has_slivers(one)]


def filled(tables: Sequence[Lattice], scan: Scan) -> float:
    """Return what part tables are of the height of what is printed, from 0 to 1."""
    inked = np.flatnonzero((scan.ink > 0).any(axis=1))
    if not tables or not inked.size:
        return 0.0
    heights = sum(whole_box(one, scan).height for one in tables)
    return min(1.0, heights / float(np.ptp(inked) + 1))


def is_divided(lattice: Lattice, scan: Scan) -> bool:
    """Tell whether lines that were not taken for borders divide some cell of a table."""
    level, upright = faint_lines(scan.ground)
    for field in lattice.fields:
        box = box_of(field, lattice, scan)
        left, top, right, bottom = map(round, box)
        x, y = round(box.width * _INSET) + 3, round(box.height * _INSET) + 3
        inner = slice(top + y, bottom - y), slice(left + x, right - x)
        across = level[inner[0], left:right].any(axis=0)
        rows = level[inner[0], left:right].mean(axis=1) if across.size else across
        columns = upright[top:bottom, inner[1]].mean(axis=0) if box.height else across
        if _greatest(rows) > _SPANS * 255 or _greatest(columns) > _SPANS * 255:
            return True
    return False


def _has_slivers(lattice: Lattice) -> bool:
    """Tell whether a line that is not straight was taken for two."""
    across, down = lattice.across, lattice.down
    return any(
        across[one.column + one.width] - across[one.column] < _SLIVER
        or down[one.row + one.height] - down[one.row] < _SLIVER
        for one in lattice.fields
    )


def box_of(field: LatticeCell, lattice: Lattice, scan: Scan) -> Box:
    """Return where a cell is, in the picture's pixels."""
    unit = scan.width / _ACROSS
    return Box(
        lattice.across[field.column] * unit,
        lattice.down[field.row] * unit,
        lattice.across[field.column + field.width] * unit,
        lattice.down[field.row + field.height] * unit,
    )


def whole_box(lattice: Lattice, scan: Scan) -> Box:
    """Return where a table is, in the picture's pixels."""
    unit = scan.width / _ACROSS
    return Box(*(at * unit for at in lattice.box))


def _greatest(shares: Pixels) -> float:
    return float(shares.max()) if shares.size else 0.0


def _without_stems(
    level: Sequence[Stroke], upright: Sequence[Stroke]
) -> tuple[Sequence[Stroke], Sequence[Stroke]]:
    """Leave out strokes that end between two lines across them, as those of 1 and 正 do."""
    for _ in range(_ROUNDS):
        rows = [line for line in level if _meets(line, upright)]
        columns = [line for line in upright if _meets(line, rows)]
        if (len(rows), len(columns)) == (len(level), len(upright)):
            break
        level, upright = rows, columns
    return level, upright


def _carried_on(line: Stroke, others: Sequence[Stroke], sign: Box) -> Stroke:
    """Let a line that is lost under a sign end on the next line across it there."""
    if not sign.top <= line.at <= sign.bottom:
        return line
    across = [one.at for one in others if one.start - _TOUCH <= line.at <= one.end + _TOUCH]
    starts = [at for at in across if sign.left - _TOUCH <= at <= line.start + _TOUCH]
    ends = [at for at in across if line.end - _TOUCH <= at <= sign.right + _TOUCH]
    start, end = line.start, line.end
    if starts and sign.left <= start <= sign.right:
        start = min(start, max(starts))
    if ends and sign.left <= end <= sign.right:
        end = max(end, min(ends))
    return Stroke(line.at, start, end)


def _meets(line: Stroke, others: Sequence[Stroke]) -> bool:
    """Whether a line ends on a line across it, or where no such line is to come."""
    across = [one.at for one in others if one.start - _TOUCH <= line.at <= one.end + _TOUCH]
    above = [at for at in across if at <= line.start + _TOUCH]
    below = [at for at in across if at >= line.end - _TOUCH]
    starts = not above or line.start - max(above) <= _TOUCH
    ends = not below or min(below) - line.end <= _TOUCH
    return starts and ends and len(across) > 0


def _strokes(lines: Pixels, unit: float) -> list[Stroke]:
    """Return level lines as strokes, in points."""
    count, _, boxes, middles = cv2.connectedComponentsWithStats(cv2.dilate(lines, _STEPS))
    lefts, widths = boxes[:, cv2.CC_STAT_LEFT], boxes[:, cv2.CC_STAT_WIDTH]
    return [
        Stroke(
            float(middles[one][1]) / unit,
            float(lefts[one]) / unit,
            float(lefts[one] + widths[one]) / unit,
        )
        for one in range(1, count)
    ]
