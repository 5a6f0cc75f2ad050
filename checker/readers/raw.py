"""What a format reader hands over: a page's blocks in reading order, before any meaning.

A format reader (``from_html``, ``from_text``, …) knows one file format and nothing of annual
reports; what follows it knows annual reports and no file format.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from govcheck.document.blocks import Image, Link, Shown
from govcheck.document.source_lines import SourceLines
from govcheck.document.traces import Trace

FORMAT_NAMES: Final = ("html", "text", "docx", "pdf")
"""What readers call the formats that they know; rules name them."""


UNREADABLE: Final = "\ufffd"
"""In the text of a cell: something stands there, and it cannot be told what."""


class RawParagraph(Struct, frozen=True, kw_only=True):
    """A run of text between two line breaks or block borders, as written."""

    text: str
    line: int | None = None
    page: int | None = None
    level: int | None = None
    """1 to 6 for h1 to h6, a Markdown # or a Word heading style; None for other text."""
    linked: float = 0.0
    """Share of its characters that stand inside links, 0 to 1."""
    zone: str = ""
    """nav, header, footer, aside, hidden, list or empty: how its surroundings are marked."""
    container: int = 0
    """Number of the innermost block container (div, td, article …) that it stands in."""
    anchor: int | None = None
    """Key by which the reader of its format finds it again in the file."""


class RawCell(Struct, frozen=True, kw_only=True):
    """A table cell at its upper left corner in the grid."""

    row: int
    column: int
    height: int = 1
    width: int = 1
    text: str
    line: int | None = None
    header: bool = False
    anchor: int | None = None
    unread: bool = False
    """What stands in it was not read for certain."""


class RawGrid(Struct, frozen=True, kw_only=True):
    """A table as printed: every cell once, placed on a true grid, none overlapping."""

    cells: tuple[RawCell, ...]
    height: int
    width: int
    line: int | None = None
    page: int | None = None
    container: int = 0
    recognised: bool = False
    """Read from a picture, which stands before it."""
    typed: bool = False
    """As of plain text: merged cells may be repeated, blank or left out."""
    zone: str = ""
    """hidden or empty: whether its page shows it."""


RawBlock = RawParagraph | RawGrid | Image


class RawFrame(Struct, frozen=True, kw_only=True):
    """A place in which a page shows another file."""

    address: str
    block: int
    """Index of the block that marks it."""


class RawPage(Struct, frozen=True, kw_only=True):
    """A whole file, read."""

    blocks: tuple[RawBlock, ...]
    title: str = ""
    """The title element or the title among the file's properties."""
    meta: Mapping[str, str] = field(default_factory=dict[str, str])
    """Meta tags and properties, by name in lower case."""
    links: tuple[Link, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Contents of the images that are at hand, by their source."""
    format: str = "text"
    """One of ``FORMAT_NAMES``."""
    encoding: str | None = None
    traces: tuple[Trace, ...] = ()
    """Tracked changes and comments; the blocks are the text as if all changes were accepted."""
    notes: tuple[str, ...] = ()
    """What could not be read, in words for the user (Chinese)."""
    drawn_by: str = ""
    """What a browser may draw more of the page with (Chinese): 脚本, 框架; or nothing."""
    saved: bool = False
    """A browser has saved or printed it, perhaps before its text had come."""
    unstyled: bool = False
    """Style sheets outside the file say what of it is shown."""
    still: bool = False
    """Nothing on it can ever show what it hides."""
    undated: bool = False
    """A script shows the day of its publication, which is not in the file."""
    incomplete: bool = False
    """Pages or tables of it could not be read: what is not seen may yet stand in the file."""
    cut: bool = False
    """The file ends in the middle of the page: what follows was not saved."""
    unended: bool = False
    """Its source begins a page and has no end of it, which many a sound page leaves out."""
    scanned: frozenset[int] = frozenset()
    """Pages whose words were recognised in a picture."""
    paged: int | None = None
    """Which page of several its script says that this is; 0 where it does not tell."""
    framed: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Contents of the frames that it holds or that are packed with it, by their address."""
    lines: SourceLines | None = None
    """Of a file that has lines: on which of them its words stand."""

    @property
    def frames(self) -> tuple[RawFrame, ...]:
        """What it shows of other files and has not been read, in its order."""
        return tuple(
            RawFrame(address=block.source, block=index)
            for index, block in enumerate(self.blocks)
            if isinstance(block, Image)
            and block.shown is Shown.FRAME
            and block.zone != "hidden"
        )
