"""Tables of which only the rows are ruled, within a frame: no line tells their cells."""

from bisect import bisect_right
from typing import Final

from govcheck.readers.pdf.folio import Folio
from govcheck.readers.pdf.lattice import Lattice
from govcheck.readers.pdf.lines import PrintedLine, lines_of
from govcheck.readers.pdf.paragraphs import is_row

_FEWEST: Final = 3
"""So many of a table's rows in columns show that it has some."""


def has_bare_columns(lattice: Lattice, page: Folio) -> bool:
    """Whether rows of one cell each, as wide as their table, hold texts beside each other."""
    width = len(lattice.across) - 1
    bare = {
        row
        for field in lattice.fields
        if field.width == width
        for row in range(field.row, field.row + field.height)
    }
    if len(bare) < _FEWEST:
        return False
    held = [glyph for glyph in page.glyphs if lattice.box.holds(glyph.middle)]
    rows = [
        bisect_right(lattice.down, line.glyphs[0].middle[1]) - 1
        for line in lines_of(held, page.number)
        if _in_columns(line)
    ]
    return sum(row in bare for row in rows) >= _FEWEST


def _in_columns(line: PrintedLine) -> bool:
    """Whether a line stands in columns; one that is spaced out to fill its cell does not."""
    return is_row(line) and max(map(len, line.segments)) > 1
