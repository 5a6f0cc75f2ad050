"""The lines of text in the cells of a picture, cut out one by one."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np

from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.reach import ends_in, reaching
from govcheck.readers.ocr.scan import Scan
from govcheck.readers.ocr.stamps import over
from govcheck.readers.pdf.folio import Box

_INSET: Final = 3
"""Pixels along the border of a cell where its lines may still show."""
_BORDER: Final = 7
"""Pixels along it where lines that are not quite straight may run."""
_SPECK: Final = 6
"""Fewer connected pixels are dirt."""
USUAL: Final = 75
"""The height of so many of a hundred lines is not above that of a whole line of text."""
_SLIM: Final = 0.6
"""A piece less high than so much of a line belongs to the piece next to it."""
_WHOLE: Final = 1.25
"""Pieces that are higher together are two lines."""
_CLEAR: Final = 0.4
"""What differs from the paper by less than so much of what characters do is a watermark."""
_NIGHT: Final = 130
"""A cell whose paper is darker has light characters."""
LEAST_LINE: Final = 10
"""Pixels of the height of a line of text."""
_BESIDE: Final = 3
"""Lines above a table that belong to it: part, title, unit."""
_NUMBER: Final = 0.2
"""What is no wider a part of the picture, below its last table, is the page's number."""
_MARGIN: Final = 0.2
"""Paper around a line of text, by the line's height."""


class Run(NamedTuple):
    """Rows of pixels with ink."""

    start: int
    end: int

    @property
    def height(self) -> int:
        """How many they are."""
        return self.end - self.start


class CellText(NamedTuple):
    """What is written in a cell."""

    lines: list[Pixels]
    """From top to bottom; none in a blank cell."""
    hidden: bool
    """A seal lies over it, or the picture ends in it."""
    cut: bool
    """What is written there reaches its border: more of it may stand beyond."""


def text_lines(scan: Scan, cells: Sequence[Box]) -> list[CellText]:
    """Return each cell's lines of text."""
    inner = [_inner(cell) for cell in cells]
    greys = [scan.grey[place] for place in inner]
    light = [bool(grey.size) and np.median(grey) <= _NIGHT for grey in greys]
    greys = [255 - grey if turn else grey for grey, turn in zip(greys, light, strict=True)]
    least = _CLEAR * float(np.percentile([_contrast(grey) for grey in greys], 75))
    inks = [
        cleaned(_written(grey, None if turn else _ink(scan, place), least))
        for place, grey, turn in zip(inner, greys, light, strict=True)
    ]
    runs = [list(runs_of_ink(ink)) for ink in inks]
    heights = [run.height for found in runs for run in found]
    usual = float(np.percentile(heights, USUAL)) if heights else 0.0
    covered = over(scan.signs, cells)
    hidden = [
        at in covered or bool(scan.stamped[place].any()) or ends_in(scan, cell)
        for at, (place, cell) in enumerate(zip(inner, cells, strict=True))
    ]
    cut = reaching(scan, cells, inks, _INSET)
    return [
        CellText([_cut(grey, ink, run) for run in joined_runs(found, usual)], under, at in cut)
        for at, (grey, ink, found, under) in enumerate(
            zip(greys, inks, runs, hidden, strict=True)
        )
    ]


def _ink(scan: Scan, place: tuple[slice, slice]) -> Pixels:
    """Return a cell's ink; along its borders what is no line."""
    ink = scan.characters[place].copy()
    middle = slice(_BORDER, -_BORDER), slice(_BORDER, -_BORDER)
    ink[middle] = scan.ink[place][middle]
    return ink


def _contrast(grey: Pixels) -> float:
    """Return by how much what is written in a cell differs from its paper."""
    return float(np.median(grey)) - float(np.percentile(grey, 1)) if grey.size else 0.0


def _written(grey: Pixels, ink: Pixels | None, least: float) -> Pixels:
    """Leave out of a cell's ink what is much paler than characters are: a watermark.

    Where ``ink`` is not known, as in a cell of light on dark, all else is ink.
    """
    if not grey.size:
        return grey
    pale = grey > float(np.median(grey)) - least
    return np.where(pale, np.uint8(0), np.uint8(255) if ink is None else ink)


def has_text_outside(scan: Scan, tables: Sequence[Box]) -> bool:
    """Tell whether more stands around tables than their titles, units and a page's number.

    ``tables`` are in order from top to bottom.
    """
    rest = scan.characters.copy()
    for box in tables:
        left, top, right, bottom = (max(0, round(at)) for at in box)
        rest[max(0, top - _INSET) : bottom + _INSET, max(0, left - _INSET) : right + _INSET] = 0
    ink = cleaned(rest)
    runs = [run for run in runs_of_ink(ink) if run.height >= LEAST_LINE]
    above = [run for run in runs if run.end <= tables[-1].bottom]
    below = [run for run in runs if run.end > tables[-1].bottom]
    wide = any(
        np.ptp(np.flatnonzero(ink[one.start : one.end].any(axis=0))) > _NUMBER * scan.width
        for one in below
    )
    return len(above) > _BESIDE * len(tables) or len(below) > 1 or wide


def _inner(cell: Box) -> tuple[slice, slice]:
    left, top, right, bottom = map(round, cell)
    return slice(top + _INSET, bottom - _INSET), slice(left + _INSET, right - _INSET)


def cleaned(ink: Pixels) -> Pixels:
    """Leave out specks."""
    if not ink.size:
        return ink
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(ink)
    kept = [one for one in range(1, count) if boxes[one][cv2.CC_STAT_AREA] >= _SPECK]
    return np.isin(labels, kept)


def runs_of_ink(ink: Pixels) -> Iterator[Run]:
    """Yield the rows with ink in turn, without blank ones between."""
    if not ink.size:
        return
    rows = np.concatenate(([False], ink.any(axis=1), [False]))
    edges = np.flatnonzero(rows[1:] != rows[:-1])
    for start, end in edges.reshape(-1, 2):
        yield Run(int(start), int(end))


def joined_runs(runs: Sequence[Run], usual: float) -> list[Run]:
    """Put together the strokes of 三 and 二: pieces that are no line of their own."""
    lines: list[Run] = []
    for run in runs:
        last = lines[-1] if lines else run
        slim = min(last.height, run.height) < _SLIM * usual
        if lines and slim and run.end - last.start <= _WHOLE * usual:
            lines[-1] = Run(last.start, run.end)
        else:
            lines.append(run)
    return lines


def _cut(grey: Pixels, ink: Pixels, run: Run) -> Pixels:
    """Cut a line of text out, with a margin of its own paper."""
    columns = np.flatnonzero(ink[run.start : run.end].any(axis=0))
    margin = max(2, round(run.height * _MARGIN))
    top, left = max(0, run.start - margin), max(0, int(columns[0]) - margin)
    cut = grey[top : run.end + margin, left : int(columns[-1]) + 1 + margin]
    return cv2.cvtColor(cut, cv2.COLOR_GRAY2BGR)
