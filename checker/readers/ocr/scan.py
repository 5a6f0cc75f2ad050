"""A picture made ready for reading: grey, upright, of a size that the readers are made for."""

from typing import Final

import cv2
import numpy as np
from msgspec import Struct

from govcheck.readers.limits import MOST_READ
from govcheck.readers.ocr.picture import Pixels

_NARROW: Final = 1200
"""A picture with fewer pixels across is doubled."""
_WIDE: Final = 2400
"""One with more is reduced to so many."""
_MOST_SKEW: Final = 5.0
"""Degrees by which a sheet may lie askew."""
_LEAST_SKEW: Final = 0.05
_BLOCK: Final = 41
"""Pixels around a point whose brightness is the paper's."""
_DARKER: Final = 15
"""By how much ink is darker than the paper around it."""
_FINEST: Final = np.pi / 1440
"""Steps in which the skew is measured: an eighth of a degree."""
_WHITE: Final = 255


class Scan(Struct, frozen=True, kw_only=True):
    """A picture upright, its lines told from its characters."""

    grey: Pixels
    characters: Pixels
    """255 where there is ink that is no line."""
    level: Pixels
    """255 where a level line is."""
    upright: Pixels

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.grey.shape[1])


def scan(picture: Pixels) -> Scan:
    """Make a picture in grey ready."""
    grey = _straightened(_resized(picture))
    ink = _ink(grey)
    level, upright = _lines(ink)
    drawn = cv2.dilate(cv2.bitwise_or(level, upright), np.ones((3, 3), np.uint8))
    return Scan(
        grey=grey,
        characters=cv2.bitwise_and(ink, cv2.bitwise_not(drawn)),
        level=level,
        upright=upright,
    )


def _resized(grey: Pixels) -> Pixels:
    width = grey.shape[1]
    if width < _NARROW and grey.size * 4 <= MOST_READ:
        return cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    if width > _WIDE:
        share = _WIDE / width
        return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    return grey


def _straightened(grey: Pixels) -> Pixels:
    skew = _skew(_lines(_ink(grey), halved=True)[0])
    if abs(skew) < _LEAST_SKEW:
        return grey
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1)
    return cv2.warpAffine(
        grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(_WHITE,)
    )


def _skew(level: Pixels) -> float:
    """Return by how many degrees the long lines of a picture fall to the right."""
    least = level.shape[1] // 4
    found = cv2.HoughLinesP(level, 1, _FINEST, 200, minLineLength=least, maxLineGap=8)
    if found is None:
        return 0.0
    left, top, right, bottom = found.reshape(-1, 4).T
    degrees = np.degrees(np.arctan2(bottom - top, right - left))
    near = degrees[np.abs(degrees) < _MOST_SKEW]
    return float(np.median(near)) if near.size else 0.0


def _ink(grey: Pixels) -> Pixels:
    return cv2.adaptiveThreshold(
        grey, _WHITE, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _BLOCK, _DARKER
    )


def _lines(ink: Pixels, *, halved: bool = False) -> tuple[Pixels, Pixels]:
    """Return the level and the upright lines: runs of ink longer than any stroke of a pen."""
    length = max(25, ink.shape[1] // (80 if halved else 40))
    across, down = np.ones((1, length), np.uint8), np.ones((length, 1), np.uint8)
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, across)
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, down)
    return level, upright
