"""The document under check: an annual report as a body submitted it.

Readers build it, kinds look at it; nothing here knows file formats, or what is right.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from govcheck.document.blocks import Block, Link, Paragraph
from govcheck.document.demand import Demand
from govcheck.document.extent import holding
from govcheck.document.figure import Figure
from govcheck.document.form import Form
from govcheck.document.found import Found
from govcheck.document.place import Place
from govcheck.document.source import Source
from govcheck.document.source_lines import SourceLines
from govcheck.document.table import Table
from govcheck.document.text import Passage
from govcheck.document.traces import Trace
from govcheck.document.vocabulary import Vocabulary


class AgencyKind(StrEnum):
    """Who publishes; article 49 gives governments and departments each a deadline."""

    GOVERNMENT = "government"
    """县级以上地方人民政府."""
    DEPARTMENT = "department"
    """县级以上人民政府部门, the office of a government among them."""
    TOWNSHIP = "township"
    """乡镇人民政府, of which article 50(1)(四) speaks as well."""
    SUB_DISTRICT = "sub-district"
    """街道办事处, an outpost of a government and none itself."""
    AUTHORISED = "authorised"
    """法律、法规授权的组织 (article 54): 管委会, 支队, 中心; article 49 does not name them."""
    NOT_ADMINISTRATIVE = "not-administrative"
    """No 行政机关: 人大, 监委, courts, procuratorates, 政协, party bodies, 群团."""
    INSTITUTION = "institution"
    """公共企事业单位 (article 55), to which other rules apply."""
    OTHER = "other"
    """Bodies whose nature their names do not tell."""


class Part(Struct, frozen=True, kw_only=True):
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


class Document(Struct, frozen=True, kw_only=True):
    """One annual report, read and understood."""

    source: Source
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """The language that it was understood by."""
    form: Form
    """The edition that its fiscal year must follow (the newest when the year is unknown)."""
    title: Found[str] | None = None
    page_titles: tuple[Found[str], ...] = ()
    """The title element, the meta title, h1: what else calls itself the title."""
    agency: Found[str] | None = None
    agency_kind: AgencyKind | None = None
    region: tuple[str, ...] = ()
    """Province, prefecture, county, as far as known, outermost first: 云南, 昆明."""
    demands: tuple[Demand, ...] = ()
    """What its place asks of it beyond the law."""
    fiscal_year: Found[int] | None = None
    published: tuple[Found[date], ...] = ()
    """Every date that claims to be the publication date, the best first."""
    signed: Found[date] | None = None
    """The day that it is signed with, which is not the day of its publication."""
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
    """What the page carries around the report."""
    links: tuple[Link, ...] = ()
    passages: Mapping[str, Passage] = field(default_factory=dict[str, Passage])
    """``body`` (all paragraphs), ``introduction``, each part's id, ``furniture``."""
    traces: tuple[Trace, ...] = ()
    """Tracked changes and comments that its file still holds."""
    notes: tuple[str, ...] = ()
    """What the reader could not read or had to guess, in words for the reader (Chinese)."""
    scanned: frozenset[int] = frozenset()
    """Pages whose words were recognised in a picture."""
    incomplete: bool = False
    """Pages or tables could not be read: what is not seen here may yet stand in the file."""
    cut: bool = False
    """Its file ends in the middle, and nothing shows that the report ended before."""
    closed: bool = False
    """A signature, a date or the page's foot stands after the last part."""
    undated: bool = False
    """A script shows the day of its publication on the page; the file does not."""
    copied: bool = False
    """Its page has it twice, and does not tell which it shows: the first is read."""
    followed: bool = False
    """Its parts come again on its page, with another text and no title: the first are read."""
    paged: int | None = None
    """Which page of several of its text it is, and lacks parts; 0 where that is not told."""
    lines: SourceLines | None = None
    """Of a file that has lines: on which of them its words stand."""

    def part(self, part_id: str) -> Part | None:
        """Return the first part recognised as this one."""
        return next((part for part in self.parts if part.id == part_id), None)

    def table(self, table_id: str) -> Table | None:
        """Return the fitted table of this id."""
        return self.tables.get(table_id)

    @property
    def form_tables(self) -> list[Table]:
        """The fitted tables, in the order of the form."""
        return [self.tables[one] for one in self.form.tables if one in self.tables]

    def passage(self, name: str) -> Passage | None:
        """Return the searchable text of a part, the introduction, the body or the furniture."""
        return self.passages.get(name)

    @property
    def year(self) -> int | None:
        """The fiscal year, if known."""
        return self.fiscal_year.value if self.fiscal_year else None

    def place(self, passage: Passage, start: int, end: int) -> Place:
        """Return the place of ``passage.text[start:end]`` (within its first paragraph)."""
        index, start, end = passage.within(start, end)
        if passage.part != "furniture":
            return self.block_place(index, start, end)
        block = self.furniture[index]
        whole = Place(part="furniture", block=index, line=block.line, page=block.page)
        return replace(whole, start=start, end=end)

    def block_place(
        self, index: int, start: int | None = None, end: int | None = None
    ) -> Place:
        """Return the place of a block of the body, or of some of its characters."""
        block = self.body[index]
        whole = Place(part=self.part_at(index), block=index, line=block.line, page=block.page)
        return replace(whole, start=start, end=end)

    def part_at(self, index: int) -> str | None:
        """Return the id of the part that holds a block of the body."""
        found = holding(self.parts, index)
        return found.id if found else "introduction"

    def quote(self, place: Place) -> str:
        """Return as written what stands at a place of the running text."""
        block = self.block(place)
        if place.start is None or place.end is None or not isinstance(block, Paragraph):
            return ""
        return block.text.quote(place.start, place.end)

    def block(self, place: Place) -> Block | None:
        """Return the block of the body or of the furniture that a place is in."""
        if place.block is None:
            return None
        blocks = self.furniture if place.part == "furniture" else self.body
        return blocks[place.block] if place.block < len(blocks) else None
