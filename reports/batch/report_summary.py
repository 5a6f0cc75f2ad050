"""One report of a batch in short: all that league table, index and cross checks need of it.

The journal keeps a ``ReportSummary`` for every report and gives them back one by one, in the
order of the manifest or of the paths, whoever judged them and when::

    for summary in journal.summaries():       # govcheck.batch.journal.Journal
        summary.body, summary.verdict, summary.page

A report that could not be judged has a ``refused`` and nothing that depends on its content.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from govcheck.document.loss import Cause
from govcheck.document.report import AgencyKind
from govcheck.kinds.remark import Severity


class Placing(Struct, frozen=True, kw_only=True):
    """What the batch says of a report before it is read."""

    name: str
    """The file, as the user names it."""
    page: str | None = None
    """Its page, from the batch's folder, with /; None where none is written."""
    named: str | None = None
    """The body, as the manifest has it."""
    reports_into: str | None = None
    """The body whose figures take in those of this one, as the manifest has it."""


class FailedRule(Struct, frozen=True, kw_only=True):
    """A rule that the report breaks."""

    rule: str
    title: str
    """What is wrong (Chinese)."""
    severity: Severity
    """The gravest of its findings."""
    findings: int
    dimension: str


class OpenCause(Struct, frozen=True, kw_only=True):
    """What could not be seen, and what hangs on it."""

    cause: Cause
    look_at: str
    reason: str
    rules: int
    points: Decimal
    """What it would cost if all turned out badly."""


class DimensionSpan(Struct, frozen=True, kw_only=True):
    """The points of one dimension."""

    id: str
    title: str
    points: Decimal
    confirmed: Decimal
    possible: Decimal


class ReportSummary(Struct, frozen=True, kw_only=True):
    """One report, judged or refused."""

    placing: Placing
    refused: str | None = None
    """Why it could not be judged (Chinese); then nothing below is known."""
    sha256: str = ""
    """Of the file's content; empty where it could not be read."""
    title: str | None = None
    agency: str | None = None
    """Whose report it is, as it says itself; ``body`` is what to call it."""
    kind: AgencyKind | None = None
    region: tuple[str, ...] = ()
    """Province, prefecture, county, as far as known."""
    year: int | None = None
    edition: str = ""
    """Id of the form that it must follow."""
    published: date | None = None
    """The best of the days that claim to be that of publication."""
    deadline: date | None = None
    """The law's last day for this kind of body; the day itself is in time."""
    verdict: str = ""
    """合格, 待核 or 不合格."""
    grade: str | None = None
    confirmed: Decimal = Decimal(0)
    """Points if every open item turned out badly …"""
    possible: Decimal = Decimal(0)
    """… and if every one turned out well."""
    verified: Decimal = Decimal(0)
    dimensions: tuple[DimensionSpan, ...] = ()
    critical: int = 0
    """Confirmed findings that stand by themselves, by severity."""
    major: int = 0
    minor: int = 0
    advice: int = 0
    doubts: int = 0
    """Open findings and open items."""
    failed: tuple[FailedRule, ...] = ()
    """In the rule book's order."""
    open_rules: tuple[str, ...] = ()
    """Ids of the rules that are open, in the rule book's order."""
    causes: tuple[OpenCause, ...] = ()
    """The costliest first."""
    comparison: str | None = None
    """The page on which it and another copy stand side by side, as ``Placing.page``."""
    last_year: str | None = None
    """The file that it was compared with, as the user names it."""
    notes: tuple[str, ...] = ()
    """What else the batch must say of it (Chinese): why it was not compared."""

    @property
    def body(self) -> str:
        """What the body is called: by the manifest, by the report, else as the file is."""
        return self.placing.named or self.agency or self.placing.name

    @property
    def who(self) -> tuple[str, ...]:
        """What tells one body from another: two places may each have a 水务局."""
        return (self.body, *self.region)

    @property
    def file_name(self) -> str:
        """The file without its folders."""
        return self.placing.name.replace("\\", "/").rpartition("/")[2]

    @property
    def shown_body(self) -> str:
        """What the body is called where people read it: it may share that with another."""
        return self.placing.named or self.agency or self.file_name

    @property
    def late(self) -> int:
        """How many days after the deadline it was published; 0 where that is not known."""
        if self.published is None or self.deadline is None:
            return 0
        return max(0, (self.published - self.deadline).days)


def judged(reports: Iterable[ReportSummary]) -> Iterator[ReportSummary]:
    """Yield the reports that could be judged."""
    return (one for one in reports if one.refused is None)
