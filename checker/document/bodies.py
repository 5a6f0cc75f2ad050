"""What of a report is held against those of other bodies: small, and apart from its file.

Ten thousand of them fit into memory where ten thousand documents do not.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from govcheck.document.report import AgencyKind

CellId = tuple[str, str]
"""Row and column."""


class Imprint(Struct, frozen=True, kw_only=True):
    """The sentences of a report that are its body's own, and what they are known by again."""

    sentences: tuple[str, ...] = ()
    """In normal text, in reading order."""
    keys: bytes = b""
    """A hash of 8 bytes for each: two sentences that differ in figures and marks alone
    have the same."""
    shingles: bytes = b""
    """Hashes of 4 bytes, ascending: a sample of the runs of characters in them."""


class Figures(Struct, frozen=True, kw_only=True):
    """The figures of a statutory table; a cell that is not named is 0."""

    form: str
    """Id of the edition whose rows and columns it prints."""
    whole: bool
    """Each cell was read where the form has it, from text and not from a picture."""
    values: Mapping[CellId, Decimal] = field(default_factory=dict[CellId, Decimal])
    unread: frozenset[CellId] = frozenset()
    """Cells without a number: blank, words, a sign for nothing."""


class Body(Struct, frozen=True, kw_only=True):
    """One body's report, as others are held against it."""

    name: str
    file: str
    """What the user calls the file."""
    kind: AgencyKind | None = None
    region: tuple[str, ...] = ()
    year: int | None = None
    published: date | None = None
    imprint: Imprint = field(default_factory=Imprint)
    figures: Mapping[str, Figures] = field(default_factory=dict[str, Figures])
    """Table id to its figures."""
    excused: bool = False
    """It tells of a reorganised body, of another way to count, or of a correction."""


class Entry(Struct, frozen=True, kw_only=True):
    """A body on a roster."""

    name: str
    kind: AgencyKind | None = None
    region: tuple[str, ...] = ()
    reports_into: str | None = None
    """Name of the government whose report takes in its figures."""
    unpublished: bool = False
    """The roster itself says that the body has published no report (未公布)."""
    complete: bool = False
    """Who made the roster says that all who report into this government are on it."""
    body: int | None = None
    """Index of its report among those in hand; None where there is none."""


class Roster(Struct, frozen=True, kw_only=True):
    """The bodies that should report for a fiscal year."""

    year: int | None
    """None where nobody says of which year it is."""
    entries: tuple[Entry, ...]
    supposed: bool = False
    """Nobody says that it is of this year: it tells neither who is absent nor who are all."""
