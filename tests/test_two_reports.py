"""Of a page with reports of several bodies the first is judged, and the others are named."""

import pytest
from agreement import findings, tables
from sound_page import BODY, assert_not_accused, document_in, page

from govcheck.kinds.remark import Outcome

OTHER = BODY.replace("水务", "财政").replace("<td>14</td>", "<td>99</td>")
HEAD = "<h1>云岭市财政局2024年政府信息公开工作年度报告</h1>"

assert HEAD in OTHER

TITLES = {
    "云岭市财政局2024年政府信息公开工作年度报告": HEAD,
    "云岭市财政局2024年政府信息公开年度报告": HEAD.replace("工作年度", "年度"),
    "2024年政府信息公开工作年度报告": HEAD.replace("云岭市财政局", "云岭市财政局</h1><h1>"),
}


@pytest.mark.parametrize("title", TITLES)
def test_another_bodys_report_is_named_and_not_judged(title: str) -> None:
    document = document_in(page(BODY + OTHER.replace(HEAD, TITLES[title])))
    assert_not_accused(document)
    assert document.agency
    assert document.agency.value == "云岭市水务局"
    assert document.notes == (f"页面上还有“{title}”，本次没有检查，请单独保存后检查。",)


def test_the_same_bodys_report_on_the_year_before_is_passed_over() -> None:
    before = BODY.replace("2024年", "2023年").replace("2025", "2024")
    assert document_in(page(BODY + before)).notes == ()


def test_a_report_in_a_tab_that_is_not_shown_says_nothing() -> None:
    tabs = f"<div style='display:none'>{OTHER}</div><div>{BODY}</div>"
    document = document_in(page(tabs))
    assert_not_accused(document)
    assert document.agency
    assert document.agency.value == "云岭市水务局"


UNTITLED = OTHER.replace(HEAD, "")
PARTS_OF_OTHER = OTHER[OTHER.index("<h2>一、") :]


@pytest.mark.parametrize(
    "second",
    [UNTITLED, PARTS_OF_OTHER, PARTS_OF_OTHER[PARTS_OF_OTHER.index("<h2>三、") :]],
    ids=["with an introduction", "from part one on", "from part three on"],
)
def test_a_report_without_a_title_behind_another_is_not_read_into_it(second: str) -> None:
    document = document_in(page(BODY + second.replace("。", "，已办。")))
    assert_not_accused(document)
    assert tables(document) == tables(document_in(page(BODY)))
    assert ("format/sections", Outcome.OPEN) in findings(document)


def test_what_is_missing_before_a_second_report_is_open() -> None:
    first = BODY[: BODY.index("<h2>六、")]
    document = document_in(page(first + PARTS_OF_OTHER.replace("。", "，已办。")))
    assert ("decree-711/other-matters", Outcome.OPEN) in findings(document)
    assert_not_accused(document)
