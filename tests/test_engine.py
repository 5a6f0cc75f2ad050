"""What the engine makes of remarks: outcomes, words, order."""

import pytest
from ledgers import BOOK, document, rule, rulebook
from told_checks import DOUBTS, FAILS, IDLE, PASSES, Says, Searches

from govcheck.document.case import Case
from govcheck.document.known_losses import UNREAD
from govcheck.document.report import AgencyKind
from govcheck.judging.engine import assess, judge
from govcheck.kinds.remark import Doubt, Outcome, Severity, Violation
from govcheck.rulebook.rule import CheckUse, Scope


@pytest.mark.parametrize(
    ("checks", "outcome"),
    [
        ((PASSES,), Outcome.PASS),
        ((PASSES, IDLE), Outcome.PASS),
        ((DOUBTS, PASSES), Outcome.OPEN),
        ((DOUBTS, FAILS), Outcome.FAIL),
        ((IDLE,), Outcome.NOT_APPLICABLE),
        ((IDLE, DOUBTS), Outcome.OPEN),
    ],
)
def test_outcome_is_the_gravest_remark(checks: tuple[Says, ...], outcome: Outcome) -> None:
    uses = tuple(CheckUse(check=check, message="{word}") for check in checks)
    judgement, _ = judge(Case(document=document()), rule(PASSES, checks=uses))
    assert judgement.outcome is outcome


@pytest.mark.parametrize(
    ("checks", "whole", "in_part"),
    [
        ((Searches(),), Outcome.PASS, Outcome.OPEN),
        ((PASSES, Searches()), Outcome.PASS, Outcome.OPEN),
        ((PASSES,), Outcome.PASS, Outcome.PASS),
        ((PASSES, Searches(remarks=IDLE.remarks)), Outcome.PASS, Outcome.PASS),
        ((Searches(remarks=FAILS.remarks),), Outcome.FAIL, Outcome.FAIL),
    ],
)
def test_who_looked_in_part_acquits_nobody(
    checks: tuple[Says, ...], whole: Outcome, in_part: Outcome
) -> None:
    uses = tuple(CheckUse(check=check, message="{word}") for check in checks)
    for incomplete, outcome in ((False, whole), (True, in_part)):
        case = Case(document=document(incomplete=incomplete))
        judgement, _ = judge(case, rule(PASSES, checks=uses))
        assert judgement.outcome is outcome
        assert (judgement.loss is UNREAD) is (outcome is Outcome.OPEN)


@pytest.mark.parametrize(
    ("scope", "facts", "outcome"),
    [
        (Scope(agencies=frozenset({AgencyKind.GOVERNMENT})), {}, Outcome.NOT_APPLICABLE),
        (
            Scope(agencies=frozenset({AgencyKind.GOVERNMENT})),
            {"agency_kind": None},
            Outcome.OPEN,
        ),
        (Scope(first_year=2025), {}, Outcome.NOT_APPLICABLE),
        (Scope(last_year=2020), {}, Outcome.NOT_APPLICABLE),
        (Scope(first_year=2021), {}, Outcome.FAIL),
        (Scope(first_year=2021), {"year": None}, Outcome.OPEN),
        (Scope(), {"year": None, "agency_kind": None}, Outcome.FAIL),
        (
            Scope(first_year=2021, agencies=frozenset({AgencyKind.TOWNSHIP})),
            {"year": None},
            Outcome.NOT_APPLICABLE,
        ),
        (Scope(regions=frozenset({"云南"})), {}, Outcome.NOT_APPLICABLE),
        (Scope(regions=frozenset({"云南"})), {"region": ("贵州",)}, Outcome.NOT_APPLICABLE),
        (Scope(regions=frozenset({"云南"})), {"region": ("云南", "昆明")}, Outcome.FAIL),
        (Scope(published=True), {"draft": True}, Outcome.NOT_APPLICABLE),
        (Scope(published=True), {}, Outcome.FAIL),
    ],
)
def test_scope(scope: Scope, facts: dict[str, object], outcome: Outcome) -> None:
    facts, draft = dict(facts), "draft" in facts
    facts.pop("draft", None)
    case = Case(document=document(**facts), draft=draft)  # type: ignore[arg-type]
    judgement, findings = judge(case, rule(FAILS, scope=scope))
    assert judgement.outcome is outcome
    assert bool(judgement.reason) is (outcome is not Outcome.FAIL)
    assert bool(findings) is (outcome is Outcome.FAIL)


def test_a_check_out_of_scope_says_nothing() -> None:
    old = CheckUse(check=FAILS, message="{word}", scope=Scope(last_year=2020))
    judgement, findings = judge(
        Case(document=document()),
        rule(PASSES, checks=(old, CheckUse(check=PASSES, message="{word}"))),
    )
    assert (judgement.outcome, findings) == (Outcome.PASS, ())


def test_braces_in_the_document_are_not_a_template() -> None:
    hostile = Says(remarks=(Violation(values={"word": "{word.__class__}{0}"}),))
    use = CheckUse(check=hostile, message="写作“{word}”")
    _, (finding,) = judge(Case(document=document()), rule(PASSES, checks=(use,)))
    assert finding.message == "写作“{word.__class__}{0}”。"


def test_a_doubt_may_speak_in_the_rules_words() -> None:
    use = CheckUse(check=Says(remarks=(Doubt(values={"word": "甲"}),)), message="请核实{word}")
    _, (finding,) = judge(Case(document=document()), rule(PASSES, checks=(use,)))
    assert (finding.outcome, finding.message) == (Outcome.OPEN, "请核实甲。")


def test_severity_is_the_kinds_then_the_checks_then_the_rules() -> None:
    slight = Says(remarks=(Violation(values={"word": "甲"}, severity=Severity.ADVICE),))
    uses = (
        CheckUse(check=slight, message="{word}", severity=Severity.MINOR),
        CheckUse(check=FAILS, message="{word}", severity=Severity.MINOR),
        CheckUse(check=FAILS, message="再{word}"),
    )
    _, findings = judge(
        Case(document=document()), rule(PASSES, checks=uses, severity=Severity.MAJOR)
    )
    assert [f.severity for f in findings] == [Severity.ADVICE, Severity.MINOR, Severity.MAJOR]


def test_the_same_words_are_said_once() -> None:
    uses = (CheckUse(check=DOUBTS, message="{word}"),) * 3
    _, findings = judge(Case(document=document()), rule(PASSES, checks=uses))
    assert [finding.message for finding in findings] == ["看不清。"]


def test_findings_stand_worst_first_and_sure_before_open() -> None:
    message = "{word}"
    alike = (
        rule(FAILS, id="a/minor", severity=Severity.MINOR),
        rule(DOUBTS, id="a/open", severity=Severity.MAJOR),
        rule(FAILS, id="a/major", severity=Severity.MAJOR),
        rule(FAILS, id="b/major", severity=Severity.MAJOR),
    )
    rules = tuple(
        rule(
            found.checks[0].check,
            id=found.id,
            severity=found.severity,
            checks=(CheckUse(check=found.checks[0].check, message=message),),
        )
        for found in alike
    )
    assessment = assess(Case(document=document()), rulebook(*rules))
    assert [f.rule for f in assessment.findings] == ["a/major", "b/major", "a/open", "a/minor"]
    assert [j.rule for j in assessment.judgements] == [r.id for r in rules]


def test_a_document_with_nothing_in_it_passes_no_rule_on_tables() -> None:
    empty = document(tables={}, parts=())
    for found in BOOK.rules:
        if found.id.startswith("format/") and any(
            "table" in use.check.KIND or "cells" in use.check.KIND for use in found.checks
        ):
            judgement, _ = judge(Case(document=empty), found)
            assert judgement.outcome in {Outcome.OPEN, Outcome.NOT_APPLICABLE}, found.id
