"""Ruled tables with their texts."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from govcheck.late_pattern import late_pattern
from govcheck.readers.numbering import numbering
from govcheck.readers.pdf.fields import LatticeCell
from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.lattice import Lattice
from govcheck.readers.pdf.lines import PrintedLine, lines_of
from govcheck.readers.pdf.slots import Slot, fields_astride, fields_by_slot, slot_of
from govcheck.readers.pdf.words import first_word
from govcheck.readers.plain.joining import joined
from govcheck.readers.raw import RawCell, RawGrid

_FIGURE: Final = late_pattern("[0-9.,，%％-]+")
_HANGING: Final = "，。；：、！？）》”’】〕"
"""Marks that may not begin a line, for which there may be no room in a narrow cell."""
PADDING: Final = 12.0
"""Points that a cell may leave free left and right of its text, in all."""
_LITTLE: Final = 1.0
"""So many points more than a cell's widest line may be free for its text."""


class PrintedCell(Struct, frozen=True, kw_only=True):
    """A cell, which of its ends no line closes, and how its text fills it, in points."""

    row: int
    column: int
    height: int
    width: int
    text: str
    open_above: bool = False
    open_below: bool = False
    open_aside: bool = False
    top: float = 0.0
    """How far down the page it begins."""
    across: float = 0.0
    down: float = 0.0
    lead: float = 0.0
    """Of the first word, which could not be parted."""
    last: float = 0.0
    """Of the last line."""
    widest: float = 0.0
    """Of the widest line."""
    printed: tuple[PrintedLine, ...] = ()
    unread: bool = False
    """Its figure may go on in the cell beside it."""


class PrintedTable(Struct, frozen=True, kw_only=True):
    """A table from its first page on; ``across`` are the borders of its columns."""

    page: int
    top: float
    across: tuple[float, ...]
    height: int
    cells: tuple[PrintedCell, ...]
    layout: bool = False
    """It holds other tables."""

    def grid(self) -> RawGrid:
        """Return it as every format has it; lines in which no cell begins are left out."""
        rows = numbering({cell.row for cell in self.cells}, self.height)
        columns = numbering({cell.column for cell in self.cells}, len(self.across) - 1)
        return RawGrid(
            cells=tuple(
                RawCell(
                    row=rows[cell.row],
                    column=columns[cell.column],
                    height=rows[cell.row + cell.height] - rows[cell.row],
                    width=columns[cell.column + cell.width] - columns[cell.column],
                    text=cell.text,
                    unread=cell.unread,
                )
                for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column))
            ),
            height=rows[-1],
            width=columns[-1],
            page=self.page,
        )


def printed_table(lattice: Lattice, glyphs: Iterable[Glyph], page: int) -> PrintedTable:
    """Return a ruled table with the characters that stand in each of its cells."""
    glyphs = list(glyphs)
    slots = fields_by_slot(lattice)
    astride = fields_astride(lattice, glyphs, slots)
    inside = zip(lattice.fields, _inside(lattice, glyphs, slots), strict=True)
    return PrintedTable(
        top=lattice.box.top,
        page=page,
        across=lattice.across,
        height=len(lattice.down) - 1,
        cells=tuple(
            _cell(lattice, field, lines_of(held, page), unread=index in astride)
            for index, (field, held) in enumerate(inside)
        ),
    )


def joined_lines(lines: Sequence[str]) -> str:
    """Return the lines of a cell, none of them empty, as one text: a figure in one piece."""
    return "".join(lines) if all(map(_FIGURE.fullmatch, lines)) else joined(lines)


def _said(line: PrintedLine) -> str:
    """Return what a line in a cell says; a figure may be spaced out to fill the cell."""
    spaced = all(len(piece) == 1 for piece in line.segments)
    text = ("" if spaced else " ").join(line.segments)
    close = text.replace(" ", "")
    return close if _FIGURE.fullmatch(close) and max(map(len, text.split())) == 1 else text


def _cell(
    lattice: Lattice, field: LatticeCell, lines: Sequence[PrintedLine], *, unread: bool
) -> PrintedCell:
    widths = [line.right - line.left for line in lines]
    across = lattice.across[field.column + field.width] - lattice.across[field.column]
    across -= lattice.apart
    texts = [_said(line) for line in lines]
    narrow = all(
        above.right - above.left + first_word(below) + _LITTLE > _free(across, widths)
        for above, below in pairwise(lines)
    )
    return PrintedCell(
        row=field.row,
        column=field.column,
        height=field.height,
        width=field.width,
        text=joined_lines(texts) if narrow else joined(texts),
        open_above=field.open_above,
        open_below=field.open_below,
        open_aside=field.open_aside,
        top=lattice.down[field.row],
        across=across,
        down=lattice.down[field.row + field.height] - lattice.down[field.row],
        lead=first_word(lines[0]) if lines else 0.0,
        last=widths[-1] if lines else 0.0,
        widest=max(widths, default=0.0),
        printed=tuple(lines),
        unread=unread,
    )


def _free(across: float, widths: Sequence[float]) -> float:
    """Return how wide a line in a cell may be, for all that its lines show."""
    return max(*widths, across - PADDING)


def _inside(
    lattice: Lattice, glyphs: Iterable[Glyph], slots: Mapping[Slot, int]
) -> list[list[Glyph]]:
    """Return the characters in each of the cells; a mark that hangs out of one is its own."""
    inside: list[list[Glyph]] = [[] for _ in lattice.fields]
    last: tuple[Glyph, int] | None = None
    for glyph in glyphs:
        index = slots.get(slot_of(lattice, glyph))
        if last and glyph.text in _HANGING and _follows(last[0], glyph):
            index = last[1]
        last = (glyph, index) if index is not None else None
        if index is not None:
            inside[index].append(glyph)
    return inside


def _follows(before: Glyph, glyph: Glyph) -> bool:
    near = abs(glyph.left - before.right) <= _LITTLE
    return near and abs(glyph.base - before.base) <= _LITTLE
