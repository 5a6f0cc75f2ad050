"""Every lost point has its line, and the lines add up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import rule, rulebook
from msgspec.structs import replace

from govcheck.judging.assessment import Decision, Finding, Judgement, Ruling
from govcheck.judging.scoring import score
from govcheck.kinds.remark import Outcome, Severity
from govcheck.kinds.says.question import Question
from govcheck.rulebook.rule import Points, Rule

QUESTION = Question(reason="？")
WAIVED = Decision(decision=Ruling.WAIVED, reason="另有规定", person="甲", date="2025-01-01")
DIMENSIONS = ("completeness", "accuracy", "timeliness", "substance", "publication")
UPHELD = Decision(decision=Ruling.BROKEN, reason="属实", person="甲", date="2025-01-01")


def a_rule(name: str, dimension: str = "accuracy", each: int = 4, cap: int = 8) -> Rule:
    points = Points(each=Decimal(each), cap=Decimal(cap))
    return rule(QUESTION, id=name, dimension=dimension, points=points)


def a_finding(
    name: str,
    outcome: Outcome = Outcome.FAIL,
    severity: Severity = Severity.MAJOR,
    **more: object,
) -> Finding:
    return Finding(rule=name, outcome=outcome, severity=severity, message="…", **more)  # type: ignore[arg-type]


def test_nothing_found_is_full_marks() -> None:
    result = score((), (), rulebook())
    assert result.confirmed == 100
    assert result.possible == 100
    assert result.grade == "优秀"
    assert result.deductions == ()


def test_findings_deduct_up_to_the_cap_of_their_rule() -> None:
    result = score([a_finding("a/a")] * 3, (), rulebook(a_rule("a/a")))
    (line,) = result.deductions
    assert line.points == 8
    assert result.possible == 92
    assert line.reason == "3处不符合，每处4分，本条封顶8分"


def test_a_dimension_never_falls_below_nothing() -> None:
    rules = [a_rule(f"a/{n}", "timeliness", 8, 8) for n in range(3)]
    result = score([a_finding(found.id) for found in rules], (), rulebook(*rules))
    assert [line.points for line in result.deductions] == [8, 2, 0]
    assert "该维度只余2分" in result.deductions[1].reason
    assert result.possible == 90


def test_advice_folded_and_waived_findings_cost_nothing() -> None:
    free = [
        a_finding("a/a", severity=Severity.ADVICE),
        a_finding("a/a", root=0),
        a_finding("a/a", decision=WAIVED),
    ]
    assert score(free, (), rulebook(a_rule("a/a"))).confirmed == 100
    upheld = [a_finding("a/a", decision=UPHELD)]
    assert score(upheld, (), rulebook(a_rule("a/a"))).confirmed == 96


def test_open_findings_cost_only_what_is_confirmed() -> None:
    findings = [
        a_finding("a/a"),
        a_finding("a/a", Outcome.OPEN),
        a_finding("a/a", Outcome.OPEN),
    ]
    result = score(findings, (), rulebook(a_rule("a/a")))
    assert result.possible == 96
    assert result.confirmed == 92
    (line,) = result.open_deductions
    assert line.points == 4


def test_a_rule_left_open_without_a_finding_counts_as_one() -> None:
    judgement = Judgement(rule="a/a", outcome=Outcome.OPEN, reason="机关类型不明")
    result = score((), [judgement], rulebook(a_rule("a/a")))
    assert result.possible == 100
    assert result.confirmed == 96


def test_a_veto_fails_the_document_in_a_line_of_its_own() -> None:
    rules = (a_rule("a/critical", "completeness", 10, 20), a_rule("a/open"))
    findings = [
        a_finding("a/critical", severity=Severity.CRITICAL),
        a_finding("a/open", Outcome.OPEN),
    ]
    result = score(findings, (), rulebook(*rules))
    assert result.possible == 59
    assert result.confirmed == 59
    assert result.vetoes == ("a/critical",)
    assert (result.verdict, result.grade) == ("不合格", "不合格")
    assert [line.points for line in result.deductions] == [10, 31]
    assert sum(line.points for line in result.open_deductions) == 0


def test_a_waived_or_open_critical_finding_is_no_veto() -> None:
    findings = [
        a_finding("a/a", severity=Severity.CRITICAL, decision=WAIVED),
        a_finding("a/a", Outcome.OPEN, Severity.CRITICAL),
    ]
    assert score(findings, (), rulebook(a_rule("a/a"))).vetoes == ()


PASSED = [Judgement(rule=f"a/{n}", outcome=Outcome.PASS) for n in range(5)]
FIVE = rulebook(*(a_rule(f"a/{n}", name) for n, name in enumerate(DIMENSIONS)))


def test_what_no_rule_answers_is_not_verified() -> None:
    assert score((), (), FIVE).verified == 0
    assert score((), PASSED, FIVE).verified == 100
    assert score((), PASSED[1:], FIVE).verified == 70
    opened = [Judgement(rule="a/1", outcome=Outcome.OPEN), *PASSED[:1], *PASSED[2:]]
    assert score([a_finding("a/1", Outcome.OPEN)], opened, FIVE).verified == 70
    decided = a_finding("a/1", Outcome.OPEN, decision=UPHELD)
    assert score([decided], opened, FIVE).verified == 100


def test_what_waits_for_publication_is_not_verified() -> None:
    two = rulebook(a_rule("a/0", "accuracy"), a_rule("a/4", "accuracy"))
    waits = [PASSED[0], Judgement(rule="a/4", outcome=Outcome.NOT_APPLICABLE)]
    assert score((), waits, two).verified == 30
    assert score((), waits, two, waiting={"a/4"}).verified == 15


LOST = a_finding("a/0", severity=Severity.CRITICAL)
VERDICTS = {
    "all passed": ((), PASSED, "合格", "优秀"),
    "enough verified": ((), PASSED[:2], "合格", "优秀"),
    "too little verified": ((), PASSED[:1], "待核", "优秀"),
    "nothing seen": ((), (), "待核", "优秀"),
    "critical": ([LOST], PASSED, "不合格", "不合格"),
    "critical, waived": ([replace(LOST, decision=WAIVED)], PASSED, "合格", "优秀"),
    "critical, open": ([replace(LOST, outcome=Outcome.OPEN)], PASSED, "待核", "优秀"),
    "a span of grades": (
        [a_finding("a/0", Outcome.OPEN)] * 2 + [a_finding("a/1")],
        PASSED,
        "合格",
        "良好–优秀",
    ),
}


@pytest.mark.parametrize(
    ("findings", "judgements", "verdict", "grade"), VERDICTS.values(), ids=VERDICTS
)
def test_nothing_unseen_acquits_and_nothing_unread_accuses(
    findings: list[Finding], judgements: list[Judgement], verdict: str, grade: str
) -> None:
    result = score(findings, judgements, FIVE)
    assert (result.verdict, result.grade) == (verdict, grade)


def test_too_few_points_fail_only_when_they_are_sure() -> None:
    book = rulebook(*(a_rule(f"a/{n}", name, 50, 50) for n, name in enumerate(DIMENSIONS)))
    lost = [a_finding("a/0"), a_finding("a/1")]
    assert score(lost, PASSED, book).verdict == "不合格"
    doubted = [a_finding("a/0"), a_finding("a/1", Outcome.OPEN)]
    assert score(doubted, PASSED, book).verdict == "待核"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 11),
            st.sampled_from([Outcome.FAIL, Outcome.OPEN]),
            st.sampled_from(Severity),
        ),
        max_size=60,
    )
)
def test_the_table_of_deductions_adds_up(said: list[tuple[int, Outcome, Severity]]) -> None:
    rules = [a_rule(f"a/{n}", DIMENSIONS[n % 5], 1 + n, 2 + 2 * n) for n in range(12)]
    findings = [a_finding(f"a/{n}", outcome, severity) for n, outcome, severity in said]
    result = score(findings, (), rulebook(*rules))
    assert 100 - sum(line.points for line in result.deductions) == result.possible
    lost = sum(line.points for line in result.open_deductions)
    assert result.possible - lost == result.confirmed
    assert 0 <= result.confirmed <= result.possible <= 100
    assert all(line.points >= 0 for line in (*result.deductions, *result.open_deductions))
    if result.vetoes:
        assert result.possible <= 59
    else:
        assert sum(d.confirmed for d in result.dimensions) == result.confirmed
