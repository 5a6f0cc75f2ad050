"""The terminal summary: what it says, how wide, and nothing that commands a terminal."""

import pytest
from assessments import assessment, finding, rulebook
from hypothesis import given
from hypothesis import strategies as st

from govcheck.document.evidence import Evidence
from govcheck.reports import render
from govcheck.reports.width import cut, fill, width


def written(**options: bool) -> str:
    return render("text", assessment(), rulebook(), **options).decode()


def test_verdict_and_interval_come_first() -> None:
    lines = written().splitlines()
    assert lines[0] == "云岭市教育局2024年政府信息公开工作年度报告"
    assert "合格" in lines[1]
    assert "84–85.5" in lines[1]


def test_open_items_stand_after_failures_and_before_waived() -> None:
    text = written()
    assert text.index("[提示]") < text.index("[待核]") < text.index("[已豁免]")
    assert "省级通知另有规定" in text


def test_folded_finding_stands_under_its_root_once() -> None:
    text = written()
    assert text.count("“自然人”列不平衡") == 1
    assert "└ 3. “自然人”列不平衡" in text


def test_clause_says_how_it_is_known() -> None:
    assert "《政府信息公开工作年度报告格式》表三左上角（实例）" in written()


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(map(width, written().splitlines())) <= 80


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b" not in written()
    assert "\x1b[" in written(color=True)


def test_veto_is_named() -> None:
    given = assessment(vetoes=("decree-711/applications",))
    assert "单项否决：未做到报告申请办理情况" in render("text", given, rulebook()).decode()


def test_escape_sequences_of_the_document_are_shown_not_sent() -> None:
    hostile = finding("prose", "清屏\x1b[2J\u202e", Evidence(quote="\x07响铃"))
    text = render("text", assessment(found=[hostile]), rulebook()).decode()
    assert "清屏‹U+001B›[2J‹U+202E›" in text
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("云岭", 4), ("ａ", 2), ("e\u0301", 1), ("“…”—", 8)]
)
def test_width_is_that_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四，五", ["一二三", "四，五"]),
        ("一二三四》，五", ["一二三", "四》，五"]),
        ("一二三“四五", ["一二三", "“四五"]),
        ("一二 abcd）", ["一二", "abcd）"]),
        ("，，，，，", ["，，，，", "，"]),
    ],
)
def test_marks_stay_with_what_they_close_or_open(text: str, lines: list[str]) -> None:
    assert fill(text, 8).split("\n") == lines


TEXTS = st.text(alphabet="云岭abc 12，。（“\t")


@given(TEXTS, st.integers(8, 40))
def test_lines_fit_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = fill(text, columns, first="    ", rest="  ").split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)


@given(TEXTS, st.integers(2, 40))
def test_what_is_cut_fits_and_says_that_it_is_cut(text: str, columns: int) -> None:
    line = cut(text, columns)
    assert width(line) <= columns
    assert "\n" not in line
    assert line == " ".join(text.split()) or line.endswith("…")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一二三四五六", "一二三…"),
        ("一二，四五六", "一二…"),
        ("一……六七八", "一…"),
        ("一二“四五六", "一二…"),
    ],
)
def test_a_cut_leaves_no_mark_before_its_own(text: str, line: str) -> None:
    assert cut(text, 8) == line
