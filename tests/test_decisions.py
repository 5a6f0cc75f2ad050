"""What decisions come to: rule by rule, for one body and year alone, shown as they are."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from assessments import assessment, finding, rulebook
from msgspec.structs import replace
from open_rules import left_open
from submitted import document

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment, Decision, Ruling
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.reports import render
from govcheck.review.application import apply_ledger
from govcheck.review.entry import Ledger, LedgerEntry
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import Matter, matters, report_name
from govcheck.review.skeleton import blank_entry
from govcheck.rulebook.loading import load_rulebook

TESTS = Path(__file__).parent
TODAY = date(2026, 6, 1)
BOOK = load_rulebook()
TEXT = (TESTS / "correct" / "county-2025.txt").read_text("utf-8")
TAIL = TEXT.partition("\n五、")[0]


def judged(text: str) -> Assessment:
    of = read(text.encode(), name="年报.txt", knowledge=BOOK.knowledge)
    return assess(Case(document=of), BOOK)


def decision(ruling: Ruling) -> Decision:
    return Decision(decision=ruling, person="王审核", date="2026-03-01", reason="已核对")


def ledger(*decided: tuple[Matter, Ruling]) -> Ledger:
    entries = tuple(
        LedgerEntry(
            key=one.key, report=one.report, message=one.message, decision=decision(ruling)
        )
        for one, ruling in decided
    )
    return Ledger(entries=entries, readable=0)


def after(given: Assessment, *decided: tuple[Matter, Ruling]) -> Assessment:
    return apply_ledger(given, ledger(*decided), BOOK, today=TODAY)


def decided_open(**rulings: Ruling) -> Assessment:
    """Decide some of the rules that a loss leaves open."""
    given = left_open()
    names = {"part": "decree-711/applications", "title": "format/title"}
    names["prose"] = "consistency/applications-narrative"
    by_rule = {one.rule: one for one in matters(given, rulebook()) if one.item is not None}
    made = ledger(*((by_rule[names[key]], ruling) for key, ruling in rulings.items()))
    return apply_ledger(given, made, rulebook(), today=TODAY)


def test_a_loss_is_decided_rule_by_rule() -> None:
    given = left_open()
    assert [len(one.rules) for one in given.open] == [3]
    assert given.score.verdict == "待核"
    part = decided_open(part=Ruling.MET)
    assert [len(one.rules) for one in part.open] == [2]
    assert part.score.verified > given.score.verified
    every = decided_open(part=Ruling.MET, prose=Ruling.MET, title=Ruling.MET)
    assert every.open == ()
    assert every.score.confirmed == every.score.possible == Decimal(100)
    assert every.score.verdict == "合格"


def test_a_rule_found_broken_costs_as_one_finding() -> None:
    before, told = left_open(), decided_open(prose=Ruling.BROKEN)
    (line,) = told.score.deductions
    assert line.points == 3
    assert told.score.possible == before.score.possible - 3
    whole = decided_open(title=Ruling.BROKEN)
    assert whole.score.possible == before.score.possible - 3
    assert [one.rule for one in whole.findings if one.decision] == ["format/title"]


def test_a_critical_rule_found_broken_is_a_veto() -> None:
    told = decided_open(part=Ruling.BROKEN)
    assert told.score.verdict == "不合格"
    assert told.score.vetoes == ("decree-711/applications",)


@pytest.mark.parametrize("ruling", [Ruling.MET, Ruling.INAPPLICABLE, Ruling.WAIVED])
def test_what_is_set_aside_costs_nothing_and_is_shown_as_that(ruling: Ruling) -> None:
    told = decided_open(prose=ruling)
    assert told.score.deductions == ()
    page = render("html", told, rulebook()).decode()
    section = page.partition('id="waived"')[2].partition("</section>")[0]
    assert "已核对（王审核，2026年3月1日）" in section
    assert "没有发现问题" not in page


def test_what_another_causes_is_set_aside_alone() -> None:
    given = assessment()
    waived = replace(given.findings[2], decision=decision(Ruling.WAIVED))
    told = replace(given, findings=(*given.findings[:2], waived, *given.findings[3:]))
    section = render("html", told, rulebook()).decode().partition('id="waived"')[2]
    assert waived.root is not None
    assert waived.message in section.partition("</section>")[0]


def test_a_failure_is_overruled() -> None:
    given = judged(f"{TEXT}\n本局布署工作。".replace("部署", "布署"))
    wrong = next(
        one
        for one in matters(given, BOOK)
        if one.finding is not None
        and given.findings[one.finding].outcome is Outcome.FAIL
        and given.findings[one.finding].root is None
    )
    told = after(given, (wrong, Ruling.MET))
    assert told.score.possible >= given.score.possible
    assert "已改判" in render("html", told, BOOK).decode()
    assert "已改判" in render("text", told, BOOK).decode()


def test_a_decision_reaches_no_other_body_and_no_other_year() -> None:
    given = judged(TAIL)
    made = [(one, Ruling.MET) for one in matters(given, BOOK)]
    assert after(given, *made).open == ()
    for words, other in (("青禾", "松溪"), ("2025", "2024")):
        assert words in TAIL
        stranger = judged(TAIL.replace(words, other))
        told = after(stranger, *made)
        assert told.open == stranger.open
        assert told.score == stranger.score
        assert any(report_name(given.document) in note for note in told.notes)


def test_a_decision_falls_when_the_file_is_whole() -> None:
    cut = judged(TAIL)
    made = [(one, Ruling.BROKEN) for one in matters(cut, BOOK) if "以后的内容" in one.place]
    told = after(judged(TEXT), *made)
    assert not any(one.decision for one in told.findings)
    assert any("没有对应的问题" in note for note in told.notes)


def test_a_page_made_with_a_ledger_knows_the_same_matters() -> None:
    given = judged(TAIL)
    known = {one.key for one in matters(given, BOOK)}
    told = after(given, *((one, Ruling.BROKEN) for one in matters(given, BOOK)))
    assert {one.key for one in matters(told, BOOK)} == known


def test_the_page_knows_a_matter_by_all_of_it_though_it_shows_less() -> None:
    evidence = tuple(Evidence(quote=f"{number}" * 500) for number in range(120))
    given = assessment(found=[finding("prose", "误", *evidence), finding("prose", "误")])
    page = render("html", given, rulebook()).decode()
    shown = set(re.findall(r'data-key="([^"]{16}[^"]*)"', page))
    assert shown == {one.key for one in matters(given, rulebook())}


@pytest.mark.parametrize(
    ("written", "ruling"),
    [
        *((one.value, one) for one in Ruling),
        ("accept", Ruling.BROKEN),
        ("waive", Ruling.WAIVED),
        ("override", Ruling.MET),
    ],
)
def test_words_of_a_decision(written: str, ruling: Ruling) -> None:
    text = f'"aa":\n  决定: {written}\n  核验人: 王\n  日期: 2026-03-01\n  理由: 查\n'
    (entry,) = read_ledger(text.encode(), "台账.yaml", today=TODAY).entries
    assert entry.decision is not None
    assert entry.decision.decision is ruling


def test_a_former_ledger_of_one_report_holds_for_it_alone() -> None:
    given = assessment()
    (first, *_) = matters(given, rulebook())
    former = (
        f'"{first.former}":\n  rule: a/b\n  message: 甲\n  decision: waive\n'
        "  reason: 属实\n  person: 王\n  date: 2026-03-01\n  expires:\n"
    )
    read_back = read_ledger(former.encode(), "台账.yaml", today=TODAY)
    told = apply_ledger(given, read_back, rulebook(), today=TODAY)
    assert told.findings[0].lifted
    several = apply_ledger(given, read_back, rulebook(), today=TODAY, alone=False)
    assert not several.findings[0].lifted
    assert "没有写明报告" in several.notes[-1]


def test_an_entry_reads_as_chinese() -> None:
    (first, *_) = matters(assessment(of=document()), rulebook())
    lines = blank_entry(first).splitlines()[1:]
    assert [line.partition(":")[0].strip() for line in lines] == [
        *("报告", "位置", "问题", "程度"),
        *("决定", "核验人", "日期", "理由", "有效期至"),
    ]
    assert lines[0] == '  报告: "云岭市教育局（2024年度）"'
