"""What could not be seen, and what no file answers, as JSON."""

from collections.abc import Iterator
from typing import Any

from govcheck.document.place import Place
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, OpenItem
from govcheck.reports.clauses import rule_clauses
from govcheck.reports.json_basis import basis_json
from govcheck.reports.json_facts import number
from govcheck.rulebook.rule import Rulebook


def open_items(assessment: Assessment) -> Iterator[dict[str, Any]]:
    """Yield each loss and what it leaves open, with its place where it has one."""
    for index, item in enumerate(assessment.open):
        yield _item(item, _place(assessment, index))


def _place(assessment: Assessment, index: int) -> str | None:
    """Return the one place, in words, that findings of all its rules show; else None."""
    shown = [
        (finding.rule, evidence.place)
        for finding in assessment.findings
        if finding.cause == index
        for evidence in finding.evidence
        if evidence.place != Place()
    ]
    places = {place_words(place, assessment.document) for _, place in shown}
    whole = {rule for rule, _ in shown} == {*assessment.open[index].rules}
    return places.pop() if whole and len(places) == 1 else None


def _item(item: OpenItem, place: str | None) -> dict[str, Any]:
    return {
        "id": item.id,
        "cause": item.cause,
        "look_at": item.look_at,
        "place": place,
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
