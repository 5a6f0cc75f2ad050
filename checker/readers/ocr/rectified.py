"""A sheet that was photographed aslant, with its edges made parallel again."""

from collections.abc import Sequence
from math import dist
from typing import Final

import cv2
import numpy as np

from govcheck.readers.ocr.ink import dark, long_lines
from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.skew import fitted_lines

_LONG: Final = 0.5
"""The outer lines of a table are so long a part of the longest."""
_LEAST: Final = 0.002
"""Slopes that differ by less are parallel."""
_MARGIN: Final = 20
_WHITE: Final = (255, 255, 255)

_Line = tuple[float, float]
"""Slope and start."""


def rectified(picture: Pixels, unseen: Pixels, grey: Pixels) -> tuple[Pixels, Pixels] | None:
    """Return a picture whose outermost lines are parallel; None if they are, or not found.

    With it goes what is True where it has ended, as in ``unseen`` before.
    """
    level, upright = long_lines(dark(grey), halved=True)
    rows = _outermost(fitted_lines(level, level.shape[1] // 4))
    columns = _outermost(fitted_lines(np.ascontiguousarray(upright.T), level.shape[1] // 8))
    if rows is None or columns is None:
        return None
    slopes = [line[0] for line in (*rows, *columns)]
    if max(map(abs, slopes)) < _LEAST:
        return None
    corners = [_crossing(rows[at], columns[to]) for at, to in ((0, 0), (0, 1), (1, 1), (1, 0))]
    width = max(dist(corners[0], corners[1]), dist(corners[3], corners[2]))
    height = max(dist(corners[0], corners[3]), dist(corners[1], corners[2]))
    right, below = _MARGIN + width, _MARGIN + height
    aims = [(_MARGIN, _MARGIN), (right, _MARGIN), (right, below), (_MARGIN, below)]
    size = (round(right + _MARGIN), round(below + _MARGIN))
    if size[0] * size[1] > 2 * grey.size:
        return None
    turn = cv2.getPerspectiveTransform(_points(corners), _points(aims))
    ended = cv2.warpPerspective(unseen.astype(np.uint8), turn, size, borderValue=(1,))
    seen = cv2.warpPerspective(picture, turn, size, flags=cv2.INTER_CUBIC, borderValue=_WHITE)
    return seen, ended > 0


def _points(corners: Sequence[tuple[float, float]]) -> Pixels:
    return np.array(corners, np.float32)


def _outermost(lines: Sequence[tuple[float, float, float]]) -> tuple[_Line, _Line] | None:
    longest = max((length for _, _, length in lines), default=0.0)
    long = [(slope, start) for slope, start, length in lines if length >= _LONG * longest]
    if len(long) < 2:  # noqa: PLR2004 - an upper and a lower one
        return None
    long.sort(key=lambda line: line[1])
    return long[0], long[-1]


def _crossing(row: _Line, column: _Line) -> tuple[float, float]:
    """Return where y = slope * x + start meets x = slope * y + start."""
    x = (column[0] * row[1] + column[1]) / (1 - column[0] * row[0])
    return x, row[0] * x + row[1]
