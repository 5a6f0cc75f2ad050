"""A picture made ready for reading: grey, upright, of a size that the readers are made for."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from msgspec import Struct

from govcheck.readers.limits import MOST_READ
from govcheck.readers.ocr.ink import (
    dark,
    dashed_lines,
    edges,
    faint_lines,
    long_lines,
    mended_lines,
)
from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.rectified import rectified
from govcheck.readers.ocr.skew import straightened
from govcheck.readers.ocr.stamps import stamps

_NARROW: Final = 1200
"""A picture with fewer pixels across is doubled."""
_WIDE: Final = 2400
"""One with more is reduced to so many."""
_NIGHT: Final = 110
"""A picture of which half is darker has light characters on dark ground."""
_TINT: Final = 70
"""By how much the strongest colour of a seal exceeds the weakest."""
_COLOURED: Final = 0.001
"""So much of a picture in colour may be a seal."""
_BRIGHT: Final = 170
"""A colour that is brighter has nothing black under it."""
_WHITE: Final = 255

Lines = tuple[Pixels, Pixels]


class Scan(Struct, frozen=True, kw_only=True):
    """A picture upright, its lines told from its characters."""

    grey: Pixels
    ink: Pixels
    """255 where there is ink."""
    characters: Pixels
    """255 where there is ink that is no line, nor as long a stroke as one."""
    level: Pixels
    """255 where a level line is."""
    upright: Pixels
    ground: Pixels
    """The picture in grey as its lines were looked for."""
    stamped: Pixels
    """True where a seal or another coloured sign lies over the table."""
    unseen: Pixels
    """True where the picture, turned or made parallel, has ended."""

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.grey.shape[1])


def scans(picture: Pixels) -> Iterator[Scan]:
    """Yield ways of looking at a picture in colours, the plainest first.

    Its dark lines, then those that are pale or lighter than their ground, at last the dark
    ones with their holes closed, those of dashes and the edges of shades; before these, the
    first two with its sides made parallel.
    Where a picture has colours, a seal's are left out before lines are looked for.
    """
    sized = _resized(picture)
    whole, unseen = straightened(sized, _grey(sized))
    yield from _plain_looks(whole, unseen)
    parallel = rectified(whole, unseen, _grey(whole))
    if parallel is not None:
        yield from _plain_looks(*parallel)
    grey, stamped = _grey(whole), stamps(_tints(whole))
    for lines in (mended_lines, dashed_lines, edges):
        yield _scan(grey, grey, stamped, unseen, lines(grey))


def _plain_looks(picture: Pixels, unseen: Pixels) -> Iterator[Scan]:
    grey, tinted = _grey(picture), _tints(picture)
    stamped = stamps(tinted)
    grounds = [grey]
    if tinted.mean() > _COLOURED:
        grounds.insert(0, _bleached(picture, tinted))
    for ground in grounds:
        yield _scan(grey, ground, stamped, unseen, long_lines(dark(ground)))
        yield _scan(grey, ground, stamped, unseen, faint_lines(ground))


def _tints(picture: Pixels) -> Pixels:
    return np.ptp(picture, axis=2) > _TINT


def _bleached(picture: Pixels, tinted: Pixels) -> Pixels:
    """Return a picture in grey without its bright colours; what is black under them stays."""
    brightest = picture.max(axis=2)
    under = np.where(brightest > _BRIGHT, np.uint8(_WHITE), brightest // 2)
    return np.where(tinted, under, brightest)


def _scan(grey: Pixels, ground: Pixels, stamped: Pixels, unseen: Pixels, lines: Lines) -> Scan:
    level, upright = lines
    drawn = cv2.dilate(cv2.bitwise_or(level, upright), np.ones((3, 3), np.uint8))
    ink = dark(grey)
    return Scan(
        grey=grey,
        ink=ink,
        characters=cv2.bitwise_and(ink, cv2.bitwise_not(drawn)),
        level=level,
        upright=upright,
        ground=ground,
        stamped=stamped,
        unseen=unseen,
    )


def _grey(picture: Pixels) -> Pixels:
    """Return a picture in grey, dark on light."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return _WHITE - grey if np.median(grey) < _NIGHT else grey


def _resized(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    if width < _NARROW and height * width * 4 <= MOST_READ:
        return cv2.resize(picture, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    if width > _WIDE:
        share = _WIDE / width
        return cv2.resize(picture, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    return picture
