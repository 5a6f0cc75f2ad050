"""Ruled tables with their texts."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.lattice import Lattice
from govcheck.readers.pdf.lines import lines_of
from govcheck.readers.plain.joining import joined
from govcheck.readers.raw import RawCell, RawGrid


class PrintedCell(Struct, frozen=True, kw_only=True):
    """A cell, and which of its ends no line closes."""

    row: int
    column: int
    height: int
    width: int
    text: str
    open_above: bool = False
    open_below: bool = False


class PrintedTable(Struct, frozen=True, kw_only=True):
    """A table from its first page on; ``across`` are the borders of its columns."""

    page: int
    across: tuple[float, ...]
    height: int
    cells: tuple[PrintedCell, ...]

    def grid(self) -> RawGrid:
        """Return it as every format has it; lines in which no cell begins are left out."""
        rows = _numbering({cell.row for cell in self.cells}, self.height)
        columns = _numbering({cell.column for cell in self.cells}, len(self.across) - 1)
        return RawGrid(
            cells=tuple(
                RawCell(
                    row=rows[cell.row],
                    column=columns[cell.column],
                    height=rows[cell.row + cell.height] - rows[cell.row],
                    width=columns[cell.column + cell.width] - columns[cell.column],
                    text=cell.text,
                )
                for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column))
            ),
            height=rows[-1],
            width=columns[-1],
            page=self.page,
        )


def printed_table(lattice: Lattice, glyphs: Iterable[Glyph], page: int) -> PrintedTable:
    """Return a ruled table with the characters that stand in each of its cells."""
    return PrintedTable(
        page=page,
        across=lattice.across,
        height=len(lattice.down) - 1,
        cells=tuple(
            PrintedCell(
                row=field.row,
                column=field.column,
                height=field.height,
                width=field.width,
                text=joined([" ".join(line.segments) for line in lines_of(held, page)]),
                open_above=field.open_above,
                open_below=field.open_below,
            )
            for field, held in zip(lattice.fields, _inside(lattice, glyphs), strict=True)
        ),
    )


def _inside(lattice: Lattice, glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the characters in each of the cells."""
    at = {
        (row, column): index
        for index, field in enumerate(lattice.fields)
        for row in range(field.row, field.row + field.height)
        for column in range(field.column, field.column + field.width)
    }
    inside: list[list[Glyph]] = [[] for _ in lattice.fields]
    for glyph in glyphs:
        x, y = glyph.middle
        slot = bisect_right(lattice.down, y) - 1, bisect_right(lattice.across, x) - 1
        if slot in at:
            inside[at[slot]].append(glyph)
    return inside


def _numbering(kept: set[int], end: int) -> list[int]:
    """Return for every index up to ``end`` how many of those kept come before it."""
    return list(accumulate((index in kept for index in range(end)), initial=0))
