"""A defect planted in a report without fault is found by the rule that asks for it."""

from pathlib import Path
from typing import Any

import pytest
from bodies import Body, Page, correct_report
from plain_yaml import plain

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
PLANTED = plain(Path(__file__).with_name("planted_defects.yaml").read_text("utf-8"))


def _planted(defect: dict[str, Any]) -> Body:
    body = correct_report(defect["report"])
    for old, new in defect.get("text", ()):
        body = body.with_text(old, new)
    for table, row, column, value in defect.get("cells", ()):
        body = body.with_cell(table, row, column, value)
    return body


def _findings(body: Body, rule: str) -> list[Finding]:
    document = read(Page().of(body), name="报告.html", knowledge=BOOK.knowledge)
    return [one for one in assess(Case(document=document), BOOK).findings if one.rule == rule]


@pytest.mark.parametrize(
    ("rule", "defect"),
    [
        pytest.param(rule, defect, id=f"{rule}-{number}")
        for rule, defects in PLANTED.items()
        for number, defect in enumerate(defects, 1)
    ],
)
def test_the_rule_finds_it(rule: str, defect: dict[str, Any]) -> None:
    outcome = Outcome.OPEN if defect.get("open") else Outcome.FAIL
    before = {one.message for one in _findings(correct_report(defect["report"]), rule)}
    found = [one for one in _findings(_planted(defect), rule) if one.message not in before]
    assert outcome in {one.outcome for one in found}
