"""Nobody is accused without a duty that was in force and binds the body."""

from ledgers import document, rule, rulebook
from msgspec.structs import replace
from told_checks import DOUBTS, FAILS, PASSES

from govcheck.document.case import Case
from govcheck.document.report import AgencyKind
from govcheck.judging.engine import assess, judge
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.force import Force
from govcheck.rulebook.rule import CheckUse, Role, Rule


def _resting_on(**force: object) -> Rule:
    base = rule(FAILS).basis[0]
    return rule(FAILS, basis=(replace(base, edition=False, force=Force(**force)),))  # type: ignore[arg-type]


def test_a_rule_none_of_whose_duties_was_in_force_does_not_apply() -> None:
    for later in (_resting_on(first_year=2025), _resting_on(first_day="2025-06-01")):
        judgement, findings = judge(Case(document=document()), later)
        assert judgement.outcome is Outcome.NOT_APPLICABLE
        assert "没有施行" in judgement.reason
        assert findings == ()


def test_a_ground_of_action_alone_accuses_nobody() -> None:
    found = _resting_on()
    power = replace(found.basis[0], role=Role.CONSEQUENCE)
    judgement, _ = judge(Case(document=document()), replace(found, basis=(power,)))
    assert judgement.outcome is Outcome.NOT_APPLICABLE


def test_whom_no_clause_binds_is_asked_and_not_told() -> None:
    found = _resting_on(agencies=frozenset({AgencyKind.TOWNSHIP}))
    judgement, (finding,) = judge(Case(document=document()), found)
    assert judgement.outcome is finding.outcome is Outcome.OPEN
    assert "不约束这类机关" in finding.message


def test_bodies_that_a_check_is_open_for_are_asked_and_not_told() -> None:
    use = CheckUse(check=FAILS, message="{word}。", open_for=frozenset({AgencyKind.DEPARTMENT}))
    judgement, (finding,) = judge(Case(document=document()), rule(PASSES, checks=(use,)))
    assert judgement.outcome is finding.outcome is Outcome.OPEN
    assert finding.message == "甲。这类机关各地做法不一，请人工核实。"


def test_while_a_gate_is_open_no_other_rule_is_asked() -> None:
    for gate, outcome in ((DOUBTS, Outcome.NOT_APPLICABLE), (PASSES, Outcome.FAIL)):
        first, other = rule(gate, gate=True, id="test/gate"), rule(FAILS)
        of = assess(Case(document=document()), rulebook(other, first))
        assert [one.rule for one in of.judgements] == ["test/rule", "test/gate"]
        assert of.judgements[0].outcome is outcome
