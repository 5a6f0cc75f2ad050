"""What a text file may have lost, part by part; and what of it is whole."""

import re

import pytest
from bodies import correct_report
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from odd_shapes import each, page_of, plain
from pages import IDS, INTRODUCTION, SIX, TITLE, part_ids, read_lines, texts
from rulebooks import BOOK

from govcheck.checking import read
from govcheck.document.buried import buried_heading
from govcheck.document.case import Case
from govcheck.document.known_losses import EXCERPT
from govcheck.document.losses import (
    cut_off,
    lost_in,
    lost_opening,
    lost_part,
    lost_within,
)
from govcheck.document.report import Document, Part
from govcheck.document.source import Source
from govcheck.document.table_losses import lost_table, lost_tables
from govcheck.document.torn_blocks import torn_blocks
from govcheck.document.unplaced import goes_on, unplaced_text
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

_CUT = (TITLE, INTRODUCTION, *SIX[:2], SIX[2], "主动公开政府信息320条。")
_FOOT = ("云岭市教育局", "2025年1月20日")


def _part(document: Document, part_id: str) -> Part:
    part = document.part(part_id)
    assert part is not None
    return part


def test_a_whole_text_has_lost_nothing() -> None:
    document = read_lines(TITLE, INTRODUCTION, *SIX, *_FOOT)
    assert document.closed
    assert lost_in(document, ("body", "introduction", *IDS)) is None


@pytest.mark.parametrize("lines", [_CUT[:-1], SIX[3:]])
def test_a_page_loses_nothing_wherever_it_begins_and_ends(lines: tuple[str, ...]) -> None:
    read = read_lines(*lines)
    document = replace(read, source=Source(name="页面", format="html"))
    assert lost_in(read, ("body",))
    assert lost_in(document, ("body", "introduction", *IDS)) is None


def test_a_text_that_breaks_off_has_lost_what_follows_and_perhaps_more() -> None:
    document = read_lines(*_CUT)
    assert "为止" in str(cut_off(document))
    assert "为止" in str(lost_within(document, _part(document, "overview")))
    assert "为止" in str(lost_within(document, _part(document, "proactive")))
    assert all(lost_part(document, part_id) for part_id in IDS[2:])
    assert lost_opening(document) is None


@pytest.mark.parametrize(
    "foot", [("2025年1月20日",), ("云岭市教育局2025年1月20日",), _FOOT, ("云岭市教育局",)]
)
def test_a_signature_or_a_date_ends_the_report(foot: tuple[str, ...]) -> None:
    document = read_lines(*_CUT, *foot)
    assert document.closed
    assert cut_off(document) is None
    assert not any(lost_part(document, part_id) for part_id in IDS[2:])


@pytest.mark.parametrize(
    "foot", ["【打印本页】【关闭窗口】", "主办单位：云岭市人民政府办公室", "分享到："]
)
def test_a_foot_of_the_page_ends_the_report(foot: str) -> None:
    assert cut_off(read_lines(*_CUT, foot)) is None


@pytest.mark.parametrize("foot", ["分享到：", "云岭市教育局"])
def test_a_foot_below_a_broken_sentence_ends_nothing(foot: str) -> None:
    lines = (*_CUT[:-1], "主动公开政府信息320条，其中通过门户网站公开")
    assert cut_off(read_lines(*lines, foot)) is not None


def test_a_text_that_begins_late_has_lost_every_part_before_its_first() -> None:
    document = read_lines(*SIX[3:])
    assert lost_opening(document)
    assert [bool(lost_part(document, part_id)) for part_id in IDS[:2]] == [True, True]
    assert lost_in(document, ("introduction",))


def test_a_part_between_two_known_ones_is_missing() -> None:
    document = read_lines(TITLE, INTRODUCTION, *SIX[:3], *SIX[4:])
    assert lost_part(document, "applications") is None


@pytest.mark.parametrize(
    "lines",
    [
        ("2024年，本局主动公开政府信息320条，积极稳妥推进",),
        ("（一）主动公开。公开信息320条。", "（三）平台建设。改版网站。"),
        ("（二）依申请公开。答复申请2件。", "（三）平台建设。改版网站。"),
        ("1.主动公开。公开信息320条。", "3.平台建设。改版网站。"),
        ("工作有新进展：一是公开更主动。",),
        ("一是公开更主动；三是解读更丰富。",),
        ("（一）主动公开情况", "（二）依申请公开情况", "答复申请2件。"),
        ("（一）主动公开情况", "公开信息320条。", "（二）依申请公开情况"),
    ],
)
def test_holes_within_a_part_of_a_text_that_breaks_off(lines: tuple[str, ...]) -> None:
    document = read_lines(TITLE, INTRODUCTION, SIX[0], *lines, *SIX[2:5])
    assert lost_within(document, _part(document, "overview"))
    assert lost_in(document, ("body",))


def test_a_number_left_out_of_a_whole_text_is_no_hole() -> None:
    lines = ("（一）主动公开。公开信息320条。", "（三）平台建设。改版网站。")
    document = read_lines(TITLE, INTRODUCTION, SIX[0], *lines, *SIX[2:])
    assert lost_within(document, _part(document, "overview")) is None


def test_an_item_alone_under_its_heading_has_lost_the_others_even_in_a_whole_text() -> None:
    lines = (
        "（一）主动公开情况",
        "一是公开文件；二是公开解读。",
        "（二）依申请公开情况",
        "一是规范答复。",
    )
    document = read_lines(TITLE, INTRODUCTION, SIX[0], *lines, *SIX[2:])
    assert lost_within(document, _part(document, "overview"))


def test_a_text_with_some_rows_of_a_table_may_be_an_excerpt_of_every_part() -> None:
    rows = ("信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "规章 | 0 | 0 | 0")
    whole = read_lines(TITLE, INTRODUCTION, *SIX)
    cut = read_lines(TITLE, INTRODUCTION, *SIX[:3], "第二十条第（一）项", *rows, *SIX[3:])
    assert lost_in(whole, ("body",)) is None
    assert lost_in(cut, ("body",)) == lost_within(cut, _part(cut, "overview")) == EXCERPT


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）主动公开。公开信息320条。", "（二）依申请公开。答复申请2件。"),
        ("1.2024年公开信息320条。", "2.答复申请2件。", "1.改版网站。"),
        ("一是公开更主动；二是解读更丰富。一是加强培训；二是加强考核。",),
        (
            "（一）主动公开情况",
            "一是公开文件；二是公开解读。",
            "（二）依申请公开情况",
            "答复2件。",
        ),
        ("公开信息320条",),
    ],
)
def test_parts_without_holes(lines: tuple[str, ...]) -> None:
    document = read_lines(TITLE, INTRODUCTION, SIX[0], *lines, *SIX[2:])
    assert lost_within(document, _part(document, "overview")) is None


@given(st.integers(0, len(SIX)))
def test_however_a_text_is_cut_what_lies_behind_is_not_missing(length: int) -> None:
    document = read_lines(TITLE, INTRODUCTION, *SIX[:length])
    whole = cut_off(document) is None
    missing = [part_id for part_id in IDS if document.part(part_id) is None]
    assert whole or all(lost_part(document, part_id) for part_id in missing)
    assert not whole or missing in ([], ["other"])


def test_only_blocks_that_stop_within_a_sentence_are_torn() -> None:
    lines = ("公开信息320条，其中(", "主动公开情况", "共公开。")
    document = read_lines(TITLE, INTRODUCTION, "一、总体情况", *lines)
    torn = {texts(document.body[index : index + 1])[0] for index in torn_blocks(document)}
    assert torn == {"公开信息320条，其中(", "共公开。"}


def test_every_line_of_a_table_that_a_text_has_torn_may_be_some_of_a_cell() -> None:
    heading = "三、收到和处理政府信息公开申请情况"
    document = read_lines(TITLE, INTRODUCTION, heading, "项之和）", "其他情形）")
    torn = {texts(document.body[index : index + 1])[0] for index in torn_blocks(document)}
    assert torn == {"项之和）", "其他情形）"}


@pytest.mark.parametrize(
    "line",
    [
        "未发生。五、存在的问题和下一步打算：公开不够及时。",
        "未发生 五、存在的主要问题及改进情况 公开不够及时。",
        "（五）存在的主要问题及改进情况公开不够及时。",
        "存在的主要问题及改进情况：公开不够及时。",
        "全县存在的主要问题及改进情况",
    ],
)
def test_a_heading_that_is_buried_in_the_text(line: str) -> None:
    document = read_lines(TITLE, INTRODUCTION, *SIX[:5], line)
    assert document.part("problems") or buried_heading(document, "problems")


@pytest.mark.parametrize(
    "line",
    [
        "全文包括一、总体情况；二、主动公开情况；三、申请情况；四、复议诉讼情况；五、存在的主要问题及改进情况。",
        "对存在的主要问题及改进情况进行了通报。",
        "按照“五、存在的主要问题及改进情况”的要求填报。",
    ],
)
def test_what_is_no_buried_heading(line: str) -> None:
    document = read_lines(TITLE, line, *SIX[:5], "未发生。")
    assert buried_heading(document, "problems") is None


def test_a_paragraph_is_split_where_headings_run_in_it() -> None:
    told = (f"{line}{'。' if index in (2, 3, 4) else ' '}" for index, line in enumerate(SIX))
    document = read_lines(TITLE, INTRODUCTION + "已经公布。".join(told))
    assert part_ids(document) == IDS
    assert texts(document.body)[1] == INTRODUCTION


@pytest.mark.parametrize("joint", ["；", "，", "、"])
def test_a_list_of_titles_is_not_split(joint: str) -> None:
    listed = joint.join(SIX[index] for index in (0, 2, 3, 4, 5, 7))
    document = read_lines(TITLE, f"全文包括：{listed}。", "全年公开政府信息320条。")
    assert part_ids(document) == []


def test_what_stands_under_headings_out_of_place() -> None:
    document = read_lines(
        TITLE,
        *SIX[:2],
        "二、工作机制保障",
        "有专人负责。",
        "一、主动公开政府信息情况",
        "共320条。",
    )
    assert unplaced_text(document, _part(document, "proactive")) == ""
    assert (
        unplaced_text(document, _part(document, "overview")) == "二、工作机制保障\n有专人负责。"
    )
    assert goes_on(document, _part(document, "overview"))
    assert not goes_on(document, _part(document, "proactive"))


def test_labels_of_rows_are_no_headings() -> None:
    document = read_lines(TITLE, *SIX[:4], "一、本年新收政府信息公开申请数量", "2")
    assert unplaced_text(document, _part(document, "overview")) == ""


def test_a_table_unseen_in_a_printed_file_may_be_where_a_page_was_not_read() -> None:
    """A printed file is no text that a table was taken out of."""
    page = read_lines(TITLE, INTRODUCTION, *SIX, *_FOOT)
    note = "第2页有表格框线不完整，未能识别。"
    source = replace(page.source, format="pdf")
    document = replace(page, source=source, incomplete=True, notes=(note,))
    part = _part(document, "proactive")
    for loss in (lost_tables(document, "“甲”表"), lost_table(document, part)):
        assert loss is not None
        assert "第2页有表格框线不完整" in loss.reason
        assert "提取" not in loss.reason


@pytest.mark.parametrize("incomplete", [True, False])
def test_the_sum_of_rows_that_may_stand_elsewhere_is_open(*, incomplete: bool) -> None:
    """What lacks in the report itself is the structure's; nothing was left unread."""
    page = page_of(correct_report("market-2025"), each(plain)).decode()
    lacking, count = re.subn(r"<tr>(?:(?!<tr>).)*?四、结转下年度继续办理.*?</tr>", "", page)
    assert count == 1
    there = read(lacking.encode(), name="a.html", knowledge=BOOK.knowledge)
    document = replace(there, incomplete=incomplete)
    judged = assess(Case(document=document), BOOK).judgements
    outcome = next(one.outcome for one in judged if one.rule == "format/applications-row-total")
    assert (outcome is Outcome.OPEN) == incomplete
