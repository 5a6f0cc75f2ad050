"""What is open, as the page shows it: one row for each thing to look at."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.loss import Cause
from govcheck.judging.assessment import Finding, OpenItem
from govcheck.kinds.remark import SEVERITIES, Outcome, Severity
from govcheck.reports.clauses import rule_clauses
from govcheck.reports.references import Reference, open_reference
from govcheck.reports.view_decisions import Control
from govcheck.reports.view_evidence import EvidenceView, Showing, evidence_views
from govcheck.reports.view_findings import FindingView, finding_view

CAUSES: Final[Mapping[Cause, str]] = {
    Cause.PICTURE: "图片",
    Cause.OBJECT: "嵌入对象",
    Cause.PAGE: "未读页",
    Cause.TAIL: "文本中断",
    Cause.HOLE: "文本缺失",
    Cause.DATE: "日期不明",
    Cause.INTERNAL: "程序故障",
    Cause.OTHER: "情况不明",
}


class OpenRule(Struct, frozen=True, kw_only=True):
    """One rule that is left open, decided by itself."""

    rule: str
    title: str
    severity: str
    messages: tuple[str, ...]
    """What the program says of it, where it says more than why it is open."""
    evidence: tuple[EvidenceView, ...]
    control: Control | None


class OpenRow(Struct, frozen=True, kw_only=True):
    """One thing to look at; a finding that is open by itself has its card."""

    ref: Reference
    badge: str
    heading: str
    reason: str
    rules: tuple[OpenRule, ...]
    points: Decimal
    """What it costs at most."""
    critical: bool
    card: FindingView | None = None


class QuestionRow(Struct, frozen=True, kw_only=True):
    """What no file can answer."""

    question: str
    citations: tuple[str, ...]


def open_rows(showing: Showing) -> Iterator[OpenRow]:
    """Yield open items, the costliest first, then findings and rules open by themselves."""
    given, counts = showing.assessment, showing.counts
    for index, item in enumerate(given.open):
        yield _item_row(showing, index, item)
    counted = {rule for item in given.open for rule in item.rules}
    lines = (one for one in given.score.open_deductions if one.rule not in counted)
    due = {one.rule: one.points for one in lines}
    for index in counts.of(Outcome.OPEN):
        finding = given.findings[index]
        yield OpenRow(
            ref=showing.refs[index],
            badge="待核",
            heading=finding.message,
            reason="",
            rules=(),
            points=due.pop(finding.rule, Decimal(0)),
            critical=finding.severity is Severity.CRITICAL,
            card=finding_view(showing, index),
        )
    for number, one in enumerate(counts.silent, len(given.open) + len(counts.of(Outcome.OPEN))):
        rule = _rule(showing, one.rule, (), showing.controls.silent.get(one.rule))
        yield OpenRow(
            ref=open_reference(number + 1),
            badge="待核",
            heading=rule.title,
            reason=one.reason,
            rules=(rule,),
            points=due.pop(one.rule, Decimal(0)),
            critical=rule.severity == SEVERITIES[Severity.CRITICAL],
        )


def questions(showing: Showing) -> Iterator[QuestionRow]:
    """Yield what a person is asked in any case."""
    book, document = showing.rulebook, showing.assessment.document
    for one in showing.assessment.judgements:
        bases = rule_clauses(one.rule, document, book) if one.questions else ()
        citations = tuple(basis.citation for basis in bases)
        for question in one.questions:
            yield QuestionRow(question=question, citations=citations)


def _item_row(showing: Showing, index: int, item: OpenItem) -> OpenRow:
    findings = showing.assessment.findings
    own = {
        rule: tuple(
            at for at, one in enumerate(findings) if (one.cause, one.rule) == (index, rule)
        )
        for rule in item.rules
    }
    rules = tuple(
        _rule(showing, rule, own[rule], showing.controls.items.get((index, rule)), item.reason)
        for rule in item.rules
    )
    worst = SEVERITIES[Severity.CRITICAL]
    return OpenRow(
        ref=open_reference(index + 1),
        badge=CAUSES[item.cause],
        heading=f"请核对{item.look_at}",
        reason=item.reason,
        rules=rules,
        points=item.points,
        critical=any(rule.severity == worst for rule in rules),
    )


def _rule(
    showing: Showing,
    rule_id: str,
    own: tuple[int, ...],
    control: Control | None,
    reason: str = "",
) -> OpenRule:
    rule = showing.rulebook.rule(rule_id)
    found: list[Finding] = [showing.assessment.findings[index] for index in own]
    worst = min((one.severity for one in found), key=lambda one: one.rank, default=None)
    severity = worst or (rule.severity if rule else Severity.ADVICE)
    whole = (one for one in showing.assessment.judgements if one.rule == rule_id)
    told = [*(one.message for one in found), *(one.reason for one in whole)]
    said = dict.fromkeys(words for words in told if words and reason not in words)
    return OpenRule(
        rule=rule_id,
        title=rule.title if rule else rule_id,
        severity=SEVERITIES[severity],
        messages=tuple(said) if reason else (),
        evidence=tuple(one for index in own for one in evidence_views(showing, index)),
        control=control,
    )
