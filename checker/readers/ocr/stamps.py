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
_SLIM: Final = 2.5
"""What is so many times as long as high is a line of characters, or a border."""
_WIDEST: Final = 0.6
"""Of the picture's width; what is wider is a table with coloured lines."""


def stamps(tinted: Pixels) -> Pixels:
    """Return True where colours (True in ``tinted``) belong to a seal."""
    near = cv2.dilate(tinted.astype(np.uint8), _NEAR)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(near)
    seals = []
    for one in range(1, count):
        left, top, width, height, _ = (int(value) for value in boxes[one])
        round_enough = max(width, height) <= _SLIM * min(width, height)
        if min(width, height) < _LEAST or width > _WIDEST * tinted.shape[1] or not round_enough:
            continue
        place = slice(top, top + height), slice(left, left + width)
        own = labels[place] == one
        if own.sum() < _FULL * own.size:
            seals.append(one)
    return tinted & np.isin(labels, seals)
