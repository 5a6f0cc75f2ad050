"""The index of a batch: what it says without a browser."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from overviews import BOOK, overview, summary

from govcheck.reports.batch.overview import Overview
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.batch.to_html import to_html
from govcheck.reports.batch.view_spread import shares, steps

PAGE = to_html(overview(), BOOK)


def _visible(page: str) -> str:
    return re.sub(r"<[^>]*>", "", page[page.index("<body>") : page.index("<script>")])


def test_every_section_says_what_the_batch_knows() -> None:
    words = _visible(PAGE)
    for said in (
        "报告 4 份",
        "清单内机关",
        "2025年4月3日（逾期 3 天）",
        "清单内未见丁局的年报",
        "与云岭市丙局的报告雷同",
        "公开15条",
        "自然人 12，和 11",
        "加密的文件，请另存",
    ):
        assert said in words, said


def test_names_are_text_and_addresses_are_quoted() -> None:
    assert "云岭市&lt;b&gt;乙&lt;/b&gt;局" in PAGE
    assert "<b>乙</b>" not in PAGE
    assert 'href="%E5%B9%B4%E6%8A%A5/%E7%94%B2%20%E5%B1%80%3F.html.html"' in PAGE


def test_a_body_without_a_page_is_no_link() -> None:
    assert not re.search(r"<a [^>]*>云岭市丙局</a>", PAGE)


def test_a_failing_rule_names_its_bodies_and_a_sound_report_none() -> None:
    failures = PAGE[PAGE.index('id="failures"') : PAGE.index('id="ranking"')]
    names = re.findall(r'<p class="names">(.*?)</p>', failures)
    broken = {failed.rule for failed in summary("flawed.html", file="x").failed}
    assert len(re.findall(r'data-rule="', failures)) == len(broken)
    assert any("乙" in one for one in names)


def test_the_same_batch_gives_the_same_bytes() -> None:
    assert to_html(overview(), BOOK) == PAGE


def test_an_empty_batch_has_a_page() -> None:
    assert "报告 0 份" in _visible(to_html(Overview(reports=()), BOOK))


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=30))
def test_each_report_is_counted_once(points: list[tuple[int, int]]) -> None:
    sound = summary("sound.html", file="甲")
    reports: list[ReportSummary] = [
        replace(sound, confirmed=Decimal(min(pair)), possible=Decimal(max(pair)))
        for pair in points
    ]
    assert sum(one.least for one in steps(reports)) == len(reports)
    assert sum(one.most for one in steps(reports)) == len(reports)
    assert sum(one.count for one in shares(reports, BOOK.policy)) == len(reports)
