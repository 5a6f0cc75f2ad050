"""The document's own text as the page shows it, with every piece of evidence in its place."""

from collections.abc import Iterator
from typing import TypedDict

from msgspec import Struct

from govcheck.blocks import Block, Grid, GridCell, Image, Paragraph
from govcheck.document import Document
from govcheck.reports.marks import Mark, Marks
from govcheck.reports.segments import Segment, segments


class _Pointing(TypedDict):
    tone: str | None
    anchors: tuple[str, ...]
    findings: tuple[int, ...]


class CellView(Struct, frozen=True, kw_only=True):
    """A printed cell and the findings that point to it."""

    text: str
    height: int
    width: int
    tone: str | None
    anchors: tuple[str, ...]
    findings: tuple[int, ...]


class BlockView(Struct, frozen=True, kw_only=True):
    """A paragraph (``segments``), a picture (``caption``) or a table (``rows``)."""

    kind: str
    line: int | None
    level: int = 0
    segments: tuple[Segment, ...] = ()
    caption: str = ""
    rows: tuple[tuple[CellView, ...], ...] = ()
    tone: str | None = None
    anchors: tuple[str, ...] = ()
    findings: tuple[int, ...] = ()


def text_views(document: Document, marks: Marks) -> Iterator[BlockView]:
    """Yield the body, block by block."""
    for index, block in enumerate(document.body):
        yield _block(block, index, marks.blocks.get(("body", index), ()), marks)


def furniture_views(document: Document, marks: Marks) -> Iterator[BlockView]:
    """Yield what of the page around the report holds evidence."""
    for index, block in enumerate(document.furniture):
        found = marks.blocks.get(("furniture", index), ())
        if found:
            yield _block(block, index, found, marks)


def _block(block: Block, index: int, found: tuple[Mark, ...], marks: Marks) -> BlockView:
    match block:
        case Paragraph():
            return BlockView(
                kind="paragraph",
                line=block.line,
                level=block.heading or 0,
                segments=tuple(segments(block.text, found)),
            )
        case Image():
            return BlockView(
                kind="image",
                line=block.line,
                caption=block.caption or block.alt or block.source.rpartition("/")[2][:80],
                **_pointing(found),
            )
        case Grid():
            return BlockView(
                kind="grid",
                line=block.line,
                rows=tuple(_rows(block, index, marks)),
                **_pointing(found),
            )


def _rows(grid: Grid, index: int, marks: Marks) -> Iterator[tuple[CellView, ...]]:
    rows: dict[int, list[GridCell]] = {row: [] for row in range(grid.height)}
    for cell in grid.cells:
        rows[cell.row].append(cell)
    for cells in rows.values():
        yield tuple(
            CellView(
                text=next((mark.masked for mark in found if mark.masked), cell.text.written),
                height=cell.height,
                width=cell.width,
                **_pointing(found),
            )
            for cell in sorted(cells, key=lambda cell: cell.column)
            for found in [marks.cells.get((index, cell.row, cell.column), ())]
        )


def _pointing(found: tuple[Mark, ...]) -> _Pointing:
    return {
        "tone": found[0].tone if found else None,
        "anchors": tuple(mark.anchor for mark in found),
        "findings": tuple(dict.fromkeys(mark.finding for mark in found)),
    }
