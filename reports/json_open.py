"""What could not be seen, and what no file answers, as JSON."""

from collections.abc import Iterator
from typing import Any

from govcheck.judging.assessment import Assessment, OpenItem
from govcheck.reports.clauses import rule_clauses
from govcheck.reports.json_basis import basis_json
from govcheck.reports.json_facts import number
from govcheck.rulebook.rule import Rulebook


def open_item(item: OpenItem) -> dict[str, Any]:
    """Return one loss and what it leaves open."""
    return {
        "id": item.id,
        "cause": item.cause,
        "look_at": item.look_at,
        "reason": item.reason,
        "rules": list(item.rules),
        "points": number(item.points),
    }


def questions(assessment: Assessment, rulebook: Rulebook) -> Iterator[dict[str, Any]]:
    """Yield what a person is asked in any case."""
    asking = (one for one in assessment.judgements if one.questions)
    for judgement in asking:
        basis = basis_json(rule_clauses(judgement.rule, assessment.document, rulebook))
        for question in judgement.questions:
            yield {"rule": judgement.rule, "question": question, "basis": basis}
