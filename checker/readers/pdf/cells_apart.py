"""Tables whose cells stand apart from each other, each with a border of its own.

They are drawn as those of other tables are: each grown by half of what lies between them, so
that neighbours share a border.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.cell_gaps import Room, gaps_by_table
from govcheck.readers.pdf.folio import Box, Drawing, Glyph
from govcheck.readers.pdf.outlines import Outline, outlines
from govcheck.readers.pdf.spaced_cells import SpacedCells

_MOST: Final = 600
"""So many rectangles on a page are not looked through."""


def with_shared_borders(drawing: Drawing, glyphs: Iterable[Glyph]) -> Drawing:
    """Return what is drawn on a page, with cells that stand apart drawn as if they met."""
    found = outlines(drawing.level, drawing.upright)
    if not 1 < len(found) <= _MOST:
        return drawing
    cells, frames = _parted(found)
    page = Room(drawing, glyphs)
    tables = [
        one
        for own in gaps_by_table(cells, page)
        if (one := SpacedCells(cells, own)).is_sound(page)
    ]
    if not tables:
        return drawing
    gone = [*frames, *(cell for table in tables for cell in table.cells)]
    across = {line for one in gone for line in one.level}
    down = {line for one in gone for line in (one.left, one.right)}
    own = [table.mended(page) for table in tables]
    grown = [one for table in own if table.is_whole for one in table.grown()]
    return replace(
        drawing,
        level=(
            *(one for one in drawing.level if one not in across),
            *(line for one in grown for line in one.level),
        ),
        upright=(
            *(one for one in drawing.upright if one not in down),
            *(line for one in grown for line in (one.left, one.right)),
        ),
        untold=tuple(table.box for table in own if not table.is_whole),
        apart=max(table.across for table in own),
    )


def _parted(found: Sequence[Outline]) -> tuple[list[Outline], list[Outline]]:
    """Return cells, and what goes around several of them."""
    boxes = [one.box for one in found]
    around = [sum(_holds(box, other) for other in boxes if other != box) > 1 for box in boxes]
    return (
        [one for one, is_frame in zip(found, around, strict=True) if not is_frame],
        [one for one, is_frame in zip(found, around, strict=True) if is_frame],
    )


def _holds(box: Box, other: Box) -> bool:
    return box.holds(((other.left + other.right) / 2, (other.top + other.bottom) / 2))
