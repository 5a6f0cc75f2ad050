"""A picture made ready for reading: grey, upright, of a size that the readers are made for."""

from collections.abc import Iterator, Sequence
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
from govcheck.readers.ocr.stamps import Sign, bleached, bridged, signs, stamped

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
    signs: Sequence[Sign]
    """What is coloured: seals, and grounds of cells."""
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
    grey, found = _grey(whole), signs(_tints(whole))
    for lines in (mended_lines, dashed_lines, edges):
        yield _scan(grey, grey, lines(grey), found, unseen)


def _plain_looks(picture: Pixels, unseen: Pixels) -> Iterator[Scan]:
    grey, tinted = _grey(picture), _tints(picture)
    found = signs(tinted)
    grounds = [grey]
    if tinted.mean() > _COLOURED:
        grounds.insert(0, bleached(picture, tinted, found))
    for ground in grounds:
        yield _scan(grey, ground, long_lines(dark(ground)), found, unseen)
        yield _scan(grey, ground, faint_lines(ground), found, unseen)


def _tints(picture: Pixels) -> Pixels:
    return np.ptp(picture, axis=2) > _TINT


def _scan(
    grey: Pixels, ground: Pixels, lines: Lines, found: Sequence[Sign], unseen: Pixels
) -> Scan:
    level = bridged(lines[0], found)
    upright = bridged(lines[1].T, [one.turned for one in found]).T
    drawn = cv2.dilate(cv2.bitwise_or(level, upright), np.ones((3, 3), np.uint8))
    ink = dark(grey)
    return Scan(
        grey=grey,
        ink=ink,
        characters=cv2.bitwise_and(ink, cv2.bitwise_not(drawn)),
        level=level,
        upright=upright,
        ground=ground,
        stamped=stamped(found, grey.shape),
        signs=found,
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
