"""Ink on paper, and the lines among it: dark ones, or such as stand out from both sides."""

from typing import Final

import cv2
import numpy as np

from govcheck.readers.ocr.picture import Pixels

_BLOCK: Final = 41
"""Pixels around a point whose brightness is the paper's."""
_DARKER: Final = 15
"""By how much ink is darker than the paper around it."""
_THICKEST: Final = 13
"""Pixels: what is thicker is no line."""
_FAINTEST: Final = 7
"""By how much the palest line differs from what is on both sides of it."""
_GRAINS: Final = 5.0
"""Times the noise of a picture that a pale line must stand out."""
_DASH: Final = 11
"""Pixels between the dashes of a line."""
_BARE: Final = 6
"""Pixels beside a line of dashes where there is no ink."""
_HOLE: Final = 110
"""Such a part of a picture's width is less than any cell's: a line goes on behind the hole."""
_STEP: Final = 160
"""By how much (Sobel's, four times the shade) an area differs from the next."""
_WHITE: Final = 255


def dark(grey: Pixels) -> Pixels:
    """Return 255 where a picture is darker than around."""
    return cv2.adaptiveThreshold(
        grey, _WHITE, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _BLOCK, _DARKER
    )


def long_lines(ink: Pixels, *, halved: bool = False) -> tuple[Pixels, Pixels]:
    """Return the level and the upright lines: runs of ink longer than any stroke of a pen."""
    length = _length(ink, halved=halved)
    across, down = np.ones((1, length), np.uint8), np.ones((length, 1), np.uint8)
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, across)
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, down)
    return level, upright


def mended_lines(grey: Pixels) -> tuple[Pixels, Pixels]:
    """Return dark lines as ``long_lines`` does, without the holes of a bad copy."""
    level, upright = long_lines(dark(grey))
    hole = int(grey.shape[1]) // _HOLE
    return _closed(level, (1, hole)), _closed(upright, (hole, 1))


def faint_lines(grey: Pixels) -> tuple[Pixels, Pixels]:
    """Return the level and upright lines, pale ones too, that stand out from both sides."""
    level, upright = _hats(grey)
    return _opened(level, (1, _length(grey))), _opened(upright, (_length(grey), 1))


def dashed_lines(grey: Pixels) -> tuple[Pixels, Pixels]:
    """Return lines as ``faint_lines`` does, those with gaps too; both sides must be bare."""
    level, upright = _hats(grey)
    ink, length = dark(grey), 2 * _length(grey)
    level = np.where(_beside(ink, axis=0), np.uint8(0), level)
    upright = np.where(_beside(ink, axis=1), np.uint8(0), upright)
    level, upright = _closed(level, (1, _DASH)), _closed(upright, (_DASH, 1))
    return _opened(level, (1, length)), _opened(upright, (length, 1))


def edges(grey: Pixels) -> tuple[Pixels, Pixels]:
    """Return lines as ``faint_lines`` does, and where areas of another shade begin."""
    level, upright = faint_lines(grey)
    length = 2 * _length(grey)
    return (
        cv2.bitwise_or(level, _opened(_fronts(grey, 0, 1), (1, length))),
        cv2.bitwise_or(upright, _opened(_fronts(grey, 1, 0), (length, 1))),
    )


def _fronts(grey: Pixels, across: int, down: int) -> Pixels:
    steps = np.abs(cv2.Sobel(grey, cv2.CV_16S, across, down, ksize=3))
    return np.where(steps > _STEP, np.uint8(_WHITE), np.uint8(0))


def _hats(grey: Pixels) -> tuple[Pixels, Pixels]:
    least = max(_FAINTEST, _GRAINS * _noise(grey))
    level = _standing_out(grey, (_THICKEST, 1), least)
    return level, _standing_out(grey, (1, _THICKEST), least)


def _opened(lines: Pixels, size: tuple[int, int]) -> Pixels:
    return cv2.morphologyEx(lines, cv2.MORPH_OPEN, np.ones(size, np.uint8))


def _closed(lines: Pixels, size: tuple[int, int]) -> Pixels:
    return cv2.morphologyEx(lines, cv2.MORPH_CLOSE, np.ones(size, np.uint8))


def _beside(ink: Pixels, *, axis: int) -> Pixels:
    """Return where there is ink a little to either side."""
    return (np.roll(ink, _BARE, axis) > 0) | (np.roll(ink, -_BARE, axis) > 0)


def _length(pixels: Pixels, *, halved: bool = False) -> int:
    return max(25, int(pixels.shape[1]) // (80 if halved else 40))


def _standing_out(grey: Pixels, size: tuple[int, int], least: float) -> Pixels:
    across = np.ones(size, np.uint8)
    darker = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, across)
    lighter = cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, across)
    return np.where(cv2.max(darker, lighter) > least, np.uint8(_WHITE), np.uint8(0))


def _noise(grey: Pixels) -> float:
    """Return how much neighbouring pixels of plain paper differ, as a standard deviation."""
    part = grey[::3, ::3].astype(np.int16)
    steps = np.abs(np.diff(part, axis=1))
    return float(np.median(steps)) * 1.05
