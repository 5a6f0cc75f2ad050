"""A batch as a whole: its reports, and what they tell of each other."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from govcheck.kinds.remark import Outcome
from govcheck.reports.batch.report_summary import ReportSummary

ALIKE: Final = "alike"
"""The folder, beside the index, of the pages on which the sentences of the alike stand."""


class Named(Struct, frozen=True, kw_only=True):
    """A body, and where its report is."""

    body: str
    page: str | None = None
    """From the batch's folder, with /; None where there is none."""


class Absent(Struct, frozen=True, kw_only=True):
    """A body on the roster of which no report is in hand."""

    body: str
    outcome: Outcome
    message: str
    """Whether the roster says that none was published (Chinese)."""


class Alike(Struct, frozen=True, kw_only=True):
    """Two bodies' reports that share sentences; neither is said to have copied."""

    named: tuple[Named, ...]
    """Both; the first alone where its likeness to many more is told in a sentence."""
    message: str
    pairs: tuple[tuple[str, str], ...] = ()
    """The sentences themselves, the first body's and the second's."""


class Unequal(Struct, frozen=True, kw_only=True):
    """A government's figures that are not those of the bodies that report into it."""

    government: Named
    rule: str
    """Id of the rule that says it."""
    outcome: Outcome
    message: str


class Overview(Struct, frozen=True, kw_only=True):
    """Everything that the index shows: of many reports, read again for each part of it."""

    reports: Iterable[ReportSummary]
    """In the order of the manifest or of the paths."""
    ranked: Iterable[tuple[str, ReportSummary]] = ()
    """Each with its rank, the best first."""
    rostered: int | None = None
    """Bodies on the roster; None without one."""
    absent: Iterable[Absent] = ()
    alike: Iterable[Alike] = ()
    unequal: Iterable[Unequal] = ()
    rules_digest: str = ""
    day: date | None = None
    """The day on which the reports were judged."""
