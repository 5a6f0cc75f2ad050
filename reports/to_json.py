"""JSON for programs: the contract ``govcheck/1`` (see ``govcheck-1.schema.json``).

A key that does not apply is null, never left out; what may change in govcheck's own types
does not change here.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from json import dumps
from typing import Any, Final

from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.document.whereabouts import part_of
from govcheck.judging.assessment import (
    Assessment,
    Decision,
    Finding,
    Judgement,
    OpenItem,
    Score,
)
from govcheck.reports.clauses import clauses
from govcheck.reports.listing import rule_counts
from govcheck.rulebook.rule import Basis, Rulebook
from govcheck.version import __version__

_GREATEST: Final = Decimal(10) ** 300
"""Beyond it a program that reads the file has no number for the figure."""


def to_json(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render the object, with keys in the order a person would read them."""
    document = assessment.document
    counts = rule_counts(assessment)
    return (
        dumps(
            {
                "schema": "govcheck/1",
                "tool": {"version": __version__, "rules": assessment.rules_digest},
                "input": _input(document),
                "report": _report(document),
                "verdict": assessment.score.verdict,
                "score": _score(assessment.score),
                "findings": [_finding(one, document, rulebook) for one in assessment.findings],
                "open": [_open(one) for one in assessment.open],
                "questions": [*_questions(assessment, rulebook)],
                "rules": [
                    _judgement(one, counts.get(one.rule, 0)) for one in assessment.judgements
                ],
                "facts": {
                    "tables": {name: _table(table) for name, table in document.tables.items()},
                    "figures": [_figure(figure) for figure in document.figures],
                },
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _judgement(judgement: Judgement, findings: int) -> dict[str, Any]:
    return {
        "id": judgement.rule,
        "outcome": judgement.outcome,
        "reason": judgement.reason or None,
        "findings": findings,
    }


def _open(item: OpenItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "cause": item.cause,
        "look_at": item.look_at,
        "reason": item.reason,
        "rules": list(item.rules),
        "points": _number(item.points),
    }


def _questions(assessment: Assessment, rulebook: Rulebook) -> Iterator[dict[str, Any]]:
    """Yield what a person is asked in any case."""
    for judgement in assessment.judgements:
        basis = _basis(clauses(rulebook.rule(judgement.rule), assessment.document, rulebook))
        for question in judgement.questions:
            yield {"rule": judgement.rule, "question": question, "basis": basis}


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
        "confirmed": _number(score.confirmed),
        "possible": _number(score.possible),
        "verified": _number(score.verified),
        "grade": score.grade,
        "vetoes": list(score.vetoes),
        "dimensions": [
            {
                "id": one.id,
                "title": one.title,
                "points": _number(one.points),
                "confirmed": _number(one.confirmed),
                "possible": _number(one.possible),
            }
            for one in score.dimensions
        ],
        "deductions": [
            {"rule": one.rule, "points": _number(one.points), "reason": one.reason}
            for one in score.deductions
        ],
    }


def _finding(finding: Finding, document: Document, rulebook: Rulebook) -> dict[str, Any]:
    rule = rulebook.rule(finding.rule)
    return {
        "rule": finding.rule,
        "title": rule.title if rule else None,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "dimension": rule.dimension if rule else None,
        "message": finding.message,
        "evidence": [_evidence(one, document) for one in finding.evidence],
        "basis": _basis(clauses(rule, document, rulebook)),
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


def _basis(basis: Sequence[Basis]) -> list[dict[str, Any]]:
    return [{"clause": one.citation, "quote": one.quote, "status": one.status} for one in basis]


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "decision": decision.decision,
        "person": decision.person,
        "date": decision.date,
        "reason": decision.reason or None,
        "until": decision.until,
    }


def _table(table: Table) -> dict[str, Any]:
    cells: dict[str, dict[str, Any]] = {}
    for (row, column), cell in table.cells.items():
        cells.setdefault(row, {})[column] = {
            "written": cell.written,
            "value": _number(cell.value),
            "state": cell.state,
        }
    return {
        "form": table.form,
        "recognised": table.recognised,
        "labels": dict(table.labels),
        "cells": cells,
        "deviations": [
            {"kind": one.kind, "expected": one.expected or None, "printed": one.printed or None}
            for one in table.deviations
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": _number(figure.value),
        "upper": _number(figure.upper),
        "step": _number(figure.step),
        "unit": figure.unit or None,
        "approximate": figure.approximate or None,
        "subject": figure.subject or None,
        "concept": figure.concept,
        "relation": figure.relation,
        "period": figure.period,
        "section": figure.place.part,
        "line": figure.place.line,
    }


def _number(value: Decimal | None) -> int | float | None:
    """Return an integer where the value is whole; the greatest float for what exceeds it."""
    if value is None:
        return None
    if abs(value) > _GREATEST:
        return float(_GREATEST.copy_sign(value))
    return int(value) if value == value.to_integral_value() else float(value)
