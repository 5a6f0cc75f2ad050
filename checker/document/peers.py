"""What the reports of other bodies tell of one: found in a batch, beside its own document."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from govcheck.document.bodies import CellId


class Likeness(Struct, frozen=True, kw_only=True):
    """Another body's report that much of this one stands in as well."""

    name: str
    file: str
    published: date | None
    counted: int
    """Sentences of this report that count."""
    pairs: tuple[tuple[str, str], ...]
    """This report's sentence and the other's."""

    @property
    def shared(self) -> int:
        """How many of the sentences that count stand in the other report as well."""
        return len(self.pairs)

    @property
    def share(self) -> Decimal:
        """Shared sentences in a hundred that count, to one decimal; 0 where none counts."""
        return round(Decimal(self.shared * 100) / max(self.counted, 1), 1)


class CellSum(Struct, frozen=True, kw_only=True):
    """A cell of a government's table that is not the sum of its subordinate bodies'."""

    cell: CellId
    stated: Decimal
    due: Decimal
    terms: tuple[tuple[str, Decimal], ...]
    """Name of each body whose figure is not 0, and the figure."""
    read: bool
    """Every body has a figure in this cell."""


class TableOfSums(Struct, frozen=True, kw_only=True):
    """A government's table held against the sums of its subordinate bodies' tables."""

    table: str
    compared: int
    """Cells in which the government and at least one body have a figure."""
    differing: tuple[CellSum, ...]
    unread: tuple[str, ...] = ()
    """Names of bodies whose report is in hand and this table is not read whole."""


class Aggregate(Struct, frozen=True, kw_only=True):
    """A government's report held against those that report into it."""

    bodies: tuple[str, ...]
    """Names of those that report into it."""
    missing: tuple[str, ...]
    """Names of those of which no report of the year is in hand."""
    complete: bool
    """The roster is said to leave none of them out."""
    excused: bool
    """One of the reports tells why figures may differ."""
    tables: tuple[TableOfSums, ...]


class Absence(Struct, frozen=True, kw_only=True):
    """A body on the roster of which no report is in hand."""

    unpublished: bool
    """The roster says that it has published none."""
    year: int | None
    """The fiscal year of which it is absent; None where the roster does not say."""


class Peers(Struct, frozen=True, kw_only=True):
    """What the other reports of a batch, and its roster, tell of one body."""

    alike: tuple[Likeness, ...] = ()
    """The most alike first."""
    more_alike: int = 0
    """How many there are besides."""
    published: date | None = None
    aggregate: Aggregate | None = None
    """None where no roster says who reports into it."""
    absence: Absence | None = None
    """None where its report is in hand."""
    listed: bool = False
    """It stands on a roster."""
