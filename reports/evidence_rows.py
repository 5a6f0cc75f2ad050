"""A table of the document as printed, with the evidence in its cells."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from govcheck.document.blocks import Grid, GridCell
from govcheck.reports.abridgement import ends
from govcheck.reports.marks import Mark, Marks
from govcheck.reports.references import Reference, distinct

_MOST_CELLS: Final = 2000
"""Of one table in a text that is too long to be shown whole (the largest statutory: 300)."""


class CellView(Struct, frozen=True, kw_only=True):
    """A printed cell and the findings that point to it."""

    text: str
    height: int
    width: int
    tone: str | None
    anchors: tuple[str, ...]
    findings: tuple[Reference, ...]


def printed_rows(
    grid: Grid, index: int, marks: Marks, *, long: bool
) -> Iterator[tuple[CellView, ...]]:
    """Yield the rows of the table at this block of the body.

    In a ``long`` text a table that is itself too large shows its first cells, and of the
    others those with evidence; cells then span nothing.
    """
    cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    whole = not long or len(cells) <= _MOST_CELLS
    rows: dict[int, list[CellView]] = {row: [] for row in range(grid.height)} if whole else {}
    for position, cell in enumerate(cells):
        found = marks.cells.get((index, cell.row, cell.column), ())
        if whole:
            rows[cell.row].append(_view(cell, found, cell.height, cell.width))
        elif found or position < _MOST_CELLS:
            rows.setdefault(cell.row, []).append(_view(cell, found, 1, 1))
    yield from map(tuple, rows.values())
    if not whole:
        shown = sum(map(len, rows.values()))
        yield (_bare(f"（此表共 {len(cells)} 格，略去 {len(cells) - shown} 格）"),)


def _view(cell: GridCell, found: tuple[Mark, ...], height: int, width: int) -> CellView:
    if not found:
        return _bare(cell.text.written, height, width)
    text = next((mark.masked for mark in found if mark.masked), cell.text.written)
    return CellView(
        text=ends(text),
        height=height,
        width=width,
        tone=found[0].tone,
        anchors=tuple(mark.anchor for mark in found),
        findings=distinct(mark.finding for mark in found),
    )


def _bare(words: str, height: int = 1, width: int = 1) -> CellView:
    return CellView(
        text=ends(words), height=height, width=width, tone=None, anchors=(), findings=()
    )
