"""Pieces of text that pdfium passes over, for they repeat others: shadows, bold type.

It keeps the one or the other; what is seen is the darker one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from ctypes import c_void_p, cast
from typing import Final

import pypdfium2.raw as pdfium

from govcheck.readers.pdf.drawing import Piece, Point
from govcheck.readers.pdf.glyphs import Color, Mark, fill_color
from govcheck.readers.pdf.watermarks import shade

_NEAR: Final = 3.0
"""Points between a piece of text and one that repeats it."""
_ALIKE: Final = 0.1
"""By so many points may their extents differ."""


def with_passed_over(marks: Sequence[Mark], pieces: Mapping[int, Piece]) -> list[Mark]:
    """Return characters, each as dark as what repeats it and is no character of the page."""
    kept = {ink.run for _, ink in marks}
    gone = [run for run, piece in pieces.items() if run not in kept and piece.extent[0]]
    if not gone:
        return list(marks)
    near = _Near({run: pieces[run] for run in kept if run in pieces})
    darker: dict[int, Color] = {}
    for run in gone:
        color = fill_color(cast(c_void_p(run), pdfium.FPDF_PAGEOBJECT))
        for other in near.repeated(pieces[run]):
            darker[other] = min(color, darker.get(other, color), key=shade)
    return [
        (glyph, ink._replace(color=min(ink.color, darker.get(ink.run, ink.color), key=shade)))
        for glyph, ink in marks
    ]


class _Near:
    """Pieces of text by where they stand."""

    def __init__(self, pieces: Mapping[int, Piece]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[int, Piece]]] = defaultdict(list)
        for run, piece in pieces.items():
            self._squares[_square(piece.at)].append((run, piece))

    def repeated(self, piece: Piece) -> Iterator[int]:
        """Yield those that say what a piece says, in its place."""
        x, y = _square(piece.at)
        for across in (x - 1, x, x + 1):
            for down in (y - 1, y, y + 1):
                for run, other in self._squares.get((across, down), ()):
                    near = _differ(piece.at, other.at) <= _NEAR
                    if near and _differ(piece.extent, other.extent) <= _ALIKE:
                        yield run


def _square(at: Point) -> tuple[int, int]:
    return int(at[0] // _NEAR), int(at[1] // _NEAR)


def _differ(one: Point, other: Point) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))
