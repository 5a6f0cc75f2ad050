"""What stands above the report on its page, with numbered parts of its own, is none of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import IDS, INTRODUCTION, SIX, TITLE, part_ids, read_lines, texts

from govcheck.errors import Unusable

REPORT = (TITLE, INTRODUCTION, *SIX)
LAST = TITLE.replace("2024", "2023")
NUMBERED = ("一、活动时间", "2025年3月22日至28日。", "二、活动主题", "三、收到的意见")


@pytest.mark.parametrize(
    "above",
    [
        NUMBERED[:1],
        NUMBERED,
        ("云岭市教育局关于开展读书活动的通知", *NUMBERED),
        (LAST, "发布日期：2024-01-20", INTRODUCTION, *SIX, "2024年1月20日"),
        (LAST, INTRODUCTION, *SIX[:2]),
    ],
)
def test_the_report_below_another_document_is_read_whole(above: tuple[str, ...]) -> None:
    document = read_lines(*above, *REPORT)
    assert texts(document.body) == list(REPORT)
    assert part_ids(document) == IDS
    assert document.fiscal_year is not None
    assert document.fiscal_year.value == 2024
    assert not document.published


@pytest.mark.parametrize("title", [LAST, TITLE.replace("教育", "财政").replace("2024", "2025")])
def test_of_an_earlier_year_or_another_body_the_first_stands(title: str) -> None:
    assert texts(read_lines(*REPORT, title, INTRODUCTION, *SIX).body) == list(REPORT)


def test_a_report_without_parts_below_numbered_lines_is_read() -> None:
    text = "2024年，本局收到政府信息公开申请3件，均已答复。"
    assert texts(read_lines(*NUMBERED, TITLE, text).body) == [TITLE, text]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from((*NUMBERED, *REPORT, LAST)), min_size=1, max_size=12))
def test_lines_in_any_order_make_a_document_or_none(lines: list[str]) -> None:
    try:
        body = read_lines(*lines).body
    except Unusable:
        return
    assert set(texts(body)) <= set(lines)
