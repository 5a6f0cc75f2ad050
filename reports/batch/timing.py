"""Whether reports came out in time, by what came of the rules that ask for their day."""

from enum import StrEnum

from govcheck.kinds.identity.deadline import Deadline
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.rulebook.rule import Rule


class Timing(StrEnum):
    """Whether a report came out in time."""

    LATE = "late"
    NOTICED = "noticed"
    """After the day that a notice of its place names, not after the law's."""
    IN_TIME = "in-time"
    OPEN = "open"
    SETTLED = "settled"
    """A person has decided that its day does not count."""
    UNLIMITED = "unlimited"
    """No clause names a day for such a body, or the body's kind is not known."""


def timing_of(one: ReportSummary, deadlines: set[str]) -> Timing:
    """Tell whether a report is in time, by what came of the rules that ask for its day."""
    failed = not deadlines.isdisjoint(rule.rule for rule in one.failed)
    if failed:
        return Timing.LATE if one.late else Timing.NOTICED
    if not deadlines.isdisjoint(one.open_rules):
        return Timing.OPEN
    if one.deadline is None:
        return Timing.UNLIMITED
    return Timing.SETTLED if one.late else Timing.IN_TIME


def asks_for_the_day(rule: Rule) -> bool:
    """Tell whether a rule is that a report came out by a day."""
    return any(isinstance(use.check, Deadline) for use in rule.checks)
