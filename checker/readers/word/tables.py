"""Tables of Word: rows of cells that say how many columns they span and what they continue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.document.traces import TraceKind
from govcheck.late_pattern import late_pattern
from govcheck.readers.html.flow import FlowLine
from govcheck.readers.html.grid import CellSpan, Oversized
from govcheck.readers.html.layout import blocks_of, dissolved
from govcheck.readers.html.page_table import PageCell, PageTable
from govcheck.readers.word.alternatives import alternative
from govcheck.readers.word.book import Book
from govcheck.readers.word.source_map import SourceLine
from govcheck.readers.word.styles import is_on
from govcheck.readers.word.whole_numbers import whole_number
from govcheck.readers.word.writer import HIDDEN, BlockWriter
from govcheck.readers.xml_tree import Node

_WIDEST: Final = 1000
_PARTED: Final = late_pattern(r"\d{1,18}(?:\s{1,9}\d{1,18}){1,9}")
"""A figure with spaces in it, which …"""
_GROUPED: Final = late_pattern(r"\d{1,3}(?:\s\d{3}){1,5}")
"""… are not those between thousands."""
_ENCLOSING: Final = frozenset({"w:customXml", "w:smartTag", "w:ins", "w:moveTo"})


class Narration(Protocol):
    """The story that a table stands in, which also reads what stands in the table's cells."""

    book: Book
    writer: BlockWriter

    def read(self, nodes: list[Node], /) -> object:
        """Read blocks to where the writer puts them."""
        ...


@dataclass(slots=True)
class _SpanningCell:
    """A cell with its extent, which grows while rows continue it."""

    width: int
    page_cell: PageCell
    height: int = 1


def read_table(node: Node, story: Narration) -> None:
    """Read a table to where the story's writer puts blocks; layout dissolves into text."""
    table = PageTable(None, 0, mere_layout=False, groups=[_spans(node, story)])
    try:
        story.writer.blocks += blocks_of(table)
    except Oversized:
        story.writer.blocks += dissolved(table)
        story.book.notes.append("有表格超过二十万格，未按表格读取")


def _spans(node: Node, story: Narration) -> list[list[CellSpan[PageCell]]]:
    """Return the rows of a table; a cell that others continue spans their rows."""
    rows: list[list[_SpanningCell]] = []
    above: dict[int, _SpanningCell] = {}
    for row in _enclosed(node, "w:tr"):
        properties = row.child("w:trPr")
        if properties and _is_removed(properties, story):
            continue
        if properties and is_on(properties.child("w:hidden")):
            _read_unseen([*_enclosed(row, "w:tc")], story)
            continue
        cells, above = _row(row, properties, above, story)
        rows.append(cells)
    return [[CellSpan(cell.width, cell.height, cell.page_cell) for cell in row] for row in rows]


def _is_removed(properties: Node, story: Narration) -> bool:
    """Note the tracked changes of a row; return whether it is deleted."""
    anchor = story.book.map.next_anchor
    story.book.note_format(properties, anchor)
    inserted, removed = properties.child("w:ins"), properties.child("w:del")
    if inserted:
        story.book.note_change(inserted, TraceKind.INSERTION, anchor)
    if removed:
        story.book.note_change(removed, TraceKind.DELETION, anchor)
    return removed is not None


def _row(
    row: Node, properties: Node | None, above: dict[int, _SpanningCell], story: Narration
) -> tuple[list[_SpanningCell], dict[int, _SpanningCell]]:
    """Return the cells that begin in a row, and those that the next row may continue."""
    cells: list[_SpanningCell] = []
    open_: dict[int, _SpanningCell] = {}
    column = _count(properties, "w:gridBefore", 0)
    header = properties is not None and properties.child("w:tblHeader") is not None
    if column:
        cells.append(_SpanningCell(column, PageCell(None, header)))
    for node in _enclosed(row, "w:tc"):
        own = node.child("w:tcPr")
        if own and own.child("w:cellDel"):
            continue
        width = _count(own, "w:gridSpan", 1) or 1
        merge = own.child("w:vMerge") if own else None
        upper = above.get(column)
        if own and cells and _continues(own.child("w:hMerge")):
            cells[-1].width += width
            _read_unseen([node], story)
        elif _continues(merge) and upper and upper.width == width:
            upper.height += 1
            _read_unseen([node], story)
            open_[column] = upper
        else:
            cell = _SpanningCell(width, PageCell(None, header))
            _fill(cell.page_cell, node, story)
            cells.append(cell)
            if merge:
                open_[column] = cell
        column += width
    return cells, open_


def _continues(merge: Node | None) -> bool:
    return merge is not None and merge.get("w:val") != "restart"


def _read_unseen(cells: Sequence[Node], story: Narration) -> None:
    """Read what Word does not show: what stands in hidden rows and in continued cells."""
    aside = PageCell(None, header=False)
    for node in cells:
        _fill(aside, node, story)
    lines = (block for block in aside.blocks if isinstance(block, FlowLine))
    story.writer.blocks += [replace(line, around=HIDDEN, hidden=True) for line in lines]


def _fill(cell: PageCell, node: Node, story: Narration) -> None:
    """Read the content of a cell into it."""
    writer = story.writer
    outside, writer.blocks = writer.blocks, cell.blocks
    doubted, writer.doubted = writer.doubted, False
    story.read(node.children)
    writer.end_line()
    cell.unread = _is_unread(cell, doubted=writer.doubted)
    writer.blocks, writer.doubted = outside, doubted
    if cell.anchor is None:
        lines = (block for block in cell.blocks if isinstance(block, FlowLine))
        first = next(lines, None)
        cell.anchor = first.anchor if first else writer.map.add(SourceLine(writer.paragraph))


def _is_unread(cell: PageCell, *, doubted: bool) -> bool:
    """Whether the figure that a cell seems to hold, or its blank, may be another."""
    text = cell.written.strip()
    if any(sign.isalpha() for sign in text):
        return False
    parted = _PARTED.fullmatch(text) is not None and not _GROUPED.fullmatch(text)
    pictured = not text and any(isinstance(block, Image) for block in cell.blocks)
    return doubted or parted or pictured


def _enclosed(node: Node, name: str) -> Iterator[Node]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in node.children:
        if child.name == name:
            yield child
        elif child.name == "w:sdt":
            content = child.child("w:sdtContent")
            yield from _enclosed(content, name) if content else ()
        elif child.name == "mc:AlternateContent":
            yield from _enclosed(alternative(child), name)
        elif child.name in _ENCLOSING:
            yield from _enclosed(child, name)


def _count(properties: Node | None, name: str, otherwise: int) -> int:
    known = whole_number(properties.value(name) if properties else None)
    return otherwise if known is None else min(known, _WIDEST)
