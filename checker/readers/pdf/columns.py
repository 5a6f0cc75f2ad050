"""Pages set in columns beside each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.lines import lines_of

_GUTTER: Final = 0.7
"""Columns stand apart by so much of a character's size; words do not."""
_LONG: Final = 8
"""A line of so many characters is text, in a cell or outside."""
_FEWEST: Final = 4
"""So many lines on either side make columns."""
_ACROSS: Final = 0.25
"""So many of the lines may run across: titles, and what stands above the columns."""
_STEPS: Final = 40


def in_columns(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a page's lines stand in columns, no line running from one to the other."""
    spans = [
        (piece[0].left, piece[-1].right)
        for line in lines_of(glyphs, 0)
        for piece in _pieces(line.glyphs)
        if len(piece) >= _LONG
    ]
    if len(spans) < 2 * _FEWEST:
        return False
    left, right = min(one for one, _ in spans), max(other for _, other in spans)
    gutters = (left + (right - left) * step / _STEPS for step in range(1, _STEPS))
    return any(_parts(spans, at) for at in gutters)


def _parts(spans: Sequence[tuple[float, float]], at: float) -> bool:
    before = sum(end <= at for _, end in spans)
    after = sum(start >= at for start, _ in spans)
    across = len(spans) - before - after
    return min(before, after) >= _FEWEST and across <= _ACROSS * (before + after)


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    piece = [glyphs[0]]
    for before, glyph in pairwise(glyphs):
        if glyph.left - before.right > _GUTTER * glyph.size:
            yield piece
            piece = []
        piece.append(glyph)
    yield piece
