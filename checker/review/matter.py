"""What people decide on: each finding, and each rule that a loss leaves open.

A matter is known by the report (its body and year) and by what was found there, so that a
decision never reaches another body's or another year's report.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.report import Document
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.fingerprint import digest, fingerprints
from govcheck.judging.local_rules import rules_for
from govcheck.kinds.remark import SEVERITIES, Outcome, Severity
from govcheck.rulebook.rule import Rulebook


class Matter(Struct, frozen=True, kw_only=True):
    """One thing to be decided, in words for the person who does."""

    key: str
    report: str
    place: str
    message: str
    severity: str
    """否决, 重大, 一般 or 提示; of an open one with （待核） behind it."""
    rule: str
    finding: int | None = None
    """Index of the finding that it is."""
    former: str = ""
    """What version 0.1.0 knew it by."""
    item: int | None = None
    """Index of the open item that the rule is left open by."""


def report_name(document: Document) -> str:
    """Return whose report it is, on which year; its title or file where that is unknown."""
    body = document.agency.value if document.agency else ""
    body = body or (document.title.value if document.title else document.source.name)
    year = f"{document.year}年度" if document.year else "年度不明"
    return f"{''.join(body.split())}（{year}）"


def keyed(assessment: Assessment) -> Assessment:
    """Let each finding know its key, which outlives what is cut from it."""
    known = fingerprints(assessment.findings, report_name(assessment.document))
    findings = (
        replace(finding, matter=finding.matter or key)
        for finding, key in zip(assessment.findings, known, strict=True)
    )
    return replace(assessment, findings=tuple(findings))


def matters(assessment: Assessment, rulebook: Rulebook) -> tuple[Matter, ...]:
    """Return all that can be decided: findings first, then what losses leave open.

    Whether the rules apply is not: who finds that they do checks again, saying for whom.
    """
    rulebook = rules_for(assessment.case, rulebook)
    return (
        *_of_findings(assessment, rulebook),
        *_of_items(assessment, rulebook),
        *_of_silent(assessment, rulebook),
    )


def _of_findings(assessment: Assessment, rulebook: Rulebook) -> Iterator[Matter]:
    document = assessment.document
    report = report_name(document)
    known = fingerprints(assessment.findings, report)
    former = fingerprints(assessment.findings)
    gates = rulebook.gates
    for index, finding in enumerate(assessment.findings):
        if finding.cause is None and finding.rule not in gates and not _is_beside(finding):
            yield Matter(
                key=finding.matter or known[index],
                report=report,
                place=_place(finding, document),
                message=finding.message,
                severity=_severity(finding.severity, finding.outcome),
                rule=finding.rule,
                finding=index,
                former=former[index],
            )


def _is_beside(finding: Finding) -> bool:
    """Whether it was decided with another of its rule, which the same loss left open."""
    return finding.loss is not None and finding.root is not None


def _place(finding: Finding, document: Document) -> str:
    if not finding.evidence:
        return "全文"
    first = finding.evidence[0]
    quote = f"“{first.quote}”" if first.quote and not first.secret else ""
    return f"{place_words(first.place, document)}{quote}"


def _of_items(assessment: Assessment, rulebook: Rulebook) -> Iterator[Matter]:
    report = report_name(assessment.document)
    for index, item in enumerate(assessment.open):
        for rule_id in item.rules:
            rule = rulebook.rule(rule_id)
            yield Matter(
                key=digest(report, rule_id, item.cause, item.look_at),
                report=report,
                place=item.look_at,
                message=f"{item.reason}。须核对：{rule.title if rule else rule_id}",
                severity=_severity(rule.severity if rule else Severity.ADVICE, Outcome.OPEN),
                rule=rule_id,
                item=index,
            )


def _of_silent(assessment: Assessment, rulebook: Rulebook) -> Iterator[Matter]:
    """Yield the rules that are open as a whole, for no loss that others share."""
    report = report_name(assessment.document)
    for one in assessment.silent:
        rule = rulebook.rule(one.rule)
        title = rule.title if rule else one.rule
        yield Matter(
            key=digest(report, one.rule, "open"),
            report=report,
            place="全文",
            message=f"{one.reason}。须核对：{title}" if one.reason else title,
            severity=_severity(rule.severity if rule else Severity.ADVICE, one.outcome),
            rule=one.rule,
        )


def _severity(severity: Severity, outcome: Outcome) -> str:
    return f"{SEVERITIES[severity]}{'（待核）' if outcome is Outcome.OPEN else ''}"
