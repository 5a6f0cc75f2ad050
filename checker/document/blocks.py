"""What a document's body is made of, in reading order: paragraphs, pictures, printed tables."""

from enum import StrEnum

from msgspec import Struct

from govcheck.document.text import Text


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph of the body; a heading has a level."""

    text: Text
    line: int | None = None
    page: int | None = None
    heading: int | None = None
    """1 for a title, 2 for one of the parts, 3 for （一）, 4 for 1.; None for plain text."""
    anchor: int | None = None
    """Key by which the reader of its format finds it again in the file."""


class Shown(StrEnum):
    """What stands in a place of the body and is no text that was read."""

    PICTURE = "picture"
    FRAME = "frame"
    """Another file, shown in its place."""
    ATTACHMENT = "attachment"
    """A link to a file."""
    DRAWN = "drawn"
    """What a script draws in the browser."""


class Image(Struct, frozen=True, kw_only=True):
    """A picture, or what else is shown and was not read; an object's place among it.

    ``table`` names the statutory table that it stands for, if it does.
    """

    source: str
    alt: str = ""
    caption: str = ""
    line: int | None = None
    page: int | None = None
    table: str | None = None
    addresses: tuple[str, ...] = ()
    """Where its file may be found, the likeliest first; none where ``source`` alone says it."""
    missing: bool = False
    """The file is known not to exist."""
    read: bool = False
    """All that it says was recognised, and stands after it."""
    slight: bool = False
    """A sign or an ornament, which says nothing of the report."""
    linked: bool = False
    """It is a link that leads to something else than a picture."""
    shown: Shown = Shown.PICTURE
    zone: str = ""
    """As of a paragraph: nav, header, footer, aside, hidden or empty, as its page marks it."""
    anchor: int | None = None
    embedded: str = ""
    """What it is where it is no picture but the place of an object that was not read
    (Chinese): 图表, Excel 表格; or nothing."""

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, and no place of anything else."""
        return self.shown is Shown.PICTURE and not self.embedded

    @property
    def sources(self) -> tuple[str, ...]:
        """Where its file may be found, the likeliest first."""
        return self.addresses or (self.source,)


class GridCell(Struct, frozen=True, kw_only=True):
    """A cell as printed, at its upper left corner in the grid."""

    row: int
    column: int
    height: int = 1
    width: int = 1
    text: Text
    line: int | None = None
    anchor: int | None = None
    unread: bool = False
    """What stands in it was not read for certain."""


class Grid(Struct, frozen=True, kw_only=True):
    """A table as printed: every cell once, with the rows and columns that it spans."""

    cells: tuple[GridCell, ...]
    height: int
    width: int
    line: int | None = None
    page: int | None = None
    recognised: bool = False
    """Read from a picture, which stands before it."""
    typed: bool = False
    """Of plain text: merged cells may be repeated, blank or left out, so that a cell's column
    is only its number in its line."""


Block = Paragraph | Image | Grid


class Link(Struct, frozen=True, kw_only=True):
    """A hyperlink anywhere on the page, the furniture included."""

    address: str
    text: str
    line: int | None = None
    hidden: bool = False
    in_body: bool = True
