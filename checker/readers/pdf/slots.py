"""In which cell of a ruled table a character stands, and which figures stand in two."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from govcheck.readers.pdf.folio import Folio, Glyph
from govcheck.readers.pdf.lattice import Lattice

_CLOSE: Final = 0.15
"""Digits no further apart, by their size, are of one figure."""
_EDGE: Final = 3.0
"""Points by which the border of a table may lie beyond its page."""
_LEVEL: Final = 1.0
"""So many points may their lines differ."""

Slot = tuple[int, int]
"""A row and a column."""


def slot_of(lattice: Lattice, glyph: Glyph) -> Slot:
    """Return the row and column that a character stands in."""
    x, y = glyph.middle
    row = bisect_right(lattice.down, y) - 1
    return row, bisect_right(lattice.across, x) - 1


def fields_by_slot(lattice: Lattice) -> dict[Slot, int]:
    """Return of every row and column which of the table's cells lies there."""
    return {
        (row, column): index
        for index, field in enumerate(lattice.fields)
        for row in range(field.row, field.row + field.height)
        for column in range(field.column, field.column + field.width)
    }


def fields_astride(
    lattice: Lattice, glyphs: Sequence[Glyph], fields: Mapping[Slot, int]
) -> frozenset[int]:
    """Return the cells whose figure goes on across a border: none of them holds it whole."""
    return frozenset(
        field
        for one, other in pairwise(glyphs)
        if _are_one_figure(one, other)
        for here, there in [[fields.get(slot_of(lattice, glyph)) for glyph in (one, other)]]
        if here != there
        for field in (here, there)
        if field is not None
    )


def _are_one_figure(one: Glyph, other: Glyph) -> bool:
    return one.text.isdigit() and other.text.isdigit() and _are_close(one, other)


def _are_close(one: Glyph, other: Glyph) -> bool:
    near = abs(other.left - one.right) <= _CLOSE * one.size
    return near and abs(other.base - one.base) <= _LEVEL


def runs_out(lattice: Lattice, page: Folio) -> bool:
    """Whether a table goes on beyond its page, or a text beside the table or the other way."""
    box = lattice.box
    beyond = not -_EDGE <= box.left <= box.right <= page.width + _EDGE
    return (
        beyond
        or _is_cut(lattice, page)
        or any(
            box.holds(one.middle) != box.holds(other.middle)
            for one, other in pairwise(page.glyphs)
            if one.text.isalnum() and other.text.isalnum() and _are_close(one, other)
        )
    )


def _is_cut(lattice: Lattice, page: Folio) -> bool:
    """Whether a table that has a border on its left has none on its right.

    A printer that gives a wide table too little room ends it there, wherever that may be.
    """
    box = lattice.box
    left, right = (
        any(
            abs(one.at - side) <= _EDGE and one.start < box.bottom and one.end > box.top
            for one in page.drawing.upright
        )
        for side in (box.left, box.right)
    )
    return left and not right
