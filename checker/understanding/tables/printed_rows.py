"""A statutory table as a document prints it, before it is fitted to the form."""

from collections.abc import Mapping

from msgspec import Struct, field

from govcheck.document.blocks import GridCell


class Zone(Struct, frozen=True, kw_only=True):
    """The lines of headings that stand over some rows, and what they say of each column."""

    heads: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    """Column of the grid to the headings above it, outermost first."""
    context: str = ""
    """What stands between the grid and whatever is before it."""
    lines: tuple[tuple[str, ...], ...] = ()
    """In plain text, where a cell's column is not to be trusted: the lines of headings."""

    def headed(self, heads: Mapping[int, tuple[str, ...]]) -> "Zone":
        """Return the zone with other headings over its columns."""
        return Zone(heads=heads, context=self.context, lines=self.lines)


class PrintedRow(Struct, frozen=True, kw_only=True):
    """A line of a printed table: its labels, outermost first, and its cells."""

    table: str
    """Id of the statutory table that it belongs to."""
    labels: tuple[str, ...]
    cells: tuple[GridCell, ...]
    """What stands in the place of figures; a cell of running text is given a column, from 0."""
    zone: Zone
    part: str | None
    """Id of the part that it stands in."""
    block: int
    """Index in the body of the grid, or of the paragraph with the label."""
    beneath: tuple[GridCell, ...] = ()
    """What stands behind the labels, yet still beneath the corner over them."""
    typed: bool = False
    """Of plain text: a cell's column is but its number in the line."""
    recognised: bool = False
    """Read from a picture."""
    width: int = 0
    """How many cells its line has, labels included."""
    turned: bool = False
    """Rows and columns are exchanged: a cell's column is the grid's row."""
    spans: Mapping[int, tuple[int, int, int]] | None = None
    """In running text: column to index in the body of the paragraph, start and end there."""
    line: int | None = None
    page: int | None = None
