"""An assessment in short, as the batch keeps it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment
from govcheck.kinds.identity.deadline import Deadline
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.batch.report_summary import (
    DimensionSpan,
    FailedRule,
    OpenCause,
    Placing,
    ReportSummary,
)
from govcheck.reports.headline import common_headline
from govcheck.reports.listing import rule_counts
from govcheck.reports.tally import tally
from govcheck.rulebook.rule import Rulebook


def summary_of(
    assessment: Assessment,
    rulebook: Rulebook,
    placing: Placing,
    *,
    last_year: str | None = None,
    notes: tuple[str, ...] = (),
) -> ReportSummary:
    """Return the summary of a report that was judged."""
    score, counts = assessment.score, tally(assessment)
    return replace(
        _identified(assessment.document, rulebook, placing),
        verdict=score.verdict,
        grade=score.grade,
        confirmed=score.confirmed,
        possible=score.possible,
        verified=score.verified,
        dimensions=tuple(_dimensions(assessment)),
        critical=counts.severities[Severity.CRITICAL],
        major=counts.severities[Severity.MAJOR],
        minor=counts.severities[Severity.MINOR],
        advice=counts.severities[Severity.ADVICE],
        doubts=counts.doubts + len(counts.silent),
        failed=tuple(_failed(assessment, rulebook)),
        open_rules=tuple(
            one.rule for one in assessment.judgements if one.outcome is Outcome.OPEN
        ),
        causes=tuple(_causes(assessment)),
        last_year=last_year,
        notes=notes,
    )


def _identified(document: Document, rulebook: Rulebook, placing: Placing) -> ReportSummary:
    """Return what is known of a report before it is judged."""
    return ReportSummary(
        placing=placing,
        sha256=document.source.sha256,
        title=document.title.value if document.title else None,
        agency=document.agency.value if document.agency else None,
        kind=document.agency_kind,
        region=document.region,
        year=document.year,
        edition=document.form.id,
        published=document.published[0].value if document.published else None,
        deadline=_deadline(document, rulebook),
    )


def _dimensions(assessment: Assessment) -> Iterator[DimensionSpan]:
    for one in assessment.score.dimensions:
        yield DimensionSpan(
            id=one.id,
            title=one.title,
            points=one.points,
            confirmed=one.confirmed,
            possible=one.possible,
        )


def _causes(assessment: Assessment) -> Iterator[OpenCause]:
    for one in assessment.open:
        yield OpenCause(
            cause=one.cause,
            look_at=one.look_at,
            reason=one.reason,
            rules=len(one.rules),
            points=one.points,
        )


def _failed(assessment: Assessment, rulebook: Rulebook) -> Iterator[FailedRule]:
    """Yield the rules that are broken and not wholly set aside by a person."""
    counts = rule_counts(assessment)
    gravest = dict[str, Severity]()
    lifted = Counter[str]()
    for one in assessment.findings:
        if one.lifted:
            lifted[one.rule] += 1
        elif one.effect is Outcome.FAIL:
            known = gravest.get(one.rule, one.severity)
            gravest[one.rule] = min(known, one.severity, key=lambda severity: severity.rank)
    for rule in rulebook.rules:
        if rule.id in gravest:
            yield FailedRule(
                rule=rule.id,
                title=common_headline(rule.id, assessment.findings, rulebook),
                severity=gravest[rule.id],
                findings=counts[rule.id] - lifted[rule.id],
                dimension=rule.dimension,
            )


def _deadline(document: Document, rulebook: Rulebook) -> date | None:
    """Return the last day that the law gives the body, as the rule on it reckons."""
    if document.agency_kind is None:
        return None
    checks = (use.check for rule in rulebook.rules for use in rule.checks)
    limits = [one for one in checks if isinstance(one, Deadline) and not one.asks(document)]
    return min(filter(None, (one.last_day(document) for one in limits)), default=None)
