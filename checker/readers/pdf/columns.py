"""Pages set in columns beside each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.folio import Box, Drawing, Glyph
from govcheck.readers.pdf.lines import PrintedLine, lines_of

COLUMNS: Final = "分栏排版，无法读取"
"""What is said of such a page, after its number."""
_GUTTER: Final = 0.7
"""Columns stand apart by so much of a character's size; words do not."""
_LONG: Final = 6
"""So many Han characters in a row are text."""
_HAN: Final = late_pattern("[\u3400-\u9fff]")
_FEWEST: Final = 4
"""So many lines on either side make columns, and …"""
_BESIDE: Final = 2
"""… so many that begin right of others at one place."""
_ACROSS: Final = 0.25
"""So many of the lines may run across: titles, and what stands above the columns."""
_STEPS: Final = 40
_PLACE: Final = 4.0
"""Lines that begin so near each other begin at one place."""


class _Piece(NamedTuple):
    left: float
    right: float
    height: float


def in_columns(glyphs: Sequence[Glyph], drawing: Drawing) -> bool:
    """Tell whether a page's text stands in columns, no line running from one to the other.

    What lines enclose on both sides is no text but a table's cell.
    """
    lines = [
        [piece for piece in _pieces(line.glyphs) if not _is_enclosed(piece, drawing)]
        for line in lines_of(glyphs, 0)
    ]
    begins = Counter(round(piece.left / _PLACE) for pieces in lines for piece in pieces[1:2])
    if begins and max(begins.values()) >= _BESIDE:
        return True
    spans = [piece for pieces in lines for piece in pieces]
    if len(spans) < 2 * _FEWEST:
        return False
    left, right = min(one.left for one in spans), max(one.right for one in spans)
    gutters = (left + (right - left) * step / _STEPS for step in range(1, _STEPS))
    return any(_parts(spans, at) for at in gutters)


def beside(tables: Sequence[Box], lines: Iterable[PrintedLine]) -> bool:
    """Tell whether text or a table stands beside another table, as in columns."""
    if any(
        _abreast(one, other) and (one.right <= other.left or other.right <= one.left)
        for one, other in combinations(tables, 2)
    ):
        return True
    return any(
        box.top <= piece.height <= box.bottom
        and (piece.right <= box.left or box.right <= piece.left)
        for line in lines
        for piece in _pieces(line.glyphs)
        for box in tables
    )


def may_end_columns(lines: Sequence[PrintedLine]) -> bool:
    """Tell whether a page that follows columns has too few lines to tell it from their end."""
    return len(lines) < 2 * _FEWEST


def _abreast(one: Box, other: Box) -> bool:
    return min(one.bottom, other.bottom) > max(one.top, other.top)


def _parts(spans: Sequence[_Piece], at: float) -> bool:
    before = sum(one.right <= at for one in spans)
    after = sum(one.left >= at for one in spans)
    across = len(spans) - before - after
    return min(before, after) >= _FEWEST and across <= _ACROSS * (before + after)


def _is_enclosed(piece: _Piece, drawing: Drawing) -> bool:
    beside = [one.at for one in drawing.upright if one.start <= piece.height <= one.end]
    return bool(beside) and min(beside) <= piece.left + 1 and max(beside) >= piece.right - 1


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[_Piece]:
    """Yield the stretches of a line that hold text, with gutters between them."""
    runs = [[glyphs[0]]]
    for before, glyph in pairwise(glyphs):
        if glyph.left - before.right > _GUTTER * glyph.size:
            runs.append([])
        runs[-1].append(glyph)
    for run in runs:
        if len(_HAN.findall("".join(one.text for one in run))) >= _LONG:
            yield _Piece(run[0].left, run[-1].right, run[0].middle[1])
