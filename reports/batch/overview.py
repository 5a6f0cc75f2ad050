"""A batch as a whole: its reports, and what they tell of each other."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from govcheck.kinds.remark import Outcome
from govcheck.reports.batch.report_summary import ReportSummary


class Named(Struct, frozen=True, kw_only=True):
    """A body, and where its report is."""

    body: str
    page: str | None = None
    """From the batch's folder, with /; None where there is none."""
    published: date | None = None


class Absent(Struct, frozen=True, kw_only=True):
    """A body on the roster of which no report is in hand."""

    body: str
    outcome: Outcome
    message: str
    """Whether the roster says that none was published (Chinese)."""


class Alike(Struct, frozen=True, kw_only=True):
    """Two bodies' reports that share sentences; neither is said to have copied."""

    first: Named
    second: Named
    message: str
    shared: int
    counted: int
    """Sentences of the first that count."""
    share: Decimal
    """Shared in a hundred counted."""
    pairs: tuple[tuple[str, str], ...] = ()
    """The sentences themselves, the first body's and the second's."""


class Unequal(Struct, frozen=True, kw_only=True):
    """A government's figures that are not those of the bodies that report into it."""

    government: Named
    outcome: Outcome
    message: str
    places: tuple[str, ...] = ()
    """Cells with their figures, in words (Chinese)."""


class Overview(Struct, frozen=True, kw_only=True):
    """Everything that the index shows."""

    reports: tuple[ReportSummary, ...]
    """In the order of the manifest or of the paths."""
    rostered: int | None = None
    """Bodies on the roster; None without one."""
    absent: tuple[Absent, ...] = ()
    alike: tuple[Alike, ...] = ()
    """The most alike first."""
    unequal: tuple[Unequal, ...] = ()
    rules_digest: str = ""
    day: date | None = None
    """The day on which the reports were judged."""
