"""A finding as JSON."""

from typing import Any

from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.whereabouts import part_of
from govcheck.judging.assessment import Decision, Finding
from govcheck.reports.clauses import clauses
from govcheck.reports.json_basis import basis_json
from govcheck.rulebook.rule import Rulebook


def finding_json(finding: Finding, document: Document, rulebook: Rulebook) -> dict[str, Any]:
    """Return it with its places, its clauses and what was decided on it."""
    rule = rulebook.rule(finding.rule)
    return {
        "rule": finding.rule,
        "title": rule.title if rule else None,
        "failure_title": finding.title or (rule.failure_title if rule else None),
        "outcome": finding.outcome,
        "severity": finding.severity,
        "dimension": rule.dimension if rule else None,
        "message": finding.message,
        "hint": finding.hint or None,
        "evidence": [_evidence(one, document) for one in finding.evidence],
        "basis": basis_json(clauses(finding, document, rulebook)),
        "remedy": finding.remedy or None,
        "root": finding.root,
        "cause": finding.cause,
        "decision": _decision(finding.decision) if finding.decision else None,
    }


def _evidence(evidence: Evidence, document: Document) -> dict[str, Any]:
    place = evidence.place
    return {
        "quote": evidence.quote or None,
        "section": part_of(place, document),
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "line": place.line,
        "expected": evidence.expected,
        "actual": evidence.actual,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "decision": decision.decision,
        "person": decision.person,
        "date": decision.date,
        "reason": decision.reason or None,
        "until": decision.until,
    }
