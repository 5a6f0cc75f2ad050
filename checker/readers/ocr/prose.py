"""The lines of text of a scanned page outside of its tables, cut out one by one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from govcheck.readers.ocr.lines import LEAST_LINE, USUAL, Run, cleaned, joined_runs, runs_of_ink
from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.scan import Scan
from govcheck.readers.pdf.folio import Box

_APART: Final = 1.6
"""So wide a gap, by a line's height, parts what stands beside each other."""
_HIGHEST: Final = 4.0
"""What is so many times as high as the usual line is no line."""
_RULE: Final = 12
"""A stroke as long as such a part of the picture's width is no character's."""
_THIN: Final = 0.12
"""What is narrower, by its height, is the side of a cell."""
_BORDER: Final = 6
"""Pixels around a table where its border may still show."""
_CLOSE: Final = 0.2
"""Lines stand further apart, by their height."""
_MARGIN: Final = 0.2
"""Paper around a line of text, by its height."""


def prose_lines(scan: Scan, tables: Sequence[Box]) -> list[tuple[Box, Pixels]]:
    """Return where each piece of a line stands, in pixels, and what it shows."""
    ink = cleaned(_outside(scan, tables))
    runs = list(runs_of_ink(ink))
    high = [run.height for run in runs if run.height >= LEAST_LINE]
    if not high:
        return []
    usual = float(np.percentile(high, USUAL))
    whole = _whole(joined_runs(runs, usual), ink)
    lines = [one for one in whole if one.height >= LEAST_LINE]
    return [
        (box, _cut(scan.grey, box))
        for line in lines
        if line.height <= _HIGHEST * usual
        for box in _pieces(ink, line.start, line.end)
        if box.width > _THIN * box.height
    ]


def _outside(scan: Scan, tables: Sequence[Box]) -> Pixels:
    """Return the ink that is no seal, stands in no table and is no rule."""
    length = scan.width // _RULE
    rest = np.where(scan.stamped, np.uint8(0), scan.ink)
    for shape in ((1, length), (length, 1)):
        rules = cv2.morphologyEx(rest, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        rest = cv2.subtract(rest, cv2.dilate(rules, np.ones((3, 3), np.uint8)))
    for box in tables:
        left, top, right, bottom = (max(0, round(at)) for at in box)
        rows = slice(max(0, top - _BORDER), bottom + _BORDER)
        rest[rows, max(0, left - _BORDER) : right + _BORDER] = 0
    return rest


def _whole(runs: Sequence[Run], ink: Pixels) -> Iterator[Run]:
    """Yield lines; halves of a character that stands alone, as of 告, are one."""
    held: Run | None = None
    for run in runs:
        if held and run.start - held.end <= _CLOSE * min(held.height, run.height):
            both = Run(held.start, run.end)
            if np.ptp(np.flatnonzero(ink[both.start : both.end].any(axis=0))) <= both.height:
                held = both
                continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _pieces(ink: Pixels, top: int, bottom: int) -> Iterator[Box]:
    """Yield what stands in a line, with wide gaps between."""
    columns = np.flatnonzero(ink[top:bottom].any(axis=0))
    start = columns[0]
    for before, after in pairwise(columns):
        if after - before > _APART * (bottom - top):
            yield Box(float(start), float(top), float(before) + 1, float(bottom))
            start = after
    yield Box(float(start), float(top), float(columns[-1]) + 1, float(bottom))


def _cut(grey: Pixels, box: Box) -> Pixels:
    margin = max(2, round(box.height * _MARGIN))
    left, top, right, bottom = map(round, box)
    rows = slice(max(0, top - margin), bottom + margin)
    cut = grey[rows, max(0, left - margin) : right + margin]
    return cv2.cvtColor(np.ascontiguousarray(cut), cv2.COLOR_GRAY2BGR)
