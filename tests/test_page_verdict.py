"""The page says why its verdict is what it is, keeps open things apart, speaks to people."""

import re
from decimal import Decimal
from typing import Any

import pytest
from assessments import assessment, finding, rulebook, score
from msgspec.structs import replace
from open_rules import left_open
from submitted import document

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.whereabouts import line_words, place_words
from govcheck.judging.assessment import Assessment
from govcheck.judging.settlement import settle
from govcheck.kinds.remark import Outcome
from govcheck.reports import render
from govcheck.reports.sentences import with_days
from govcheck.reports.view_bases import whole_clause

lexbor = pytest.importorskip("selectolax.lexbor")


def page(given: Assessment) -> Any:  # noqa: ANN401 - a parsed page
    return lexbor.LexborHTMLParser(render("html", given, rulebook()).decode())


def test_what_would_decide_is_named_where_it_is_open() -> None:
    of = page(left_open())
    assert of.css_first(".result.undecided .word").text() == "待核"
    (ground,) = of.css(".grounds li")
    assert ground.css_first("a").attributes["href"] == "#o1"
    assert "请核对报告原件的后半部分（涉及 3 条规则" in ground.text()
    assert "可能单项否决" in ground.text()
    assert "有可能单项否决的事项还没有核对" in of.css_first(".result").text()


def test_what_is_open_is_counted_and_numbered_apart() -> None:
    of = page(left_open())
    assert of.css_first("#findings .count").text() == "0"
    assert of.css_first("#open .count").text() == "1"
    (row,) = of.css("#open article")
    assert row.css_first(".no").text() == "待1"
    assert len(row.css("fieldset.decision")) == 3
    for words in ("甲", "乙", "丙", "丁"):
        assert words in row.text()
    assert "对照申请登记台账逐件核对" not in row.text()  # the rules' remedy


def test_a_veto_is_named_by_what_it_says() -> None:
    given = left_open()
    broken = tuple(replace(one, outcome=Outcome.FAIL, loss=None) for one in given.findings[:1])
    settled = settle(given.case, broken, (), rulebook())
    of = page(replace(given, findings=settled.findings, open=(), score=settled.score))
    assert of.css_first(".result.failed .word").text() == "不合格"
    assert "甲" in of.css_first(".grounds").text()
    assert of.css_first(".severities .critical b").text() == "1"


def test_a_report_that_passes_has_no_grounds() -> None:
    of = page(assessment(found=()))
    assert of.css_first(".result.passed .word").text() == "合格"
    assert of.css_first(".grounds") is None


def test_too_few_points_are_said() -> None:
    low = replace(score(), verdict="不合格", possible=52)
    assert "只有 52 分，不足 60 分" in page(replace(assessment(), score=low)).text()


def test_a_page_shows_no_ids_and_no_options() -> None:
    for given in (assessment(), left_open()):
        of = page(given)
        for node in of.css("style, script"):
            node.decompose()
        text = of.body.text()
        assert not re.search(r"[a-z-]+/[a-z-]+", text)
        assert not re.search(r"(?<!-)--[a-z]", text)


def test_lines_of_the_source_are_folded() -> None:
    of = page(assessment())
    assert "源文件第16行" in of.css_first("#f4 details.lines").text()
    assert "源文件" not in of.css_first("#f4 .evidence").text()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(part="overview", block=3), "第一部分第1段"),
        (Place(part="overview", block=2), "第一部分标题"),
        (Place(part="introduction", block=0), "标题"),
        (Place(part="introduction", block=1, page=2), "引言第1段（第2页）"),
        (Place(part="overview"), "第一部分“总体情况”"),
        (Place(part="furniture", block=0), "页面其他位置"),
        (Place(), "全文"),
        (Place(line=7), "全文"),
    ],
)
def test_places_are_said_as_people_find_them(place: Place, words: str) -> None:
    assert place_words(place, document()) == words
    assert line_words(place) == ("源文件第7行" if place.line else "")


@pytest.mark.parametrize(
    ("text", "quote", "relied", "whole"),
    [
        ("甲，乙。丙。", "甲，乙。", None, ("", "甲，乙。", "丙。")),
        ("甲，乙。丙。", "甲，乙。", "乙", ("甲，", "乙", "。丙。")),
        ("甲, 乙。丙。", "甲，乙。", None, ("", "甲, 乙。", "丙。")),
        ("甲乙。", None, None, ("甲乙。", "", "")),
        ("甲乙。", "甲乙。", "甲", None),
        ("", None, None, None),
    ],
)
def test_a_whole_clause_marks_what_is_relied_on(
    text: str, quote: str | None, relied: str | None, whole: tuple[str, str, str] | None
) -> None:
    assert whole_clause(text, quote, relied) == whole


def test_days_are_chinese() -> None:
    assert with_days("不晚于 2025-03-05") == "不晚于 2025年3月5日"
    assert with_days("电话 0871-2025-03-05-1") == "电话 0871-2025-03-05-1"


def test_only_what_would_decide_is_named() -> None:
    found = [
        finding(key, words, Evidence(quote=words), outcome=Outcome.OPEN)
        for key, words in (("part", "有无该部分"), ("prose", "数字是否一致"))
    ]
    given = assessment(found=found)
    settled = settle(given.case, given.findings, given.judgements, rulebook())
    assert settled.score.confirmed > 60
    enough = replace(settled.score, verified=Decimal(80))
    of = page(replace(given, findings=settled.findings, score=enough))
    (ground,) = of.css(".grounds li")
    assert "有无该部分" in ground.text()
