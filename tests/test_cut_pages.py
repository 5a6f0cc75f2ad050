"""A page whose file breaks off: what follows was not read, and is no fault of a body's."""

import pytest
from sound_page import (
    BODY,
    INTRODUCTION,
    PARTS,
    TABLES,
    assert_the_same,
    document_in,
    found,
    page,
)

from govcheck.document.report import Document
from govcheck.kinds.remark import Outcome
from govcheck.readers.html.endings import is_cut

_TAIL = "文件不完整"
_HEAD = "<html><body><div>"
_SIX = PARTS[5][: PARTS[5].index("</h2>") + len("</h2>")]
CUT = {
    "in part six": f"{_HEAD}{BODY[: BODY.index('无其他需要报告')]}",
    "in part five": f"{_HEAD}{INTRODUCTION}{''.join(PARTS[:4])}"
    "<h2>五、存在的主要问题及改进情况</h2><p>公开工作还有",
    "in a table": f"{_HEAD}{BODY[: BODY.index(TABLES[1]) + len(TABLES[1]) // 2]}",
    "in a tag": f"{_HEAD}{BODY[: BODY.index(TABLES[1])]}<table><tr><td",
}
STOPS = {
    "before part six": f"{INTRODUCTION}{''.join(PARTS[:5])}",
    "under the heading of part six": f"{INTRODUCTION}{''.join(PARTS[:5])}{_SIX}",
    "before part four": f"{INTRODUCTION}{''.join(PARTS[:3])}",
}
"""What a page may hold of a report, every element ended."""
WHOLE = {
    "ends left out": f"<html><body>{BODY}",
    "no page around it": f"<div>{BODY}",
    "the end of body alone": f"{_HEAD}{BODY}</body>",
    "every element ended": f"{_HEAD}{BODY}</div>",
}


def opened(document: Document) -> set[str]:
    return {rule for rule, _ in found(document, Outcome.OPEN)}


@pytest.mark.parametrize("source", CUT.values(), ids=CUT)
def test_what_a_file_breaks_off_before_is_open(source: str) -> None:
    document = document_in(source)
    accused = {rule for rule, _ in found(document, Outcome.FAIL)}
    assert not accused & {
        "decree-711/problems-and-improvements",
        "decree-711/review-and-litigation",
        "decree-711/other-matters",
        "format/sections",
        "format/applications-structure",
    }
    assert any(_TAIL in message for _, message in found(document, Outcome.OPEN))
    assert "decree-711/other-matters" in opened(document)


@pytest.mark.parametrize("source", WHOLE.values(), ids=WHOLE)
def test_a_page_that_leaves_ends_out_is_whole(source: str) -> None:
    assert not is_cut(source)
    assert_the_same(document_in(source))


@pytest.mark.parametrize("end", ["<div class=footer", "<div><p>上一"])
def test_a_report_that_ends_before_the_file_breaks_off_is_whole(end: str) -> None:
    assert_the_same(document_in(f"{_HEAD}{BODY}{end}"))


@pytest.mark.parametrize("held", STOPS.values(), ids=STOPS)
def test_what_a_page_without_end_does_not_hold_is_open(held: str) -> None:
    document = document_in(f"<html><body>{held}")
    assert not {rule for rule, _ in found(document, Outcome.FAIL)} & {
        "decree-711/problems-and-improvements",
        "decree-711/review-and-litigation",
        "decree-711/other-matters",
        "format/sections",
    }
    assert "decree-711/other-matters" in opened(document)


@pytest.mark.parametrize("held", STOPS.values(), ids=STOPS)
def test_what_a_page_that_ends_does_not_hold_is_missing(held: str) -> None:
    document = document_in(page(held))
    failed = {rule for rule, _ in found(document, Outcome.FAIL)}
    assert "decree-711/other-matters" in failed


def test_a_table_that_nothing_shows_is_open() -> None:
    hidden = BODY.replace(TABLES[1], f"<div hidden>{TABLES[1]}</div>")
    document = document_in(page(hidden))
    assert {"decree-711/applications", "format/applications-structure"} <= opened(document)
    assert any("隐藏" in note for note in document.notes)
    assert_the_same(document_in(page(f"{hidden}<script>show()</script>")))
