"""By how much a sheet lies askew, and how to lay it straight."""

from typing import Final

import cv2
import numpy as np

from govcheck.readers.ocr.ink import dark, long_lines
from govcheck.readers.ocr.picture import Pixels

_MOST: Final = 5.0
"""Degrees by which a sheet may lie askew."""
_LEAST: Final = 0.05
_SHARE: Final = 5
"""A line as long as such a part of the picture shows its skew."""
_MOST_LINES: Final = 60
_INK: Final = np.ones((15, 15), np.uint8)
"""Wider than lines and strokes are: it closes over them."""
_STEPS: Final = np.ones((3, 3), np.uint8)


def straightened(picture: Pixels, grey: Pixels) -> tuple[Pixels, Pixels]:
    """Return a picture turned so that its lines are level, and True where it has ended.

    ``grey`` is the same in grey.  Its paper goes on into the corners: where it is in shade,
    white ones would have edges.
    """
    unseen = np.zeros(grey.shape, bool)
    skew = _skew(long_lines(dark(grey), halved=True)[0])
    if abs(skew) < _LEAST:
        return picture, unseen
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1)
    size = width, height
    paper = cv2.morphologyEx(picture, cv2.MORPH_CLOSE, _INK)
    whole = cv2.warpAffine(paper, turn, size, borderMode=cv2.BORDER_REPLICATE)
    ended = cv2.warpAffine(unseen.astype(np.uint8), turn, size, borderValue=(1,))
    turned = cv2.warpAffine(
        picture, turn, size, whole, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_TRANSPARENT
    )
    return turned, ended > 0


def fitted_lines(lines: Pixels, least: int) -> list[tuple[float, float, float]]:
    """Return slope, y at the left edge, and length of the lines that are at least so long.

    ``lines`` has level lines; their steps, where they are not quite level, are bridged.
    """
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(cv2.dilate(lines, _STEPS))
    wide = [one for one in range(1, count) if boxes[one][cv2.CC_STAT_WIDTH] >= least]
    wide.sort(key=lambda one: -boxes[one][cv2.CC_STAT_WIDTH])
    found = []
    for one in wide[:_MOST_LINES]:
        left, top, width, height, _ = boxes[one]
        inside = labels[top : top + height, left : left + width] == one
        columns = np.flatnonzero(inside.any(axis=0))
        middles = np.array([np.flatnonzero(inside[:, x]).mean() for x in columns[::8]])
        slope, start = np.polyfit(columns[::8].astype(float), middles, 1)
        found.append((float(slope), float(top + start - slope * left), float(width)))
    return found


def _skew(level: Pixels) -> float:
    """Return by how many degrees the long lines of a picture fall to the right."""
    found = fitted_lines(level, level.shape[1] // _SHARE)
    degrees = np.degrees(np.arctan([slope for slope, _, _ in found]))
    near = degrees[np.abs(degrees) < _MOST]
    return float(np.median(near)) if near.size else 0.0
