"""Dates and periods in the ways that reports write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge import VOCABULARY

from govcheck.understanding.page.dates import find_dates, find_spans, parse_date


@pytest.mark.parametrize(
    "written",
    [
        "2025年1月20日",
        "2025-01-20",
        "2025/1/20",
        "2025.01.20",
        "二〇二五年一月二十日",
        "二○二五年一月二十日",
    ],
)
def test_one_day_in_many_spellings(written: str) -> None:
    assert [day.value for day in find_dates(f"发布日期：{written}。")] == [date(2025, 1, 20)]


@pytest.mark.parametrize(
    "written", ["2025年2月30日", "2025-13-01", "12025-01-20", "2025年1月", "20250120"]
)
def test_no_day_of_the_calendar(written: str) -> None:
    assert list(find_dates(written)) == []


@pytest.mark.parametrize(
    "written",
    [
        "2024年1月1日至12月31日",
        "2024年1月1日起至2024年12月31日止",
        "2024年1月1日—2024年12月31日",
        "2024年1月1日——12月31日",
        "2024-01-01至2024-12-31",
        "二〇二四年一月一日至十二月三十一日",
    ],
)
def test_periods(written: str) -> None:
    spans = [
        (span.first, span.last) for span in find_spans(f"统计期限为{written}。", VOCABULARY)
    ]
    assert spans == [(date(2024, 1, 1), date(2024, 12, 31))]


def test_a_period_runs_backwards_only_where_both_years_are_written() -> None:
    first, last = date(2024, 12, 31), date(2024, 1, 1)
    (span,) = find_spans("2024年12月31日至2024年1月1日", VOCABULARY)
    assert (span.first, span.last) == (first, last)
    assert list(find_spans("2024年12月31日至1月1日", VOCABULARY)) == []


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read(day: date) -> None:
    assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day
    assert parse_date(day.isoformat()) == day
