"""The tables of a page, gathered while it is read, as they are seen: hidden rows are none."""

from typing import Final

from msgspec.structs import replace

from govcheck.readers.html.fields import is_written_in
from govcheck.readers.html.flow import Flow, FlowBlock, FlowLine, collapse, hidden
from govcheck.readers.html.frames import Frames
from govcheck.readers.html.grid import Oversized
from govcheck.readers.html.layout import blocks_of, dissolved
from govcheck.readers.html.markup import Element, spans_of
from govcheck.readers.html.page_table import LastTable, PageCell, PageTable
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.html.tables import OpenTables
from govcheck.readers.html.touching import bare, joined, made_of_tables

_TOO_LARGE: Final = "有表格超过二十万格，未按表格读取"
_MOST_JOINED: Final = 500
"""Tables of a page put to those above them; each lays out anew all that it is put to."""


class PageTables:
    """Puts tables into the flow of the page when they end."""

    def __init__(self, flow: Flow, frames: Frames, *, drawn: bool) -> None:
        """Begin with none; ``drawn`` says that scripts may write in them."""
        self._flow, self._frames, self._drawn = flow, frames, drawn
        self._open = OpenTables(flow)
        self.notes: tuple[str, ...] = ()
        """What could not be read as a table (Chinese)."""
        self._before: list[LastTable | None] = [None]
        """Of each table around, and of the page, what ended last in it."""
        self._joined = 0

    def begin(self, element: Element, around: Surroundings) -> Surroundings:
        """Open a table; return what holds in it.

        A hidden one is read like any other, and hidden as a whole when it ends.
        """
        shut = around.hidden or around.veiled
        self._before.append(None)
        self._open.begin_table(
            element.source_line,
            around.container,
            mere_layout=element.attr("role") in {"presentation", "none"},
            shut=shut,
        )
        if not shut:
            return around
        return replace(around, hidden=False, veiled=False, unseen=False, shut=True)

    def add_columns(self, element: Element, around: Surroundings) -> None:
        """Take note of a column element."""
        self._open.add_columns(element.attr("span"), collapsed=around.veiled)

    def begin_group(self, element: Element, around: Surroundings) -> None:
        """Open a group of rows."""
        if not around.hidden:
            self._open.begin_group(foot=element.tag == "tfoot")

    def begin_row(self, around: Surroundings) -> None:
        """Open a row."""
        if not around.hidden:
            self._open.begin_row()

    def begin_cell(self, element: Element, around: Surroundings) -> None:
        """Open a cell."""
        if not around.hidden:
            cell = PageCell(element.source_line, element.tag == "th", self._flow.mark())
            cell.drawn = is_written_in(element, by_script=self._drawn)
            self._open.begin_cell(cell, *spans_of(element))

    def add_cell(self, element: Element, data: str, around: Surroundings) -> None:
        """Do at once what opening and closing a cell comes to: most elements are cells."""
        position = element.position
        self._flow.meet(position)
        line, anchor = position and position[0], self._flow.mark()
        cell = PageCell(line, element.tag == "th", anchor)
        if text := collapse(data):
            unseen, struck = around.unseen, around.struck
            cell.blocks.append(FlowLine(text, line, 0.0, around, unseen, anchor, struck))
        else:
            cell.drawn = is_written_in(element, by_script=self._drawn)
        if around.hidden:
            self._flow.blocks += cell.blocks
        else:
            self._open.add_cell(cell, *spans_of(element))

    def end_cell(self) -> None:
        """Close a cell."""
        self._open.end_cell()

    def end(self, around: Surroundings) -> None:
        """Close a table and put it into the flow."""
        self._before.pop()
        if (table := self._open.end_table()) is None:
            return
        empty = table.take_templates() or (self._drawn and table.is_empty)
        blocks = self._flow.blocks
        if table.shut:
            blocks += map(hidden, dissolved(table) if empty else self._blocks_of(table))
            return
        before = self._before[-1]
        above = before if before and before.touches(blocks) else None
        begin = len(blocks)
        if empty:
            self._frames.add_empty_table(table.line, around)
            blocks += dissolved(table)
            self._keep(table, begin)
        else:
            self._add(made_of_tables(table), above)

    def _add(self, table: PageTable, above: LastTable | None) -> None:
        """Put a table into the flow, with that above it if both are pieces of one."""
        blocks = self._flow.blocks
        whole = joined(above.table, table) if above and self._joined < _MOST_JOINED else None
        self._joined += whole is not None
        begin = above.begin if above and whole else len(blocks)
        if whole and whole.holds_figures:
            del blocks[begin:]
            blocks += self._blocks_of(whole)
        else:
            blocks += self._blocks_of(table)
        self._keep(whole or table, begin)

    def _keep(self, table: PageTable, begin: int) -> None:
        """Keep a table for what may touch it, unless some of it has been taken out."""
        blocks = self._flow.blocks
        last = LastTable(table, blocks, begin, len(blocks))
        self._before[-1] = last if bare(blocks[begin:]) else None
        if cell := self._open.cell:
            cell.inner = self._before[-1]

    def _blocks_of(self, table: PageTable) -> list[FlowBlock]:
        try:
            return blocks_of(table)
        except Oversized:
            self.notes = (_TOO_LARGE,)
            return dissolved(table)
