"""A scanned page to the characters and lines on it, placed as if it had been printed."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_TEXT_LINES
from govcheck.readers.ocr.grid import box_of, whole_box
from govcheck.readers.ocr.picture import in_colours
from govcheck.readers.ocr.prose import prose_lines
from govcheck.readers.ocr.recognition import recognise
from govcheck.readers.ocr.scan import scans
from govcheck.readers.ocr.tables import grid_of, ruled
from govcheck.readers.pdf.folio import Box, Drawing, Folio, Glyph, Stroke

_FEWEST: Final = 2
"""Cells of what the end of a page leaves of a table."""
_LARGEST: Final = 9.0
"""Points of a character in a cell; how large it was printed there is not asked."""
_CELL: Final = 0.5
"""So much of a cell's height its text may take."""
_FREE: Final = 6.0
"""Points that a cell's text leaves free left and right, in all."""
_LINE: Final = 1.15
"""A line's height, by that of its ink."""
_LETTER: Final = 0.5
"""How wide letters and figures are, by the width of a Han character."""


def read_sheet(content: bytes, page: Folio) -> Folio:
    """Return a page with what was recognised in the picture of it.

    Raises Unusable (one clause in Chinese) for a picture beyond the limits.
    """
    picture = in_colours(content)
    tables = ruled(picture, fewest=_FEWEST)
    seen = tables[0][0] if tables else next(scans(picture))
    unit = page.width / seen.width
    glyphs: list[Glyph] = []
    sides: list[Box] = []
    for _, lattice in tables:
        cells = grid_of(seen, lattice).cells
        for field, cell in zip(lattice.fields, cells, strict=True):
            box = _scaled(box_of(field, lattice, seen), unit)
            sides.append(box)
            glyphs += _in_cell(cell.text, box)
    pieces = prose_lines(seen, [whole_box(lattice, seen) for _, lattice in tables])
    if len(pieces) > MOST_TEXT_LINES:
        raise Unusable(f"文字超过 {MOST_TEXT_LINES} 行，不予识别")
    readings = recognise([pixels for _, pixels in pieces])
    for (box, _), reading in zip(pieces, readings, strict=True):
        glyphs += _in_line(reading.text, _scaled(box, unit))
    level = tuple(Stroke(at, box.left, box.right) for box in sides for at in box[1::2])
    upright = tuple(Stroke(at, box.top, box.bottom) for box in sides for at in box[::2])
    drawing = Drawing(level=level, upright=upright)
    return replace(page, glyphs=tuple(glyphs), drawing=drawing, gap="")


def _scaled(box: Box, unit: float) -> Box:
    return Box(*(at * unit for at in box))


def _in_cell(text: str, box: Box) -> Iterator[Glyph]:
    """Place a cell's text in the middle of it, in one line."""
    if not text:
        return
    size = min(_LARGEST, _CELL * box.height)
    width = min(size * sum(_widths(text)), box.width - _FREE)
    left, base = box.left + _FREE / 2, (box.top + box.bottom + size / 2) / 2
    yield from _spread(text, left, left + width, base, size)


def _in_line(text: str, box: Box) -> Iterator[Glyph]:
    """Place a line's text where its ink is."""
    return _spread(text, box.left, box.right, box.bottom, _LINE * box.height)


def _spread(text: str, left: float, right: float, base: float, size: float) -> Iterator[Glyph]:
    widths = _widths(text)
    step = (right - left) / max(sum(widths), _LETTER)
    for sign, width in zip(text, widths, strict=True):
        yield Glyph(sign, left, left + width * step, base, size)
        left += width * step


def _widths(text: str) -> Sequence[float]:
    return [_LETTER if sign.isascii() else 1.0 for sign in text]
