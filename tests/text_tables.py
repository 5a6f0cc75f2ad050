"""Statutory tables printed as plain text: cells parted by pipes or tabs, in many ways."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from govcheck.readers.raw import RawGrid

Separate = Callable[[Sequence[str]], str]
"""From the cells of a row to its line."""

SEPARATORS: Mapping[str, Separate] = {
    "pipes around": lambda cells: f"| {' | '.join(cells)} |",
    "pipes around, close": lambda cells: f"|{'|'.join(cells)}|",
    "pipes between": " | ".join,
    "pipe behind": lambda cells: f"{' | '.join(cells)} |",
    "pipe before": lambda cells: f"| {' | '.join(cells)}",
    "full-width pipes": lambda cells: f"｜{'｜'.join(cells)}｜",
    "tabs": "\t".join,
}


class Merged(Enum):
    """What stands in the cells that a merged cell covers, but for its own."""

    REPEATED = "repeated"
    BLANK = "blank"
    DROPPED = "dropped"
    """No cell at all: the lines have as many cells as a page's source has."""


class Ends(Enum):
    """What becomes of blank cells."""

    KEPT = "kept"
    PADDED = "padded"
    """All lines are made as long as the longest."""
    TRIMMED = "trimmed"
    """Those behind the last filled cell are left out."""
    SWALLOWED = "swallowed"
    """All are left out."""


class TextLayout(Struct, frozen=True, kw_only=True):
    """How a table is printed as text."""

    separate: Separate
    across: Merged = Merged.REPEATED
    """For cells that cover several columns."""
    down: Merged = Merged.REPEATED
    """For cells that cover several lines."""
    rule: int | None = 1
    """After how many lines Markdown's line stands; None for nowhere."""
    heads: int | None = None
    """How many lines of headings are printed, the last ones; None for all."""
    label_levels: int | None = None
    """How many columns of labels are printed, the last ones; None for all."""
    ends: Ends = Ends.KEPT
    wrapped: int | None = None
    """A line that is longer is broken after so many characters."""
    figure: Callable[[str], str] = str
    label: Callable[[str], str] = str


def text_table(table: RawGrid, layout: TextLayout) -> list[str]:
    """Return the lines of a printed table as text."""
    rows = [_ended(cells, layout.ends) for cells in _rows(table, layout)]
    width = max(map(len, rows))
    if layout.ends is Ends.PADDED:
        rows = [cells + [""] * (width - len(cells)) for cells in rows]
    lines = [layout.separate(cells) for cells in rows if cells]
    if layout.rule is not None:
        lines.insert(layout.rule, "|" + "|".join(["---"] * width) + "|")
    return [piece for line in lines for piece in _wrapped(line, layout.wrapped)]


def _ended(cells: list[str], ends: Ends) -> list[str]:
    if ends is Ends.SWALLOWED:
        return [text for text in cells if text]
    if ends is Ends.TRIMMED:
        while cells and not cells[-1]:
            cells.pop()
    return cells


def _wrapped(line: str, length: int | None) -> list[str]:
    if length is None:
        return [line]
    pieces = [line[at : at + length] for at in range(0, len(line), length)]
    return [piece for piece in pieces if piece.strip()]


def _rows(table: RawGrid, layout: TextLayout) -> list[list[str]]:
    texts: list[list[str | None]] = [[""] * table.width for _ in range(table.height)]
    for cell in table.cells:
        written = (layout.label if cell.header else layout.figure)(cell.text)
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                again = layout.down if row > cell.row else layout.across
                own = (row, column) == (cell.row, cell.column)
                texts[row][column] = written if own else _again(again, written)
    first = min(cell.row for cell in table.cells if not cell.header)
    left = min(cell.column for cell in table.cells if not cell.header)
    top = 0 if layout.heads is None else max(0, first - layout.heads)
    levels = 0 if layout.label_levels is None else max(0, left - layout.label_levels)
    return [[text for text in line[levels:] if text is not None] for line in texts[top:]]


def _again(merged: Merged, written: str) -> str | None:
    return {Merged.REPEATED: written, Merged.BLANK: "", Merged.DROPPED: None}[merged]
