"""Statutory tables of a page on which no heading of a part was read: they may be pictures."""

from collections.abc import Mapping, Sequence
from typing import Final

from govcheck.document.blocks import Grid
from govcheck.document.form import Form
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.tables.known_labels import glossary

_OUTSIDE: Final = frozenset({"nav", "header", "footer", "aside", "hidden"})


def bare_tables(pieces: Sequence[Piece], forms: Mapping[str, Form]) -> frozenset[int]:
    """Return which pieces are grids with a label that such a table has."""
    known = glossary(tuple(table for one in forms.values() for table in one.tables.values()))
    return frozenset(
        index
        for index, piece in enumerate(pieces)
        if isinstance(piece.block, Grid)
        and piece.zone not in _OUTSIDE
        and any(known.meaning(cell.text.normal).known for cell in piece.block.cells)
    )
