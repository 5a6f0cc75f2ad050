"""Text that runs out of a table at the end of a page, below cells that no line closes.

Chromium cuts the borders of a cell at the end of a page, and not always its text.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.lattice import Lattice
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.slots import slot_of

_REACH: Final = 45.0
"""So many points below a table its text may run out, three lines."""
_WORD: Final = 0.5
"""Characters no further apart, by their size, are of one text."""


def with_overflow(
    ruled: Sequence[Lattice], lines: Sequence[PrintedLine]
) -> tuple[list[Lattice], list[PrintedLine]]:
    """Return a page's tables, the last with what runs out of it, and the other lines."""
    if not ruled or not ruled[-1].whole:
        return list(ruled), list(lines)
    last = ruled[-1]
    bottom = last.down[-1]
    below = [line for line in lines if line.glyphs[0].middle[1] > bottom]
    if not below or below[-1].base > bottom + _REACH or not _is_its(below, last):
        return list(ruled), list(lines)
    longer = replace(last, down=(*last.down[:-1], below[-1].base + below[-1].size))
    return [*ruled[:-1], longer], [line for line in lines if line not in below]


def _is_its(lines: Sequence[PrintedLine], table: Lattice) -> bool:
    """Whether all characters stand below open cells, and no text below two of them."""
    height = len(table.down) - 1
    under = {
        column: index
        for index, field in enumerate(table.fields)
        if field.open_below and field.row + field.height == height
        for column in range(field.column, field.column + field.width)
    }

    def cell(glyph: Glyph) -> int | None:
        return under.get(slot_of(table, glyph)[1])

    return all(cell(glyph) is not None for line in lines for glyph in line.glyphs) and not any(
        cell(one) != cell(other) and other.left - one.right < _WORD * one.size
        for line in lines
        for one, other in pairwise(line.glyphs)
    )
