"""What a bulletin on many reports says: what is confirmed, counted, and what is to be verified.

Nothing that only may be wrong stands among the problems, and no convention does: a body is
named for what a clause asks of it and its report shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.batch.overview import Named, Unequal
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.batch.timing import Timing, asks_for_the_day, timing_of
from govcheck.reports.letter_matter import UNREAD
from govcheck.rulebook.rule import Role, Rule, Rulebook
from govcheck.rulebook.scoring_policy import ScoringPolicy


class LateReport(Struct, frozen=True, kw_only=True):
    """A report that came out after the law's last day."""

    named: Named
    published: date
    deadline: date
    days: int


class Missing(Struct, frozen=True, kw_only=True):
    """A body that has published no report, as is known."""

    body: str
    year: int | None
    """The fiscal year of the report."""


class Failure(Struct, frozen=True, kw_only=True):
    """What is wrong with the reports of several bodies."""

    title: str
    severity: Severity
    bodies: tuple[Named, ...]
    told: tuple[str, ...] = ()
    """What the bodies' own pages do not show."""


class Asked(Struct, frozen=True, kw_only=True):
    """What is to be verified."""

    named: tuple[Named, ...]
    words: str


class BulletinContent(Struct, frozen=True, kw_only=True):
    """All that a bulletin says."""

    years: tuple[int, ...]
    """The fiscal years of the reports, ascending."""
    undated: int
    """Of how many reports the fiscal year is not known."""
    bodies: int
    reports: int
    """How many were judged."""
    refused: int
    verdicts: tuple[tuple[str, int], ...]
    """Verdict, and of how many reports; the best first."""
    timings: tuple[tuple[Timing, int], ...]
    late: tuple[LateReport, ...]
    """The latest first."""
    missing: tuple[Missing, ...]
    """The earliest year first."""
    failures: tuple[Failure, ...]
    """The gravest first, then those of most bodies."""
    asked: tuple[Asked, ...]
    ranked: tuple[tuple[str, ReportSummary], ...]


def content_of(
    ranked: Iterable[tuple[str, ReportSummary]],
    rulebook: Rulebook,
    *,
    missing: Sequence[Missing] = (),
    unequal: Iterable[Unequal] = (),
    remarks: Sequence[str] = (),
) -> BulletinContent:
    """Return what is to be said of reports, given with their ranks.

    Of each no more is held in memory than is told of it: points by dimension are half of it.
    ``missing`` are bodies that have published none, as is known; ``unequal`` governments whose
    figures are not the sums of others'; ``remarks`` what else is to be verified.
    """
    lines = tuple((rank, replace(one, dimensions=())) for rank, one in ranked)
    judged = [one for _, one in lines if one.refused is None]
    sums = tuple(unequal)
    rules = {rule.id: rule for rule in rulebook.every_rule}
    deadlines = {rule.id for rule in rulebook.rules if asks_for_the_day(rule)}
    timings = [(one, timing_of(one, deadlines)) for one in judged]
    years = sorted({one.year for one in judged if one.year})
    return BulletinContent(
        years=tuple(years),
        undated=sum(one.year is None for one in judged),
        bodies=len({one.who for one in judged}),
        reports=len(judged),
        refused=len(lines) - len(judged),
        verdicts=_verdicts(judged, rulebook.policy),
        timings=tuple((kind, sum(own is kind for _, own in timings)) for kind in Timing),
        late=_late([one for one, timing in timings if timing is Timing.LATE]),
        missing=tuple(sorted(missing, key=lambda one: one.year or 0)),
        failures=_ordered((*_failures(judged, rules, deadlines), *_confirmed(sums, rules))),
        asked=(
            *_asked([one for _, one in lines]),
            *_remarked(one.message for one in sums if not _is_sure(one, rules)),
            *_remarked(remarks),
        ),
        ranked=lines,
    )


def _verdicts(
    judged: list[ReportSummary], policy: ScoringPolicy
) -> tuple[tuple[str, int], ...]:
    verdicts = policy.verdicts
    return tuple((each, sum(one.verdict == each for one in judged)) for each in verdicts)


def _is_demanded(rule: Rule | None, severity: Severity) -> bool:
    """Tell whether a clause that has been read, or follows from one, asks for it."""
    if rule is None or severity is Severity.ADVICE:
        return False
    read = (one for one in rule.basis if one.status not in UNREAD)
    return severity is Severity.CRITICAL or any(one.role is Role.DUTY for one in read)


def _late(late: list[ReportSummary]) -> tuple[LateReport, ...]:
    found = [
        LateReport(
            named=named_by(one), published=one.published, deadline=one.deadline, days=one.late
        )
        for one in late
        if one.published and one.deadline
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.named.body)))


def _failures(
    judged: list[ReportSummary], rules: dict[str, Rule], deadlines: set[str]
) -> Iterator[Failure]:
    found: dict[tuple[str, Severity], dict[tuple[str, ...], Named]] = {}
    for one in judged:
        for failed in one.failed:
            told = failed.rule in deadlines
            if told or not _is_demanded(rules.get(failed.rule), failed.severity):
                continue
            bodies = found.setdefault((failed.title, failed.severity), {})
            bodies.setdefault(one.who, named_by(one))
    for (title, severity), bodies in found.items():
        yield Failure(title=title, severity=severity, bodies=tuple(bodies.values()))


def _is_sure(one: Unequal, rules: dict[str, Rule]) -> bool:
    rule = rules[one.rule]
    return one.outcome is Outcome.FAIL and _is_demanded(rule, rule.severity)


def _confirmed(sums: Sequence[Unequal], rules: dict[str, Rule]) -> Iterator[Failure]:
    sure = [one for one in sums if _is_sure(one, rules)]
    for rule in (rules[id_] for id_ in dict.fromkeys(one.rule for one in sure)):
        own = [one for one in sure if one.rule == rule.id]
        yield Failure(
            title=rule.failure_title,
            severity=rule.severity,
            bodies=tuple(dict.fromkeys(one.government for one in own)),
            told=tuple(one.message for one in own),
        )


def _ordered(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    return tuple(
        sorted(failures, key=lambda one: (one.severity.rank, -len(one.bodies), one.title))
    )


def _asked(lines: list[ReportSummary]) -> Iterator[Asked]:
    """Yield what is to be verified: two reports of one year, files unread, open items."""
    same: dict[tuple[object, ...], list[ReportSummary]] = {}
    for one in lines:
        if one.refused is None:
            same.setdefault((*one.who, one.year), []).append(one)
    for group in same.values():
        if len(group) > 1:
            alike = len({one.sha256 for one in group}) == 1
            differ = "内容完全相同" if alike else "内容不同，请核实以哪一份为准"
            words = f"同一年度有{len(group)}份报告，{differ}"
            yield Asked(
                named=tuple(map(named_by, group)),
                words=words,
            )
    for one in lines:
        if one.refused is not None:
            yield Asked(named=(named_by(one),), words=f"文件未能检查：{one.refused}")
        elif one.doubts:
            causes = "、".join(dict.fromkeys(cause.look_at for cause in one.causes))
            where = f"，须核对{causes}" if causes else ""
            yield Asked(named=(named_by(one),), words=f"待核事项{one.doubts}项{where}")


def _remarked(remarks: Iterable[str]) -> Iterator[Asked]:
    for words in remarks:
        yield Asked(named=(), words=words)


def named_by(one: ReportSummary) -> Named:
    """Return what to call a body: of one that is not known, the file without its folders."""
    body = one.placing.named or one.agency or f"单位不明（{one.file_name}）"
    return Named(body=body, page=one.placing.page)
