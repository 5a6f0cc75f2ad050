"""Where a fault is named, it is called by what is wrong; what is open accuses no one."""

from io import BytesIO
from json import loads

import pytest
from assessments import assessment, finding, rulebook
from judged_bodies import EMPTY, findings, judged
from msgspec.structs import replace

from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports import render
from govcheck.reports.headline import common_headline, headline, headline_of
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rule

BOOK = load_rulebook()
PART = finding("part", "x").rule
FAULT = "未做到报告申请办理情况"


def vetoed() -> Assessment:
    return assessment(found=[finding("part", "缺少第三部分。")], vetoes=(PART,))


def _text(name: str, given: Assessment) -> str:
    content = render(name, given, rulebook())
    if name == "docx":
        docx = pytest.importorskip("docx")
        return "\n".join(one.text for one in docx.Document(BytesIO(content)).paragraphs)
    if name == "xlsx":
        calamine = pytest.importorskip("python_calamine")
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        return "\n".join(
            str(cell)
            for sheet in book.sheet_names
            for row in book.get_sheet_by_name(sheet).to_python()
            for cell in row
        )
    return content.decode()


@pytest.mark.parametrize(
    "name", ["html", "json", "text", "markdown", "sarif", "junit", "xlsx", "docx"]
)
def test_every_format_calls_a_fault_by_what_is_wrong(name: str) -> None:
    assert FAULT in _text(name, vetoed())


@pytest.mark.parametrize("name", ["html", "text", "markdown", "docx"])
def test_the_verdict_names_the_fault_and_no_id(name: str) -> None:
    lines = _text(name, vetoed()).splitlines()
    found = [index for index, line in enumerate(lines) if "单项否决" in line]
    near = "\n".join("\n".join(lines[index : index + 4]) for index in found)
    assert FAULT in near


def test_what_is_open_is_called_by_what_is_due() -> None:
    doubt = finding("part", "需核实。", outcome=Outcome.OPEN)
    for name in ("html", "text", "markdown", "junit", "docx"):
        assert FAULT not in _text(name, assessment(found=[doubt]))


@pytest.mark.parametrize("name", ["html", "json", "text", "markdown", "junit", "xlsx", "docx"])
def test_a_fault_is_called_by_its_check_where_that_has_a_title(name: str) -> None:
    own = replace(finding("part", "所写不合惯例。"), title="用语不合惯例")
    told = _text(name, assessment(found=[own]))
    assert "用语不合惯例" in told
    assert FAULT not in told


def test_failures_are_called_together_as_the_gravest_where_these_agree() -> None:
    grave = replace(finding("part", "缺少。"), severity=Severity.MAJOR, title="缺少一格")
    slight = replace(grave, severity=Severity.ADVICE, title="用语不合惯例")
    assert common_headline(PART, [slight, grave], rulebook()) == "缺少一格"
    assert common_headline(PART, [slight], rulebook()) == "用语不合惯例"
    other = replace(grave, title="")
    assert common_headline(PART, [grave, other], rulebook()) == FAULT


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("统计期限为2024年1月1日至2024年11月30日", "统计期限不是报告年度全年"),
        ("本报告依据《条例》编制", "未写明统计期限"),
    ],
)
def test_the_period_s_faults_are_told_apart(words: str, title: str) -> None:
    of = judged("云岭市教育局", introduction=f"{words}。", **EMPTY)
    (line,) = findings(of, "format/statistics-period")
    assert headline_of(line, BOOK) == title


def test_json_has_both_titles_and_the_hint() -> None:
    hinted = replace(finding("part", "缺少。"), hint="该数与“总计”一格相同。")
    given = assessment(found=[hinted, finding("prose", "不一致。")])
    one, other = loads(render("json", given, rulebook()))["findings"]
    assert (one["title"], one["failure_title"]) == ("报告申请办理情况", FAULT)
    assert one["hint"] == "该数与“总计”一格相同。"
    assert other["hint"] is None


@pytest.mark.parametrize("name", ["html", "text", "markdown", "sarif", "junit", "xlsx", "docx"])
def test_every_format_tells_the_hint(name: str) -> None:
    hinted = replace(finding("part", "缺少。"), hint="最接近的口径为本年新收。")
    assert "最接近的口径为本年新收。" in _text(name, assessment(found=[hinted]))


@pytest.mark.parametrize("rule", BOOK.every_rule, ids=lambda rule: rule.id)
def test_a_shipped_rule_has_two_titles_that_differ(rule: Rule) -> None:
    titles = (rule.title, rule.failure_title)
    assert headline(rule.id, Outcome.FAIL, BOOK) == rule.failure_title
    for outcome in (Outcome.OPEN, Outcome.PASS, Outcome.NOT_APPLICABLE):
        assert headline(rule.id, outcome, BOOK) == rule.title
    assert titles[0] != titles[1]
    assert not any(title.endswith(("。", "；", "，")) for title in titles)


def test_no_two_rules_fail_alike() -> None:
    assert len({rule.failure_title for rule in BOOK.every_rule}) == len(BOOK.every_rule)
