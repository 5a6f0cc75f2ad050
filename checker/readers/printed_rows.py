"""A statutory table as a document prints it, before it is fitted to the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCell:
    """A cell with a figure, or with what stands in a figure's place."""

    normal: str
    written: str
    column: int
    """Column of the grid; in running text the manieth value of its row, from 0."""
    width: int = 1
    line: int | None = None
    grid: tuple[int, int, int] | None = None
    """Index in the body of the grid, row and column there."""
    block: int
    span: tuple[int, int] | None = None
    """Where it starts and ends in the paragraph that it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """The lines of headings that stand over some rows, and what they say of each column."""

    heads: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    """Column of the grid to the headings above it, outermost first."""
    context: str = ""
    """What stands between the grid and whatever is before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A line of a printed table: its labels, outermost first, and its cells."""

    table: str
    """Id of the statutory table that it belongs to."""
    labels: tuple[str, ...]
    cells: tuple[PrintedCell, ...]
    zone: Zone
    part: str | None
    """Id of the part that it stands in."""
    block: int
    line: int | None = None
    page: int | None = None
