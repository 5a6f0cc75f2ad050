"""How often each rule was broken or left open."""

from assessments import assessment, finding, rulebook
from msgspec.structs import replace

from govcheck.judging.assessment import Assessment, Unlisted
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.rule_statistics import rule_counts_of, statistics
from govcheck.reports.text_style import TextStyle

SUBTOTAL, IMAGE = "format/applications-subtotal", "publication/tables-machine-readable"


def lines(*reports: Assessment) -> list[list[str]]:
    text = statistics(map(rule_counts_of, reports), rulebook(), TextStyle())
    return [line.split() for line in text.splitlines()]


def test_rules_are_counted_over_reports_the_most_broken_first() -> None:
    twice = assessment(found=[finding("subtotal", "不符。"), finding("subtotal", "又不符。")])
    assert lines(assessment(), twice)[:2] == [
        ["问题", "待核", "报告", "规则"],
        ["3", "0", "2", "未做到办理结果总计相符"],
    ]
    assert ["0", "1", "1", "表格可读"] in lines(assessment(), twice)


def test_folded_and_waived_findings_are_not_counted() -> None:
    told = " ".join(word for line in lines(assessment()) for word in line)
    assert "收与办平衡" not in told
    assert "统计期限正确" not in told


def test_unlisted_findings_and_rules_open_as_a_whole_are_counted() -> None:
    given = assessment(found=[finding("subtotal", "不符。")])
    more = (Unlisted(outcome=Outcome.FAIL, severity=Severity.MAJOR, count=30),)
    judged = tuple(
        replace(
            one,
            unlisted=more if one.rule == SUBTOTAL else (),
            outcome=Outcome.OPEN if one.rule == IMAGE else one.outcome,
        )
        for one in given.judgements
    )
    counted = rule_counts_of(replace(given, judgements=judged))
    assert counted.failures == {SUBTOTAL: 31}
    assert counted.doubts == {IMAGE: 1}


def test_nothing_is_said_to_be_nothing() -> None:
    assert "没有问题" in "".join(lines(assessment(found=[]))[1])
