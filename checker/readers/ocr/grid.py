"""The tables in a picture and their cells, by the lines that rule them."""

from typing import Final

import cv2
import numpy as np

from govcheck.readers.limits import MOST_CROSSINGS
from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.scan import Scan
from govcheck.readers.pdf.folio import Box, Stroke
from govcheck.readers.pdf.lattice import Lattice, LatticeCell, Ruling

_ACROSS: Final = 800
"""The width of a picture in the points that ruling is measured in."""
_STEPS: Final = np.ones((3, 1), np.uint8)
"""Bridges the steps of a line that is not quite level."""


def ruled_tables(scan: Scan) -> list[Lattice]:
    """Return the tables of a picture from top to bottom; those whose lines have holes not."""
    unit = scan.width / _ACROSS
    level = _strokes(scan.level, unit)
    upright = _strokes(np.ascontiguousarray(scan.upright.T), unit)
    ruling = Ruling(level, upright)
    if ruling.crossings > MOST_CROSSINGS:
        return []
    return [one for one in ruling.lattices() if one.whole]


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
