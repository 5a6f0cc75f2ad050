"""What stands on a page, from top to bottom: lines, tables, pictures."""

from collections.abc import Iterable, Sequence
from typing import Final

from govcheck.readers.pdf.folio import Box, Folio, Glyph
from govcheck.readers.pdf.lattice import Lattice
from govcheck.readers.pdf.legibility import SCANNED
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.pictures import may_speak
from govcheck.readers.pdf.runs import Item
from govcheck.readers.pdf.shown_pictures import shown_picture
from govcheck.readers.pdf.stacked import apart
from govcheck.readers.pdf.tables import PrintedTable, printed_table
from govcheck.readers.pdf.text_cells import rows_around
from govcheck.readers.pdf.unruled import UnreadArea

_UNDER: Final = 20
"""A picture with so many characters on it is a ground or a watermark."""


def items_of(
    folio: Folio, ruled: Sequence[Lattice], lines: Iterable[PrintedLine | UnreadArea]
) -> list[Item]:
    """Return what stands on a page, from top to bottom."""
    number = folio.number
    if folio.gap.startswith(SCANNED):
        return [shown_picture(number, f"第{number}页的扫描图像")]
    if folio.gap:
        return [UnreadArea()]
    placed: list[tuple[float, Item]] = []
    for line in lines:
        above = placed[-1][0] if placed else 0.0
        placed.append((line.base if isinstance(line, PrintedLine) else above, line))
    for lattice in ruled:
        if not lattice.whole:
            placed.append((lattice.box.top, UnreadArea()))
            continue
        placed += [(table.top, table) for table in _tables(lattice, ruled, folio)]
    for box in folio.drawing.pictures:
        if may_speak(box, folio.width, folio.height) and not _is_ground(box, folio):
            placed.append((box.top, shown_picture(number, f"第{number}页的图片", box)))
    return [item for _, item in sorted(placed, key=lambda one: one[0])]


def _tables(lattice: Lattice, ruled: Sequence[Lattice], folio: Folio) -> list[PrintedTable]:
    """Return what a table on a page is made up of; what it holds of others is not its own."""
    within = [one for one in ruled if one is not lattice and lattice.box.holds(one.box.head)]
    if not within:
        return apart(printed_table(lattice, folio.glyphs, folio.number))
    own = printed_table(lattice, outside(folio, within), folio.number)
    return rows_around(own, [one.box.top for one in within])


def _is_ground(box: Box, folio: Folio) -> bool:
    """Whether a picture lies under or over text, which can be read."""
    return sum(box.holds(glyph.middle) for glyph in folio.glyphs) >= _UNDER


def outside(folio: Folio, ruled: Sequence[Lattice]) -> list[Glyph]:
    """Return a page's characters that stand in no table."""
    boxes = [lattice.box for lattice in ruled]
    return [
        glyph for glyph in folio.glyphs if not any(box.holds(glyph.middle) for box in boxes)
    ]
