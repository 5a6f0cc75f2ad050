"""JSON for programs: the contract ``govcheck/1`` (see ``govcheck-1.schema.json``).

A key that does not apply is null, never left out; what may change in govcheck's own types
does not change here.
"""

from typing import Any

from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment, Inspection, Judgement
from govcheck.judging.score import Score
from govcheck.reports.indented import indented
from govcheck.reports.json_facts import facts, number
from govcheck.reports.json_findings import finding_json
from govcheck.reports.json_input import input_json, report_json
from govcheck.reports.json_local import local_json
from govcheck.reports.json_open import open_items, questions
from govcheck.reports.listing import rule_counts
from govcheck.rulebook.rule import Rulebook
from govcheck.version import __version__


def to_json(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render the object, with keys in the order a person would read them."""
    document = assessment.document
    counts = rule_counts(assessment)
    return indented(
        {
            "schema": "govcheck/1",
            "tool": {"version": __version__, "rules": assessment.rules_digest},
            "input": input_json(document),
            "report": report_json(document),
            "verdict": assessment.score.verdict,
            "score": _score(assessment.score),
            "findings": [finding_json(one, document, rulebook) for one in assessment.findings],
            "open": [*open_items(assessment)],
            "questions": [*questions(assessment, rulebook)],
            "local": [*local_json(assessment)],
            "rules": [
                _judgement(one, counts.get(one.rule, 0)) for one in assessment.judgements
            ],
            "inspection": _inspection(assessment.inspection),
            "last_year": _last_year(assessment.case),
            "facts": facts(document),
        }
    )


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
