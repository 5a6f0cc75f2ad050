"""What a cell of a picture may not show whole: it is cut off, or goes on beyond its border."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.scan import Scan
from govcheck.readers.pdf.folio import Box

_EDGE: Final = 10
"""Pixels to the end of the picture from a side of a cell that may be no border of it."""
_BAND: Final = 4
"""Pixels beside which a border may run."""
_DRAWN: Final = 0.5
"""A side along so much of which a line runs is a border."""
_BESIDE: Final = 0.25
"""A figure nearer to a border, by its height, may have a next digit behind it."""
_ROOM: Final = 0.8
"""By its height: another digit has room there."""
_SPACE: Final = 0.5
"""Figures nearer to each other, by their height, may be one, whatever runs between them."""


def ends_in(scan: Scan, cell: Box) -> bool:
    """Tell whether the picture ends in a cell, or at a side of it that no line marks."""
    left, top, right, bottom = map(round, cell)
    within = slice(top + _BAND, bottom - _BAND), slice(left + _BAND, right - _BAND)
    return (
        bool(scan.unseen[within].any())
        or any(_is_open(scan.upright, scan.unseen, at, top, bottom) for at in (left, right))
        or any(_is_open(scan.level.T, scan.unseen.T, at, left, right) for at in (top, bottom))
    )


def _is_open(lines: Pixels, unseen: Pixels, at: int, start: int, end: int) -> bool:
    """Tell whether a picture ends beside a side of a cell, and no upright line runs there."""
    ends = at < _EDGE or at + _EDGE > unseen.shape[1]
    if not ends and not unseen[start:end, at - _EDGE : at + _EDGE].any():
        return False
    drawn = lines[start:end, max(0, at - _BAND) : at + _BAND].any(axis=1)
    return not drawn.size or bool(drawn.mean() < _DRAWN)


def reaching(scan: Scan, cells: Sequence[Box], inks: Sequence[Pixels], inset: int) -> set[int]:
    """Return which cells' ink is cut off at a border, or may be one word with the next cell's.

    ``inks`` show each cell without so many pixels along its borders.
    """
    places = [_extent(cell, ink, inset) for cell, ink in zip(cells, inks, strict=True)]
    found = {
        at
        for at, (cell, ink, box) in enumerate(zip(cells, inks, places, strict=True))
        if box and (_fills(cell, box) or _touches(scan, cell, ink, inset))
    }
    for one, other in _neighbours(places):
        found |= {one, other}
    return found


def _fills(cell: Box, written: Box) -> bool:
    """Tell whether a cell has no room for what is written in it: the rest may be cut off."""
    near, far = sorted((written.left - cell.left, cell.right - written.right))
    return near < _BESIDE * written.height and far < _ROOM * written.height


def _touches(scan: Scan, cell: Box, ink: Pixels, inset: int) -> bool:
    """Tell whether ink goes on to the border of its cell, with no paper between."""
    left, top, right, bottom = map(round, cell)
    whole = scan.ink[top:bottom, left:right]
    sides = (
        (ink[:, 0], whole[inset:-inset, :inset]),
        (ink[:, -1], whole[inset:-inset, -inset:]),
        (ink[0], whole[:inset, inset:-inset].T),
        (ink[-1], whole[-inset:, inset:-inset].T),
    )
    return any(_goes_on(side, beyond) for side, beyond in sides if side.any())


def _goes_on(side: Pixels, beyond: Pixels) -> bool:
    """Tell whether there is no line of paper between a cell's ink and its border."""
    at = np.flatnonzero(side)
    return bool(beyond[at[0] : at[-1] + 1].any(axis=0).all())


def _extent(cell: Box, ink: Pixels, inset: int) -> Box | None:
    """Return where a cell's ink stands in the picture."""
    if not ink.any():
        return None
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    left, top = round(cell.left) + inset, round(cell.top) + inset
    return Box(
        float(left + columns[0]),
        float(top + rows[0]),
        float(left + columns[-1] + 1),
        float(top + rows[-1] + 1),
    )


def _neighbours(places: Sequence[Box | None]) -> Iterator[tuple[int, int]]:
    """Yield cells whose words stand in one line without as much as a space between them."""
    written = sorted((box, at) for at, box in enumerate(places) if box)
    for number, (box, at) in enumerate(written, start=1):
        for other, beside in written[number:]:
            gap = other.left - box.right
            if gap > _SPACE * box.height:
                break
            height = min(box.height, other.height)
            shared = min(box.bottom, other.bottom) - max(box.top, other.top)
            if 0 <= gap < _SPACE * height < shared:
                yield at, beside
