"""The tables of a page, gathered while it is read, as they are seen: hidden rows are none."""

from typing import Final

from msgspec.structs import replace

from govcheck.readers.html.fields import is_written_in
from govcheck.readers.html.flow import Flow, FlowLine, collapse, hidden
from govcheck.readers.html.frames import Frames
from govcheck.readers.html.grid import Oversized
from govcheck.readers.html.layout import blocks_of, dissolved
from govcheck.readers.html.markup import Element, spans_of
from govcheck.readers.html.page_table import PageCell
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.html.tables import OpenTables

_TOO_LARGE: Final = "有表格超过二十万格，未按表格读取"


class PageTables:
    """Puts tables into the flow of the page when they end."""

    def __init__(self, flow: Flow, frames: Frames, *, drawn: bool) -> None:
        """Begin with none; ``drawn`` says that scripts may write in them."""
        self._flow, self._frames, self._drawn = flow, frames, drawn
        self._open = OpenTables(flow)
        self.notes: tuple[str, ...] = ()
        """What could not be read as a table (Chinese)."""

    def begin(self, element: Element, around: Surroundings) -> Surroundings:
        """Open a table; return what holds in it.

        A hidden one is read like any other, and hidden as a whole when it ends.
        """
        shut = around.hidden or around.veiled
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
        if (table := self._open.end_table()) is None:
            return
        empty = table.take_templates() or (self._drawn and table.is_empty)
        if empty and not table.shut:
            self._frames.add_empty_table(table.line, around)
        try:
            blocks = dissolved(table) if empty else blocks_of(table)
        except Oversized:
            blocks = dissolved(table)
            self.notes = (_TOO_LARGE,)
        self._flow.blocks += map(hidden, blocks) if table.shut else blocks
