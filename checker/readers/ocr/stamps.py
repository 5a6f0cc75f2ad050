"""Seals: coloured signs that lie over a table and hide what is printed there."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from msgspec import Struct

from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.pdf.folio import Box

_NEAR: Final = np.ones((9, 9), np.uint8)
"""Pieces of a sign so near each other are one."""
_LEAST: Final = 70
"""Pixels across and down of a seal; what is smaller is a character."""
_FULL: Final = 0.75
"""An area so full of colour may be the ground of cells."""
_SLIM: Final = 2.5
"""What is so many times as long as high is a line of characters, or a border."""
_WIDEST: Final = 0.6
"""Of the picture's width; what is wider is a table with coloured lines."""
_BRIGHT: Final = 170
"""A colour that is brighter has nothing black under it."""
_UNDER: Final = 18
"""What is so much darker than a seal is printed under it."""
_BESIDE: Final = 12
"""Pixels beside a sign in which a line that goes on under it is looked for."""
_BORDER: Final = 10
"""Pixels along a cell's sides that its ground may leave free, or may reach beyond."""
_WHITE: Final = 255


class Sign(Struct, frozen=True):
    """A coloured sign as large as a seal."""

    place: tuple[slice, slice]
    own: Pixels
    """True where its colour is, or that of what it surrounds, within its place."""
    near: Pixels
    """True there and a little around."""
    full: bool
    """It may be the ground of cells."""

    @property
    def turned(self) -> "Sign":
        """Return it with rows for columns."""
        rows, columns = self.place
        return Sign((columns, rows), self.own.T, self.near.T, self.full)

    @property
    def box(self) -> Box:
        """Return where it is."""
        rows, columns = self.place
        return Box(*map(float, (columns.start, rows.start, columns.stop, rows.stop)))


def signs(tinted: Pixels) -> list[Sign]:
    """Return what may be seals among colours (True in ``tinted``)."""
    near = cv2.dilate(tinted.astype(np.uint8), _NEAR)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(near)
    found = []
    for one in range(1, count):
        left, top, width, height, _ = (int(value) for value in boxes[one])
        round_enough = max(width, height) <= _SLIM * min(width, height)
        if min(width, height) < _LEAST or width > _WIDEST * tinted.shape[1] or not round_enough:
            continue
        place = slice(top, top + height), slice(left, left + width)
        full = bool((labels[place] == one).mean() >= _FULL)
        found.append(Sign(place, tinted[place], (near[place] > 0) | full, full))
    return found


def stamped(found: Sequence[Sign], shape: tuple[int, ...]) -> Pixels:
    """Return True in a picture of that shape where seals are for certain."""
    seals = np.zeros(shape, bool)
    for one in found:
        if not one.full:
            seals[one.place] |= one.own
    return seals


def bleached(picture: Pixels, tinted: Pixels, found: Sequence[Sign]) -> Pixels:
    """Return a picture in grey without its bright colours; what is black under them stays.

    Of a sign, all that is as bright as most of it.
    """
    brightest = picture.max(axis=2)
    under = np.where(brightest > _BRIGHT, np.uint8(_WHITE), brightest // 2)
    grey = np.where(tinted, under, brightest)
    for one in found:
        part = brightest[one.place]
        paper = part > float(np.median(part[one.own])) - _UNDER
        shown = np.where(paper, np.uint8(_WHITE), part // 2)
        grey[one.place] = np.where(one.own, shown, grey[one.place])
    return grey


def bridged(lines: Pixels, found: Sequence[Sign]) -> Pixels:
    """Return level lines that go on under signs without the gaps there."""
    whole = lines.copy()
    for one in found:
        rows, columns = one.place
        width = columns.stop - columns.start + 2 * _BESIDE
        beside = slice(max(0, columns.start - _BESIDE), columns.stop + _BESIDE)
        around = cv2.copyMakeBorder(
            lines[rows, beside], 0, 0, width, width, cv2.BORDER_CONSTANT, value=0
        )
        closed = cv2.morphologyEx(around, cv2.MORPH_CLOSE, np.ones((1, width), np.uint8))
        start = width + columns.start - beside.start
        under = closed[:, start : start + columns.stop - columns.start]
        whole[one.place] |= np.where(one.near, under, np.uint8(0))
    return whole


def over(found: Sequence[Sign], cells: Sequence[Box]) -> set[int]:
    """Return which cells lie under full signs that are seals: not the ground of whole cells."""
    covered: set[int] = set()
    for sign in found:
        if not sign.full:
            continue
        shares = {at: _share(sign.box, cell) for at, cell in enumerate(cells)}
        if any(0 < share < 1 for share in shares.values()):
            covered |= {at for at, share in shares.items() if share}
    return covered


def _share(sign: Box, cell: Box) -> float:
    """Return what part of a cell without its borders a sign covers, from 0 to 1."""
    left, top = cell.left + _BORDER, cell.top + _BORDER
    right, bottom = max(left, cell.right - _BORDER), max(top, cell.bottom - _BORDER)
    width = min(sign.right, right) - max(sign.left, left)
    height = min(sign.bottom, bottom) - max(sign.top, top)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / ((right - left) * (bottom - top))
