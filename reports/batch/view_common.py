"""What is wrong most often in a batch, and what is most often to be looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct, field

from govcheck.kinds.remark import SEVERITIES, Outcome, Severity
from govcheck.reports.batch.report_summary import ReportSummary, judged
from govcheck.reports.batch.view_ranking import address_of
from govcheck.reports.headline import headline
from govcheck.reports.view_open import CAUSES
from govcheck.reports.wording import number
from govcheck.rulebook.rule import Rulebook

_MOST_NAMED: Final = 60
"""More bodies than these are shown by the filter of the ranking."""


class Where(Struct, frozen=True, kw_only=True):
    """A body, and its page."""

    body: str
    page: str | None


class CommonFailure(Struct, frozen=True, kw_only=True):
    """A rule, and the bodies whose reports break it."""

    rule: str
    title: str
    severity: str
    tone: str
    count: int
    percent: str
    named: tuple[Where, ...]
    more: int
    """Bodies besides."""


class CommonCause(Struct, frozen=True, kw_only=True):
    """A thing to be looked at in several reports."""

    badge: str
    look_at: str
    count: int
    rules: int
    points: str
    """What all of it may cost, in all reports together."""
    named: tuple[Where, ...]
    more: int


class _Named(Struct, kw_only=True):
    """Reports that have something in common, counted; the first of them named."""

    count: int = 0
    named: list[Where] = field(default_factory=list[Where])
    titles: set[str] = field(default_factory=set[str])
    gravest: Severity = Severity.ADVICE
    rules: int = 0
    points: Decimal = Decimal()

    def take(self, one: ReportSummary) -> None:
        """Count one more."""
        self.count += 1
        if self.count <= _MOST_NAMED:
            self.named.append(where(one))

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.named)


def where(one: ReportSummary) -> Where:
    """Return what a body is called, and its page."""
    return Where(body=one.shown_body, page=address_of(one.placing.page))


def common_failures(
    reports: Iterable[ReportSummary], rulebook: Rulebook
) -> Iterator[CommonFailure]:
    """Yield the rules that are broken, those that most reports break first."""
    total, broken = 0, defaultdict[str, _Named](_Named)
    for one in judged(reports):
        total += 1
        for failed in one.failed:
            its = broken[failed.rule]
            its.take(one)
            its.titles.add(failed.title)
            its.gravest = min(its.gravest, failed.severity, key=_rank)
    for rule, its in sorted(
        broken.items(), key=lambda pair: (-pair[1].count, _rank(pair[1].gravest))
    ):
        yield CommonFailure(
            rule=rule,
            title=next(iter(its.titles))
            if len(its.titles) == 1
            else headline(rule, Outcome.FAIL, rulebook),
            severity=SEVERITIES[its.gravest],
            tone=its.gravest.value,
            count=its.count,
            percent=number(round(Decimal(its.count * 100) / total, 1)),
            named=tuple(its.named),
            more=its.more,
        )


def common_causes(reports: Iterable[ReportSummary]) -> Iterator[CommonCause]:
    """Yield what is to be looked at, what keeps most points open first."""
    found = defaultdict[tuple[str, str], _Named](_Named)
    for one in judged(reports):
        for cause in one.causes:
            its = found[CAUSES[cause.cause], cause.look_at]
            its.take(one)
            its.rules += cause.rules
            its.points += cause.points
    for (badge, look_at), its in sorted(
        found.items(), key=lambda pair: (-pair[1].points, -pair[1].count, pair[0])
    ):
        yield CommonCause(
            badge=badge,
            look_at=look_at,
            count=its.count,
            rules=its.rules,
            points=number(its.points),
            named=tuple(its.named),
            more=its.more,
        )


def _rank(severity: Severity) -> int:
    return severity.rank
