"""What is wrong most often in a batch, and what is most often to be looked at."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.kinds.remark import SEVERITIES, Outcome, Severity
from govcheck.reports.batch.report_summary import OpenCause, ReportSummary
from govcheck.reports.batch.view_ranking import address_of, judged
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


def common_failures(
    reports: Sequence[ReportSummary], rulebook: Rulebook
) -> Iterator[CommonFailure]:
    """Yield the rules that are broken, those that most reports break first."""
    known = judged(reports)
    broken: dict[str, list[ReportSummary]] = {}
    gravest: dict[str, Severity] = {}
    for one in known:
        for failed in one.failed:
            broken.setdefault(failed.rule, []).append(one)
            graver = min(gravest.get(failed.rule, failed.severity), failed.severity, key=_rank)
            gravest[failed.rule] = graver
    for rule in sorted(broken, key=lambda rule: (-len(broken[rule]), _rank(gravest[rule]))):
        members = broken[rule]
        yield CommonFailure(
            rule=rule,
            title=headline(rule, Outcome.FAIL, rulebook),
            severity=SEVERITIES[gravest[rule]],
            tone=gravest[rule].value,
            count=len(members),
            percent=number(round(Decimal(len(members) * 100) / len(known), 1)),
            named=_named(members),
            more=max(0, len(members) - _MOST_NAMED),
        )


def common_causes(reports: Sequence[ReportSummary]) -> Iterator[CommonCause]:
    """Yield what is to be looked at, what keeps most points open first."""
    at: dict[tuple[str, str], list[tuple[ReportSummary, OpenCause]]] = {}
    points: dict[tuple[str, str], Decimal] = {}
    for one in judged(reports):
        for cause in one.causes:
            key = (CAUSES[cause.cause], cause.look_at)
            at.setdefault(key, []).append((one, cause))
            points[key] = points.get(key, Decimal()) + cause.points
    for badge, look_at in sorted(at, key=lambda key: (-points[key], -len(at[key]), key)):
        members = at[badge, look_at]
        yield CommonCause(
            badge=badge,
            look_at=look_at,
            count=len(members),
            rules=sum(cause.rules for _, cause in members),
            points=number(points[badge, look_at]),
            named=_named([one for one, _ in members]),
            more=max(0, len(members) - _MOST_NAMED),
        )


def _named(reports: Sequence[ReportSummary]) -> tuple[Where, ...]:
    return tuple(
        Where(body=one.shown_body, page=address_of(one.placing.page))
        for one in reports[:_MOST_NAMED]
    )


def _rank(severity: Severity) -> int:
    return severity.rank
