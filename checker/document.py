"""The document under check: an annual report as a body submitted it.

Readers build these types and kinds look at them; nothing here knows of HTML, Word or PDF,
and nothing here decides whether anything is right.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from govcheck.figure import Figure
from govcheck.form import Form
from govcheck.place import Place

T = TypeVar("T")


class AgencyKind(StrEnum):
    """Who publishes; article 49 gives governments and departments each a deadline."""

    GOVERNMENT = "government"
    """县级以上地方人民政府."""
    DEPARTMENT = "department"
    """县级以上人民政府部门, the office of a government among them."""
    TOWNSHIP = "township"
    """乡镇人民政府、街道办事处."""
    OTHER = "other"
    """管委会、事业单位 and other bodies that article 49 does not name."""


class Origin(StrEnum):
    """Where a fact about the document was found; the later, the weaker."""

    GIVEN = "given"
    """Said on the command line."""
    META = "meta"
    """A meta tag or the properties of the file."""
    LINE = "line"
    """A line that labels it: 发布日期：2025-01-20."""
    BODY = "body"
    """The document's own words."""
    ADDRESS = "address"
    """A date inside a web address: a last resort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A fact about the document, with the place and the manner in which it was found."""

    value: T
    origin: Origin
    quote: str = ""
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A run of text twice: as written, and in the normal form that rules are matched on.

    Normal text is in simplified characters and half-width digits and Latin letters, without
    zero-width characters and without white space at its ends or between Han characters'
    letter-spacing.  Punctuation keeps its width.  ``origin[i]`` is the index in ``written``
    of the normal character ``i``; None says that the two run side by side.
    """

    normal: str
    written: str
    origin: tuple[int, ...] | None = None

    def quote(self, start: int, end: int) -> str:
        """Return as written what stands at ``normal[start:end]``."""
        if self.origin is None or start >= end:
            return self.written[start:end]
        last = min(end, len(self.origin)) - 1
        return self.written[self.origin[start] : self.origin[last] + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the body; a heading has a level."""

    text: Text
    line: int | None = None
    page: int | None = None
    heading: int | None = None
    """1 for a title, 2 for one of the parts, 3 for （一）, 4 for 1.; None for plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture; ``table`` names the statutory table that it stands for, if it does."""

    source: str
    alt: str = ""
    caption: str = ""
    line: int | None = None
    page: int | None = None
    table: str | None = None
    missing: bool = False
    """The file is known not to exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell as printed, at its upper left corner in the grid."""

    row: int
    column: int
    height: int = 1
    width: int = 1
    text: Text
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as printed: every cell once, with the rows and columns that it spans."""

    cells: tuple[GridCell, ...]
    height: int
    width: int
    line: int | None = None
    page: int | None = None


Block = Paragraph | Image | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink anywhere on the page, the furniture included."""

    address: str
    text: str
    line: int | None = None
    hidden: bool = False
    in_body: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One numbered part of the body."""

    id: str | None
    """The form's part that it is, or None for one that the form does not know."""
    number: int | None
    """As written: 3 for 三、; None when the heading has none."""
    title: str
    """Normal text of the heading without its number."""
    start: int
    """Index in the body of the heading."""
    end: int
    """Index in the body after its last block."""
    known_by: str = "title"
    """title, variant, number or content: how the part was recognised."""


class CellState(StrEnum):
    """What a reader made of a cell."""

    FIGURE = "figure"
    BLANK = "blank"
    MARK = "mark"
    """A sign for nothing: /, -, 无."""
    TEXT = "text"
    """Words or a number that cannot be one: 若干, 减3."""
    ABSENT = "absent"
    """The document prints no such row or column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a statutory table: what was written, and the number that it means."""

    written: str
    state: CellState
    value: Decimal | None = None
    """The number, in the column's unit; None for every state but figure."""
    note: str = ""
    """What stands beside the number: （其中修订16件）."""
    place: Place = field(default_factory=Place)
    grid: tuple[int, int, int] | None = None
    """Index in the body of the grid, row and column of the printed cell."""


class DeviationKind(StrEnum):
    """In what a printed table differs from the form."""

    MISSING_TABLE = "missing-table"
    PICTURE = "picture"
    MISSING_ROW = "missing-row"
    MISSING_COLUMN = "missing-column"
    RENAMED_ROW = "renamed-row"
    RENAMED_COLUMN = "renamed-column"
    EXTRA_ROW = "extra-row"
    EXTRA_COLUMN = "extra-column"
    SUBTOTAL_ROW = "subtotal-row"
    ORDER = "order"
    MERGED = "merged"
    EDITION = "edition"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One difference between a printed table and the form."""

    kind: DeviationKind
    expected: str = ""
    printed: str = ""
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A statutory table, fitted to the form."""

    id: str
    form: str
    """Id of the edition whose rows and columns it prints, right or wrong for its year."""
    cells: Mapping[tuple[str, str], Cell]
    """(row id, column id) to cell; every row and column of that edition is here."""
    labels: Mapping[str, str]
    """Row id or column id to what a reader of the document would call it."""
    deviations: tuple[Deviation, ...] = ()
    place: Place = field(default_factory=Place)
    recognised: bool = False
    """The figures were read from a picture; no finding may rest on one of them alone."""

    def value(self, row: str, column: str) -> Decimal | None:
        """Return the number in a cell, or None when there is none to rely on."""
        cell = self.cells.get((row, column))
        return cell.value if cell else None

    @property
    def rows(self) -> tuple[str, ...]:
        """Row ids in the form's order."""
        return tuple(dict.fromkeys(row for row, _ in self.cells))

    @property
    def columns(self) -> tuple[str, ...]:
        """Column ids in the form's order."""
        return tuple(dict.fromkeys(column for _, column in self.cells))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs joined by line breaks, to be searched at once; knows where each stands."""

    text: str
    starts: tuple[int, ...]
    """Offset in ``text`` of each paragraph."""
    blocks: tuple[int, ...]
    """Index in the body of each paragraph."""
    part: str | None = None

    def locate(self, offset: int) -> tuple[int, int]:
        """Return the index in the body of the paragraph at an offset, and the offset in it."""
        index = bisect_right(self.starts, offset) - 1
        return self.blocks[index], offset - self.starts[index]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file that the document was read from."""

    name: str
    sha256: str = ""
    format: str = "text"
    encoding: str | None = None
    size: int = 0
    """In bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One annual report, read and understood."""

    source: Source
    form: Form
    """The edition that its fiscal year must follow (the newest when the year is unknown)."""
    title: Found[str] | None = None
    page_titles: tuple[Found[str], ...] = ()
    """The title element, the meta title, h1: what else calls itself the title."""
    agency: Found[str] | None = None
    agency_kind: AgencyKind | None = None
    region: tuple[str, ...] = ()
    """Province, prefecture, county, as far as known, outermost first: 云南, 昆明."""
    fiscal_year: Found[int] | None = None
    published: tuple[Found[date], ...] = ()
    """Every date that claims to be the publication date, the best first."""
    issuer: Found[str] | None = None
    """来源 or 发布机构."""
    period: Found[tuple[date, date]] | None = None
    contact: Found[str] | None = None
    """The sentence or paragraph that says how to reach the body."""
    legal_basis: tuple[Found[str], ...] = ()
    """Instruments that the introduction names as its basis, as written with 《》 and number."""
    body: tuple[Block, ...] = ()
    """Title, introduction and parts in reading order; nothing of the page around them."""
    parts: tuple[Part, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict[str, Table])
    """Table id to fitted table; one that is absent or a picture has only absent cells."""
    figures: tuple[Figure, ...] = ()
    """Quantities in the prose, in reading order."""
    furniture: tuple[Paragraph, ...] = ()
    """What the page carries around the report: menus, footers, advertisements."""
    links: tuple[Link, ...] = ()
    passages: Mapping[str, Passage] = field(default_factory=dict[str, Passage])
    """``body`` (all paragraphs), ``introduction``, each part's id, ``furniture``."""
    previous: "Document | None" = None
    """Last year's report, if it is at hand."""
    draft: bool = False
    """Not yet published: what publication brings cannot be asked of it."""
    notes: tuple[str, ...] = ()
    """What the reader could not read or had to guess, in words for the reader (Chinese)."""

    def part(self, part_id: str) -> Part | None:
        """Return the first part recognised as this one."""
        return next((part for part in self.parts if part.id == part_id), None)

    def table(self, table_id: str) -> Table | None:
        """Return the fitted table of this id."""
        return self.tables.get(table_id)

    def passage(self, name: str) -> Passage | None:
        """Return the searchable text of a part, the introduction, the body or the furniture."""
        return self.passages.get(name)

    @property
    def year(self) -> int | None:
        """The fiscal year, if known."""
        return self.fiscal_year.value if self.fiscal_year else None

    def place(self, passage: Passage, start: int, end: int) -> Place:
        """Return the place of ``passage.text[start:end]`` (within its first paragraph)."""
        index, offset = passage.locate(start)
        blocks = self.furniture if passage.part == "furniture" else self.body
        block = blocks[index]
        return Place(
            part=passage.part if passage.part != "body" else self.part_at(index),
            block=index,
            start=offset,
            end=offset + end - start,
            line=block.line,
            page=block.page,
        )

    def part_at(self, index: int) -> str | None:
        """Return the id of the part that holds a block of the body."""
        found = next((part for part in self.parts if part.start <= index < part.end), None)
        return found.id if found else "introduction"

    def quote(self, place: Place) -> str:
        """Return as written what stands at a place of the running text."""
        if place.block is None or place.start is None or place.end is None:
            return ""
        blocks = self.furniture if place.part == "furniture" else self.body
        block = blocks[place.block]
        return block.text.quote(place.start, place.end) if isinstance(block, Paragraph) else ""
