"""Read a printed grid from top to bottom: whose line each is, and under which headings.

A cell is known by the labels around it: those to its left in its line and those above it in
its column.  So it does not matter how many tables a grid holds, how many grids hold a table,
and which labels are merged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from govcheck.document.blocks import Grid, GridCell
from govcheck.document.table import CellState
from govcheck.understanding.tables.cell_words import is_scrap, understood
from govcheck.understanding.tables.grid_lines import is_left_bare, telling_lines
from govcheck.understanding.tables.known_labels import Glossary, Meaning
from govcheck.understanding.tables.labels import is_subtotal, key
from govcheck.understanding.tables.printed_rows import PrintedRow, Zone


class Setting(Struct, frozen=True, kw_only=True):
    """Where a grid stands, and what its labels may mean there."""

    index: int
    """Its place in the body."""
    part: str | None
    context: str
    glossary: Glossary


class GridWalk:
    """Reads one grid from top to bottom."""

    def __init__(
        self,
        grid: Grid,
        surroundings: Setting,
        meanings: Mapping[str, Meaning],
        *,
        turned: bool = False,
    ) -> None:
        """Begin; ``turned`` says that its rows were printed as columns."""
        self._grid, self._around, self._meanings = grid, surroundings, meanings
        self._turned, self._width = turned, grid.width
        self._heads: dict[int, tuple[str, ...]] = {}
        self._lines: tuple[tuple[str, ...], ...] = ()
        self._zone = Zone(context=surroundings.context)
        self._tables: frozenset[str] = frozenset()
        self._last: str | None = None
        self._unlabelled = surroundings.part in surroundings.glossary.unlabelled

    def rows(self) -> Iterator[PrintedRow]:
        """Yield its lines that belong to statutory tables."""
        begun = False
        for at, line, fresh in telling_lines(self._grid):
            if self._is_data(line, fresh, begun=begun):
                if self._heads:
                    self._open_zone()
                begun = True
                yield from self._data(line, at)
            elif not begun or self._has_heads(fresh):
                self._add_heads(fresh)

    def _is_data(
        self, line: Sequence[GridCell], fresh: Sequence[GridCell], *, begun: bool
    ) -> bool:
        states = {understood(cell.text.normal).state for cell in fresh}
        if CellState.FIGURE in states:
            return True
        heads = self._has_heads(fresh)
        if heads or any(cell.unread for cell in fresh):
            return not heads
        first = next((cell.text.normal for cell in line if cell.text.normal), "")
        named = bool(first) and self._meanings[first].says_row
        if states <= {CellState.BLANK} or not (begun or named):
            return self._unlabelled and is_left_bare(line, self._named())
        return bool(states - {CellState.TEXT}) or (named and len(fresh) > 1)

    def _named(self) -> int:
        """Return how many of the headings name columns."""
        over = (text for stack in self._heads.values() for text in stack)
        return sum(1 for text in over if self._meanings[text].columns)

    def _has_heads(self, cells: Iterable[GridCell]) -> bool:
        return any(self._meanings[cell.text.normal].heads for cell in cells)

    def _add_heads(self, cells: Sequence[GridCell]) -> None:
        if self._grid.typed:
            self._lines += (tuple(cell.text.normal for cell in cells),)
        for cell in cells:
            if cell.text.normal:
                end = min(cell.column + cell.width, self._grid.width)
                for column in range(cell.column, end):
                    self._heads[column] = (*self._heads.get(column, ()), cell.text.normal)

    def _open_zone(self) -> None:
        """Let the headings gathered since the last line of data stand over what follows."""
        self._zone = Zone(heads=self._heads, context=self._around.context, lines=self._lines)
        over = [self._meanings[text] for stack in self._heads.values() for text in stack]
        heads = (meaning.columns & meaning.heads for meaning in over)
        self._tables = frozenset[str]().union(*heads)
        titles = [next(iter(meaning.heads)) for meaning in over if len(meaning.heads) == 1]
        self._last = titles[-1] if titles else None
        self._heads, self._lines = {}, ()

    def _data(self, line: Sequence[GridCell], at: int) -> Iterator[PrintedRow]:
        self._width = len(line)
        labels: list[GridCell] = []
        cells: list[GridCell] = []
        beneath: list[GridCell] = []
        for cell in line:
            if not self._is_label(cell, labels, cells):
                if cell.row == at:
                    (cells if self._may_hold(cell.column) else beneath).append(cell)
                continue
            if any(value.text.normal or self._is_known(value.column) for value in cells):
                yield from self._row(labels, cells, beneath)
                labels = []
            cells, beneath = [], []
            labels.append(cell)
        yield from self._row(labels, cells, beneath)

    def _is_label(
        self, cell: GridCell, labels: Sequence[GridCell], cells: Sequence[GridCell]
    ) -> bool:
        text = cell.text.normal
        if cell.unread or understood(text).state is not CellState.TEXT:
            return False
        if self._meanings[text].known or is_subtotal(text):
            return True
        if cells or (self._grid.typed and is_scrap(text)):
            return False
        bare = self._unlabelled and not labels
        named = bare or any(self._meanings[label.text.normal].beside for label in labels)
        return not (named and self._is_known(cell.column))

    def _is_known(self, column: int) -> bool:
        """Whether a heading of figures stands over a column."""
        return any(self._meanings[text].columns for text in self._zone.heads.get(column, ()))

    def _may_hold(self, column: int) -> bool:
        """Whether a figure can stand in a column: not beneath a corner."""
        stack, corners = self._zone.heads.get(column), self._around.glossary.corners
        return self._grid.typed or not stack or key(stack[-1]) not in corners

    def _row(
        self, beside: Sequence[GridCell], cells: Sequence[GridCell], beneath: Sequence[GridCell]
    ) -> Iterator[PrintedRow]:
        labels = [cell.text.normal for cell in sorted(beside, key=lambda cell: cell.row)]
        table = self._table(labels)
        if table is None or not cells:
            return
        self._last = table
        yield PrintedRow(
            table=table,
            labels=tuple(labels),
            cells=tuple(cells),
            beneath=tuple(beneath),
            zone=self._zone,
            part=self._around.part,
            block=self._around.index,
            typed=self._grid.typed,
            recognised=self._grid.recognised,
            width=self._width,
            turned=self._turned,
            line=cells[0].line or self._grid.line,
            page=self._grid.page,
        )

    def _table(self, labels: Sequence[str]) -> str | None:
        """Return the table that a line belongs to, by its innermost label that says so."""
        told = [(label, self._meanings[label]) for label in labels]
        table = self._around.glossary.table_beside(told, self._tables)
        if table is None and not labels and not self._tables:
            return self._around.glossary.unlabelled.get(self._around.part or "")
        return table or (self._last if labels or self._grid.typed else None)
