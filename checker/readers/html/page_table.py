"""A table as a page states it: row groups of rows of cells, with what flows in each."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct, field

from govcheck.document.blocks import Image, Shown
from govcheck.document.placeholders import is_placeholder
from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.html.grid import CellSpan
from govcheck.readers.plain.joining import joined
from govcheck.readers.raw import UNREADABLE
from govcheck.readers.running_text import NUMBER


class PageCell(Struct):
    """A cell with what flows in it."""

    line: int | None
    header: bool
    anchor: int | None = None
    drawn: bool = False
    """A script or a style sheet may write in it."""
    unread: bool = False
    """A figure in it was not read for certain."""
    blocks: list[FlowBlock] = field(default_factory=list[FlowBlock])
    inner: "LastTable | None" = None
    """The table that ended last in it."""

    @property
    def text(self) -> str:
        """What can be seen of its text."""
        return joined([line.text for line in self._lines]) or self._unread

    @property
    def written(self) -> str:
        """What can be seen of its text, line by line."""
        return "\n".join(line.text for line in self._lines) or self._unread

    @property
    def _unread(self) -> str:
        """A sign where something stands that is no text: a picture, what is crossed out."""
        something = self.drawn or any(map(_says_something, self.blocks))
        return UNREADABLE if something else ""

    @property
    def _lines(self) -> Iterator[FlowLine]:
        return (b for b in self.blocks if isinstance(b, FlowLine) and not b.hidden)

    @property
    def concealed(self) -> bool:
        """Whether it has text, and none that can be seen."""
        hidden = [is_hidden(block) for block in self.blocks]
        return bool(hidden) and all(hidden)

    @property
    def others(self) -> list[FlowBlock]:
        """What is no text to be seen: pictures, tables, hidden text."""
        return [b for b in self.blocks if not isinstance(b, FlowLine) or b.hidden]


def is_figure(cell: PageCell) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return NUMBER.fullmatch(cell.text.strip()) is not None


def _is_template(row: list[CellSpan[PageCell]]) -> bool:
    """Whether all that a row says is to be put in by a script."""
    return all(map(is_placeholder, _texts(row))) and len(list(_texts(row))) > 1


def _texts(row: list[CellSpan[PageCell]]) -> Iterator[str]:
    return (text for one in row if (text := one.cell.text.strip()))


def is_hidden(block: FlowBlock) -> bool:
    """Whether a block is not to be seen on the page."""
    return block.hidden if isinstance(block, FlowLine) else block.zone == "hidden"


def _says_something(block: FlowBlock) -> bool:
    if isinstance(block, FlowLine):
        return block.struck
    return isinstance(block, Image) and block.shown is Shown.PICTURE and not block.slight


class PageTable(Struct):
    """Row groups of rows of cells."""

    line: int | None
    container: int
    mere_layout: bool
    """The page says that it is no table of data."""
    groups: list[list[list[CellSpan[PageCell]]]]
    shut: bool = False
    """Nothing of it is to be seen."""
    feet: list[list[list[CellSpan[PageCell]]]] = field(
        default_factory=list[list[list[CellSpan[PageCell]]]]
    )
    """Groups that stand at its end, wherever the page has them."""
    columns: list[tuple[int, bool]] = field(default_factory=list[tuple[int, bool]])
    """Column elements: how many columns each stands for, and whether they are hidden."""

    @property
    def cells(self) -> Iterator[PageCell]:
        """Every cell in reading order."""
        return (span.cell for group in self.groups for row in group for span in row)

    def take_concealed_rows(self) -> list[FlowBlock]:
        """Take out the rows that have text and none to be seen; return their text."""
        taken: list[FlowBlock] = []
        for group in self.groups:
            rows = [[span.cell for span in row if span.cell.blocks] for row in group]
            concealed = [bool(row) and all(cell.concealed for cell in row) for row in rows]
            if any(concealed):
                for row, is_concealed in zip(rows, concealed, strict=True):
                    taken += chain.from_iterable(cell.blocks for cell in row if is_concealed)
                group[:] = [row for row, gone in zip(group, concealed, strict=True) if not gone]
        return taken

    def take_templates(self) -> bool:
        """Take out the rows that a script is to repeat for each of its own; tell if any is."""
        held = sum(map(len, self.groups))
        for group in self.groups:
            group[:] = [row for row in group if not _is_template(row)]
        return sum(map(len, self.groups)) < held

    @property
    def holds_figures(self) -> bool:
        """Whether a figure stands in it that is a cell of its own."""
        return any(map(is_figure, self.cells))

    @property
    def is_empty(self) -> bool:
        """Whether it has at most a head, in which no figure stands, and nothing behind it."""
        beheaded = not self.groups[-1] and sum(map(bool, self.groups)) <= 1
        if not beheaded and not all(cell.header for cell in self.cells):
            return False
        return not any(cell.text.strip().isdecimal() for cell in self.cells)

    @property
    def collapsed(self) -> frozenset[int]:
        """The numbers of the columns that are hidden."""
        flags = [collapsed for span, collapsed in self.columns for _ in range(span)]
        return frozenset(number for number, collapsed in enumerate(flags) if collapsed)


class LastTable(Struct, frozen=True):
    """A table that has ended, and where its blocks stand among others."""

    table: PageTable
    into: list[FlowBlock]
    begin: int
    end: int

    def touches(self, blocks: list[FlowBlock]) -> bool:
        """Whether nothing stands behind it where the page goes on."""
        return self.into is blocks and len(blocks) == self.end
