"""What is kept of a rule's findings, and that all are counted."""

import tracemalloc
from json import loads

import pytest
from assessments import SCHEMA
from jsonschema import Draft202012Validator
from ledgers import document, rulebook, table
from many_findings import judged, many
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Decision, Ruling
from govcheck.judging.brevity import FULL
from govcheck.judging.engine import assess
from govcheck.judging.scoring import score
from govcheck.kinds.remark import Doubt, Inapplicable, Outcome, Severity, Violation
from govcheck.reports import render
from govcheck.review.matter import matters
from govcheck.review.skeleton import missing

WAIVED = Decision(decision=Ruling.WAIVED, reason="另有规定", person="甲", date="2025-01-01")


def test_no_more_than_2000_findings_are_kept_and_all_are_counted() -> None:
    given, book = judged(5000)
    assert len(given.findings) == FULL.findings == 2000
    result = loads(render("json", given, book))
    assert len(result["findings"]) == 2000
    assert result["rules"][0]["findings"] == 5000
    Draft202012Validator(SCHEMA).validate(result)
    assert len(missing(matters(given, book), frozenset())) == 2000


def test_score_is_taken_from_all() -> None:
    given, _ = judged(5000)
    (line,) = given.score.deductions
    assert line.reason.startswith("5000处不符合")


def test_the_worst_are_kept_however_late_they_come() -> None:
    grave = Violation(values={"word": "重"}, severity=Severity.CRITICAL)
    given, _ = judged(5000, last=(grave,), severity=Severity.MINOR, open=True)
    assert given.findings[0].message == "第重处。"
    assert given.judgements[0].outcome is Outcome.FAIL
    assert given.score.vetoes == ("test/many",)
    assert sum(more.count for more in given.judgements[0].unlisted) == 3001


def test_a_critical_finding_that_is_only_counted_is_a_veto() -> None:
    given, book = judged(3000, severity=Severity.CRITICAL)
    waived = tuple(replace(one, decision=WAIVED) for one in given.findings)
    again = replace(given, findings=waived)
    assert score(again.findings, again.judgements, book).vetoes == ("test/many",)


@pytest.mark.parametrize("recognised", [False, True])
def test_memory_does_not_grow_with_what_is_found(*, recognised: bool) -> None:
    of = document(replace(table("applications", {}), recognised=recognised))
    book = rulebook(many(20_000, quote="引文" * 10_000))
    tracemalloc.start()
    assess(Case(document=of), book)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000  # kept whole, the quotations of 2,000 take 80 MB; of all, 800 MB


def test_the_same_words_without_end_are_one_finding() -> None:
    same = (Doubt(reason="看不清"),) * 5000
    given, book = judged(0, last=same)
    assert len(given.findings) == 1
    assert loads(render("json", given, book))["rules"][0]["findings"] == 1


def test_reasons_without_end_are_said_once() -> None:
    idle = (Inapplicable(reason="没有表格"),) * 5000
    given, _ = judged(0, last=idle)
    assert given.judgements[0].reason == "没有表格。"
    assert given.judgements[0].outcome is Outcome.NOT_APPLICABLE


def test_the_engine_keeps_no_endless_words() -> None:
    given, _ = judged(3, quote="长" * 1_000_000)
    assert {len(one.evidence[0].quote) for one in given.findings} == {2000}
    long = Violation(values={"word": "长" * 1_000_000})
    given, _ = judged(0, last=(long,))
    assert len(given.findings[0].message) <= 4001


def test_a_message_is_bounded_before_it_is_written() -> None:
    long = Violation(values={"word": "x" * 3_000_000})
    book = many(0, last=(long,))
    use = replace(book.checks[0], message="{word}" * 30)
    tracemalloc.start()
    given = assess(Case(document=document()), rulebook(replace(book, checks=(use,))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
    assert len(given.findings[0].message) <= FULL.message + 1


def test_what_was_read_from_a_picture_is_open_though_it_is_only_counted() -> None:
    pictured = replace(table("applications", {}), recognised=True)
    read = tuple(
        Violation(values={"word": f"图{number}"}, evidence=(Evidence(place=place),))
        for number in range(2500)
        for place in [Place(table="applications", row="r1_new", column="total")]
    )
    check = many(2500, last=read)
    given = assess(Case(document=document(pictured)), rulebook(check))
    (judgement,) = given.judgements
    counts = {more.outcome: more.count for more in judgement.unlisted}
    assert counts == {Outcome.FAIL: 500, Outcome.OPEN: 2500}
    assert len(given.findings) == 2000
