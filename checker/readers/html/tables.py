"""The tables around the place that a reader has come to, gathered while a page is read."""

from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.flow import Flow, FlowBlock
from govcheck.readers.html.grid import CellSpan
from govcheck.readers.html.page_table import PageCell, PageTable

_MOST_NESTED: Final = 20
"""Tables nested deeper than this are layout whatever they hold."""


class OpenTables:
    """The tables around the place that a reader has come to."""

    def __init__(self, flow: Flow) -> None:
        """Lead what flows into the cells of tables and back."""
        self._flow = flow
        self._open: list[tuple[PageTable, list[FlowBlock]] | None] = []

    def begin_table(
        self, line: int | None, container: int, *, mere_layout: bool, shut: bool
    ) -> None:
        """Open a table; what follows it will stand where the flow leads now."""
        if len(self._open) >= _MOST_NESTED:
            self._open.append(None)
            return
        table = PageTable(line, container, mere_layout, [[]], shut)
        self._open.append((table, self._flow.blocks))

    def begin_group(self, *, foot: bool) -> None:
        """Open a row group: thead, tbody or tfoot."""
        if table := self._innermost():
            table.groups.append([])
            if foot:
                table.feet.append(table.groups[-1])

    def add_columns(self, span: str | None, *, collapsed: bool) -> None:
        """Take note of a column element."""
        if table := self._innermost():
            table.columns.append((_span(span) or 1, collapsed))

    def begin_row(self) -> None:
        """Open a row."""
        if table := self._innermost():
            table.groups[-1].append([])

    def add_cell(self, cell: PageCell, colspan: str | None, rowspan: str | None) -> None:
        """Add a cell with what is in it already."""
        table = self._innermost()
        if table is None:
            self._flow.blocks += cell.blocks
        else:
            table.groups[-1][-1].append(CellSpan(_span(colspan) or 1, _span(rowspan), cell))

    def begin_cell(self, cell: PageCell, colspan: str | None, rowspan: str | None) -> None:
        """Open a cell and let the flow lead into it."""
        if self._innermost() is not None:
            self.add_cell(cell, colspan, rowspan)
            self._flow.blocks = cell.blocks

    def end_cell(self) -> None:
        """Let the flow lead to what is around the table again."""
        if self._open and (opened := self._open[-1]):
            self._flow.blocks = opened[1]

    def end_table(self) -> PageTable | None:
        """Close the table opened last; None for one whose cells flowed on outside."""
        closed = self._open.pop()
        if closed is None:
            return None
        table, _ = closed
        for foot in table.feet:
            table.groups.sort(key=lambda group: group is foot)
        return table

    @property
    def cell(self) -> PageCell | None:
        """The cell that the flow leads into, or None outside of all tables."""
        table = self._innermost()
        return (
            table.groups[-1][-1][-1].cell
            if table and table.groups[-1] and table.groups[-1][-1]
            else None
        )

    def _innermost(self) -> PageTable | None:
        """Return the table that rows and cells belong to; a hostile tree has them in none."""
        opened = self._open[-1] if self._open else None
        return opened[0] if opened else None


_DIGITS: Final = late_pattern(r"\s*\+?([0-9]{1,6})")
_WIDEST: Final = 1000


def _span(written: str | None) -> int:
    """Read a rowspan or colspan as browsers do: the digits that it begins with, or 1."""
    found = _DIGITS.match(written) if written else None
    return min(int(found[1]), _WIDEST) if found else 1
