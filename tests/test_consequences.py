"""One slip is one grave finding; what comes of it stands under that."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bodies import Body, Page, correct_report

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.errors import ManyUnusable
from govcheck.judging.assessment import Finding
from govcheck.judging.consequences import consequences
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
SLIPS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "title of the year before": (
        "department-2021",
        "decree-711/fiscal-year",
        lambda page: page.replace("教育局2021年政府", "教育局2020年政府"),
    ),
    "title of the year after": (
        "county-2020",
        "decree-711/fiscal-year",
        lambda page: page.replace("县人民政府2020年政府", "县人民政府2021年政府"),
    ),
    "heading of the year after": (
        "county-2025",
        "decree-711/fiscal-year",
        lambda page: page.replace("<h1>青禾县人民政府2025", "<h1>青禾县人民政府2026"),
    ),
    "period of the year before": (
        "committee-2022",
        "decree-711/fiscal-year",
        lambda page: page.replace("2022年1月1日", "2021年1月1日"),
    ),
    "period that ends before it begins": (
        "committee-2022",
        "format/statistics-period",
        lambda page: page.replace("至12月31日", "至2021年12月31日", 1),
    ),
    "part without its tables": (
        "department-2021",
        "decree-711/proactive-disclosure",
        lambda page: re.sub(r"(?s)(二、主动公开\S*?</p>).*?(?=<p>三)", r"\1", page),
    ),
    "table without its first line": (
        "agri-2021",
        "format/applications-structure",
        lambda page: re.sub(r"(?s)<tr><td[^>]*>（本列数据的勾稽关系.*?</tr>", "", page),
    ),
    "part left out": (
        "department-2021",
        "decree-711/applications",
        lambda page: re.sub(r"(?s)<p>三、收到.*?(?=<p>四)", "", page),
    ),
}


def _grave(page: bytes) -> list[Finding]:
    document = read(page, name="报告.html", knowledge=BOOK.knowledge)
    return [
        one
        for one in assess(Case(document=document), BOOK).findings
        if one.outcome is Outcome.FAIL
        and one.severity in {Severity.CRITICAL, Severity.MAJOR}
        and one.root is None
    ]


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_is_one_grave_finding(slip: str) -> None:
    name, rule, put = SLIPS[slip]
    report: Body = correct_report(name)
    sound = Page().of(report).decode()
    assert put(sound) != sound
    assert [one.rule for one in _grave(put(sound).encode())] == [rule]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("", "", ["decree-711/fiscal-year"]),
        ("2022-01-", "2022-03-", ["decree-711/deadline", "decree-711/fiscal-year"]),
    ],
)
def test_what_no_year_mends_stands_beside_a_wrong_year(
    old: str, new: str, rules: list[str]
) -> None:
    page = Page().of(correct_report("department-2021")).decode()
    period = page.replace("2021年1月1日起至2021", "2020年1月1日起至2020")
    wrong = period.replace(old, new)
    assert wrong != page
    assert sorted(one.rule for one in _grave(wrong.encode())) == rules


def _absent(*parts: str, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding(
        rule="format/parts",
        outcome=Outcome.FAIL,
        severity=severity,
        message="缺少。",
        absent=parts,
    )


def test_what_names_a_part_more_stands_by_itself() -> None:
    grave = _absent("problems", severity=Severity.CRITICAL)
    assert list(consequences((grave, _absent("problems")))) == [(1, 0)]
    assert list(consequences((grave, _absent("overview", "problems")))) == []


def test_a_graver_finding_follows_from_no_slighter() -> None:
    slight = Finding(
        rule="a/year", outcome=Outcome.FAIL, severity=Severity.MINOR, message="不符。"
    )
    grave = Finding(
        rule="a/table",
        outcome=Outcome.FAIL,
        severity=Severity.MAJOR,
        message="不符。",
        follows=frozenset({"a/year"}),
    )
    assert list(consequences((grave, slight))) == []


def test_a_rule_follows_only_from_rules_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "format").mkdir()
    (tmp_path / "format" / "sections.yaml").write_text(
        """overrides: format/sections
checks:
  - kind: parts-sequence
    follows: [decree-711/fiscal-yaer]
    message: 不符：{problem}。
""",
        "utf-8",
    )
    with pytest.raises(ManyUnusable) as refused:
        load_rulebook(extra=(tmp_path,))
    assert "是否应为“decree-711/fiscal-year”" in str(refused.value.exceptions[0])


@pytest.mark.parametrize(
    ("name", "row", "figure"),
    [
        ("agri-2021", "r1_new", 11),
        ("office-2025", "r1_new", 189),
        ("county-2020", "r1_new", 21),
    ],
)
def test_prose_that_bears_a_correction_out_stands_under_the_cell(
    name: str, row: str, figure: int
) -> None:
    (root,) = _grave(
        Page().of(correct_report(name).with_cell("applications", row, "total", figure))
    )
    assert root.evidence[0].place.row == row


def test_prose_that_no_correction_bears_out_stands_by_itself() -> None:
    report = correct_report("agri-2021").with_cell("applications", "r1_new", "total", 11)
    found = _grave(Page().of(report.with_text("收到申请4件", "收到申请5件")))
    assert "consistency/applications-narrative" in {one.rule for one in found}


def _numbers(words: str) -> list[Finding]:
    report = correct_report("department-2021").with_text(
        "落实信息发布", f"{words}，落实信息发布"
    )
    document = read(Page().of(report), name="报告.html", knowledge=BOOK.knowledge)
    found = assess(Case(document=document), BOOK).findings
    return [one for one in found if one.rule == "prose/document-number" and one.root is None]


def test_one_document_number_wrong_in_two_ways_is_one_finding() -> None:
    assert len(_numbers("按照《关于公示的通知》（〔2021〕-211）要求")) == 1


def test_two_document_numbers_are_two_findings() -> None:
    assert len(_numbers("按照云政办〔2021〕-211号和（〔2021〕7号）要求")) == 2


def test_the_share_of_a_wrong_figure_stands_under_the_figure() -> None:
    report = correct_report("autonomous-2021").with_text("不予公开2件", "不予公开12件")
    document = read(Page().of(report), name="报告.html", knowledge=BOOK.knowledge)
    found = assess(Case(document=document), BOOK).findings
    failed = {one.rule: one.root for one in found if one.outcome is Outcome.FAIL}
    assert failed["consistency/applications-narrative"] is None
    assert failed["consistency/percentage"] is not None


@pytest.mark.parametrize("written", [-2, "2.5"])
def test_a_cell_that_can_hold_no_such_figure_is_one_finding(written: int | str) -> None:
    report = correct_report("agri-2021").with_cell("applications", "r3_1", "natural", written)
    (root,) = _grave(Page().of(report))
    assert root.rule == "format/cells-valid"
    assert root.evidence[0].expected == "3"


def test_prose_tells_which_cell_of_a_lone_sum_is_wrong() -> None:
    report = correct_report("market-2025")
    (root,) = _grave(Page().of(report.with_cell("review-litigation", "count", "rev_total", 5)))
    assert root.evidence[0].place.column == "rev_total"
    assert "据各勾稽和正文反推" in root.message


def test_a_sentence_that_denies_two_things_is_one_finding() -> None:
    report = correct_report("market-2025").with_text(
        "因信息公开引发的行政复议4件，其中被确认违法1件，已组织专题整改。",
        "全年未发生行政复议和行政诉讼。",
    )
    (root,) = _grave(Page().of(report))
    assert root.rule == "consistency/review-narrative"
