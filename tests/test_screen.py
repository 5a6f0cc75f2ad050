"""The terminal's screen: what it says of one report, in how many lines, and how wide."""

import re

import pytest
from assessments import assessment, finding, rulebook
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from submitted import cell, document

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment, Unlisted
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports import render
from govcheck.reports.width import width


def said(given: Assessment, **options: int) -> list[str]:
    """Return the lines of a screen of 80 columns and 24 rows, less the one that is typed on."""
    sizes = {"columns": 80, "rows": 23, **options}
    return render("text", given, rulebook(), **sizes).decode().splitlines()


def many(count: int, message: str = "“自然人”列不平衡。") -> Assessment:
    """Return an assessment with so many failures."""
    place = Evidence(quote="15", place=cell("r3_7_total", "natural"), expected="12")
    return assessment(found=[finding("subtotal", message, place) for _ in range(count)])


def test_title_verdict_points_grade_and_what_was_verified_come_first() -> None:
    assert said(assessment())[:2] == [
        "云岭市教育局2024年政府信息公开工作年度报告",
        "合格  84–85.5 分  良好  已核验 95/100 分",
    ]


def test_a_failure_is_one_line_with_its_place_what_and_what_is_due() -> None:
    lines = said(assessment())
    assert " 1. [重大] 2025年2月3日公布，超过期限1月31日3天（应为 2025-01-31）" in lines
    assert any(
        line.startswith(" 2. [重大] 第三部分：“自然人”列办理结果")
        and line.endswith("（应为 12）")
        for line in lines
    )
    assert any(line.startswith(" 4. [一般] 第一部分：") for line in lines)
    assert any(line.startswith(" 5. [提示] 页面：") for line in lines)


def test_a_folded_failure_and_a_waived_one_have_no_line() -> None:
    text = "\n".join(said(assessment()))
    assert "不平衡" not in text
    assert "统计期限" not in text
    assert "[台账] 1 处已豁免或改判" in text
    assert "问题 4 处：重大 2，一般 1，提示 1" in text


def test_what_is_open_is_counted_by_rule_with_the_points_that_hang_on_it() -> None:
    assert "[待核] 1 项（关系到 1.5 分）：表格可读" in said(assessment())
    twice = finding("image", "表为图片。", outcome=Outcome.OPEN)
    assert "[待核] 2 项（关系到 1.5 分）：表格可读 2 项" in said(
        assessment(found=[twice, twice])
    )


def test_nothing_found_is_said() -> None:
    assert "没有已确认的问题。" in said(assessment(found=[]))


@pytest.mark.parametrize("count", [1, 15, 16, 17, 18, 19, 20, 50])
def test_it_is_never_more_than_a_screen_and_says_what_it_leaves_out(count: int) -> None:
    lines = said(many(count))
    listed = sum("[重大]" in line for line in lines)
    assert len(lines) <= 23
    rest = [line for line in lines if "另有" in line]
    assert rest == (
        [f"    另有 {count - listed} 处，见网页，或用 -v 列出"] if listed < count else []
    )
    assert listed == count or len(lines) == 23


def test_failures_beyond_those_listed_are_counted() -> None:
    more = (Unlisted(outcome=Outcome.FAIL, severity=Severity.MAJOR, count=30),)
    given = many(2)
    judged = tuple(
        replace(one, unlisted=more) if one.rule == given.findings[0].rule else one
        for one in given.judgements
    )
    lines = said(replace(given, judgements=judged))
    assert "问题 32 处：重大 32" in lines
    assert "    另有 30 处，见网页，或用 -v 列出" in lines


WORDS = st.text(alphabet="云岭局abc12 \t\n，。（“\x1b\u202e…", max_size=120)


@given(WORDS, WORDS, st.integers(40, 120), st.integers(5, 40))
def test_any_words_fit_the_terminal(message: str, note: str, columns: int, rows: int) -> None:
    found = [finding("prose", f"第{message}", Evidence(quote="1", expected=message[:9]))] * 30
    shown = replace(
        assessment(found=[*found, finding("image", note or "空", outcome=Outcome.OPEN)]),
        notes=(note, note, note),
    )
    lines = said(shown, columns=columns, rows=rows)
    assert max(map(width, lines)) <= columns
    assert not {"\x1b", "\u202e", "\t"} & set("".join(lines))
    assert len(lines) <= max(rows, 20)


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b" not in "".join(said(assessment()))
    painted = render("text", assessment(), rulebook(), color=True, columns=80, rows=23).decode()
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[\d+m", "", painted).splitlines() == said(assessment())


def test_notes_are_few() -> None:
    noted = replace(document(), notes=tuple(f"第{page}页没有读出。" for page in range(9)))
    lines = said(assessment(of=noted))
    assert "注：第0页没有读出。" in lines
    assert "注：另有 7 条，见网页" in lines
