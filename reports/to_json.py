"""JSON for programs: the contract ``govcheck/1`` (see ``govcheck-1.schema.json``).

A key that does not apply is null, never left out; what may change in govcheck's own types
does not change here.
"""

from collections.abc import Mapping
from json import dumps
from typing import Any

from msgspec import json

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.whereabouts import part_of
from govcheck.judging.assessment import (
    Assessment,
    Decision,
    Finding,
    Inspection,
    Judgement,
    Score,
)
from govcheck.reports.clauses import clauses
from govcheck.reports.json_basis import basis_json
from govcheck.reports.json_facts import facts, number
from govcheck.reports.json_open import open_item, questions
from govcheck.reports.listing import rule_counts
from govcheck.rulebook.rule import Rulebook
from govcheck.version import __version__


def to_json(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render the object, with keys in the order a person would read them."""
    document = assessment.document
    counts = rule_counts(assessment)
    return _indented(
        {
            "schema": "govcheck/1",
            "tool": {"version": __version__, "rules": assessment.rules_digest},
            "input": _input(document),
            "report": _report(document),
            "verdict": assessment.score.verdict,
            "score": _score(assessment.score),
            "findings": [_finding(one, document, rulebook) for one in assessment.findings],
            "open": [open_item(one) for one in assessment.open],
            "questions": [*questions(assessment, rulebook)],
            "rules": [
                _judgement(one, counts.get(one.rule, 0)) for one in assessment.judgements
            ],
            "inspection": _inspection(assessment.inspection),
            "last_year": _last_year(assessment.case),
            "facts": facts(document),
        }
    )


def _indented(value: Mapping[str, Any]) -> str:
    """Write JSON as the standard library does, ten times as fast."""
    try:
        return json.format(json.encode(value), indent=2).decode() + "\n"
    except UnicodeEncodeError:  # a lone surrogate, which is written as its escape
        return dumps(value, ensure_ascii=False, indent=2) + "\n"


def _inspection(inspection: Inspection | None) -> dict[str, Any] | None:
    if inspection is None:
        return None
    day = inspection.inspected_on
    return {
        "inspector": inspection.inspector,
        "inspected_on": day.isoformat() if day else None,
    }


def _last_year(case: Case) -> dict[str, Any] | None:
    document = case.unlike.document if case.unlike else case.last_year
    if document is None:
        return None
    return {
        "title": document.title.value if document.title else None,
        "agency": document.agency.value if document.agency else None,
        "fiscal_year": document.year,
        "sha256": document.source.sha256,
        "compared": case.unlike is None,
        "why": case.unlike.why if case.unlike else None,
    }


def _judgement(judgement: Judgement, findings: int) -> dict[str, Any]:
    return {
        "id": judgement.rule,
        "outcome": judgement.outcome,
        "reason": judgement.reason or None,
        "findings": findings,
    }


def _input(document: Document) -> dict[str, Any]:
    source = document.source
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "bytes": source.size,
    }


def _report(document: Document) -> dict[str, Any]:
    return {
        "title": document.title.value if document.title else None,
        "agency": document.agency.value if document.agency else None,
        "agency_kind": document.agency_kind,
        "region": "/".join(document.region) or None,
        "fiscal_year": document.year,
        "published": document.published[0].value.isoformat() if document.published else None,
        "edition": document.form.id,
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "confirmed": number(score.confirmed),
        "possible": number(score.possible),
        "verified": number(score.verified),
        "grade": score.grade,
        "vetoes": list(score.vetoes),
        "dimensions": [
            {
                "id": one.id,
                "title": one.title,
                "points": number(one.points),
                "confirmed": number(one.confirmed),
                "possible": number(one.possible),
            }
            for one in score.dimensions
        ],
        "deductions": [
            {"rule": one.rule, "points": number(one.points), "reason": one.reason}
            for one in score.deductions
        ],
    }


def _finding(finding: Finding, document: Document, rulebook: Rulebook) -> dict[str, Any]:
    rule = rulebook.rule(finding.rule)
    return {
        "rule": finding.rule,
        "title": rule.title if rule else None,
        "failure_title": rule.failure_title if rule else None,
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
