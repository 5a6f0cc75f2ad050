"""Seals: coloured signs that lie over a table and hide what is printed there."""

from typing import Final

import cv2
import numpy as np

from govcheck.readers.ocr.picture import Pixels

_NEAR: Final = np.ones((9, 9), np.uint8)
"""Pieces of a sign so near each other are one."""
_LEAST: Final = 70
"""Pixels across and down of a seal; what is smaller is a character."""
_FULL: Final = 0.75
"""An area so full of colour is the ground of cells."""
_SLIM: Final = 5.0
"""What is so many times as long as high is a line of characters, or a border."""


def stamps(tinted: Pixels) -> Pixels:
    """Return True where colours (True in ``tinted``) belong to a seal."""
    near = cv2.dilate(tinted.astype(np.uint8), _NEAR)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(near)
    seals = []
    for one in range(1, count):
        left, top, width, height, _ = (int(value) for value in boxes[one])
        if min(width, height) < _LEAST or max(width, height) > _SLIM * min(width, height):
            continue
        place = slice(top, top + height), slice(left, left + width)
        own = labels[place] == one
        if own.sum() < _FULL * own.size:
            seals.append(one)
    return tinted & np.isin(labels, seals)
