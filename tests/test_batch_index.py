"""The index of a batch: what it says without a browser."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace
from overviews import BOOK, overview, summary

from govcheck.reports.batch.likeness_pages import likeness_pages
from govcheck.reports.batch.overview import Overview
from govcheck.reports.batch.report_summary import Placing, ReportSummary
from govcheck.reports.batch.to_html import to_html
from govcheck.reports.batch.view_spread import shares, steps
from govcheck.reports.batch.view_trends import trends


def _page(batch: Overview) -> str:
    return "".join(to_html(batch, BOOK))


PAGE = _page(overview())


def _visible(page: str) -> str:
    return re.sub(r"<[^>]*>", "", page[page.index("<body>") : page.index("<script")])


def test_every_section_says_what_the_batch_knows() -> None:
    words = _visible(PAGE)
    for said in (
        "报告 4 份",
        "清单内机关",
        "2025年4月3日（逾期 3 天）",
        "清单内未见丁局的年报",
        "与云岭市丙局的报告雷同",
        "对照 1 句",
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
    assert _page(overview()) == PAGE


def _years(*years: tuple[str, int, int, int]) -> Overview:
    """Return a batch of reports: body, year, confirmed and possible points."""
    sound = summary("sound.html", file="甲")
    return Overview(
        reports=tuple(
            replace(
                sound,
                placing=Placing(name=f"{body}{year}.html", named=body),
                year=year,
                confirmed=Decimal(confirmed),
                possible=Decimal(possible),
            )
            for body, year, confirmed, possible in years
        )
    )


def test_several_years_are_shown_in_their_order() -> None:
    batch = _years(("甲局", 2024, 90, 96), ("乙局", 2024, 70, 80), ("甲局", 2023, 60, 70))
    words = _visible(_page(batch))
    assert "确认得分：2023年度 60 分，2024年度 80 分。" in words
    assert "可能得分：2023年度 70 分，2024年度 88 分。" in words
    assert "每年都有报告的单位的确认得分：2023年度 60 分，2024年度 90 分。" in words
    assert "2023年度 合格 1 份 待核 0 份 不合格 0 份，2024年度 合格 2 份" in words


def test_bodies_that_differ_are_not_compared_as_one() -> None:
    words = _visible(_page(_years(("甲局", 2024, 90, 96), ("乙局", 2023, 60, 70))))
    assert "逐年变化" in words
    assert "每年都有报告" not in words
    assert "各年度所检查的单位可能不同。" in words


def test_one_year_has_no_trend() -> None:
    assert "逐年变化" not in PAGE


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["甲局", "乙局"]),
            st.integers(2019, 2026),
            st.integers(0, 50),
            st.integers(50, 100),
        ),
        max_size=12,
    )
)
def test_every_line_stays_in_its_picture(years: list[tuple[str, int, int, int]]) -> None:
    found = trends(_years(*years).reports, BOOK.policy)
    assert (found is None) == (len({one[1] for one in years}) < 2)
    for year in found.years if found else ():
        assert 40 < float(year.x) < 600
        for point in (year.confirmed, year.possible, year.same):
            assert point is None or 20 <= float(point.y) <= 200
        assert sum(part.count for part in year.parts) == year.count == sum(year.verdicts)
        assert abs(sum(float(part.height) for part in year.parts) - 180) < 0.2


def test_the_sentences_of_the_alike_stand_on_pages_beside_the_index() -> None:
    alike = tuple(overview().alike) * 51
    pages = dict(likeness_pages(alike, "0" * 64))
    assert list(pages) == ["alike/0001.html", "alike/0002.html"]
    first, second = (page.decode() for page in pages.values())
    assert first.count("<p>公开15条。</p>") == 50
    assert second.count("<p>公开15条。</p>") == 1
    assert 'href="../%E5%B9%B4%E6%8A%A5/%E7%94%B2%20%E5%B1%80%3F.html.html"' in first
    assert 'rel="next" href="0002.html"' in first
    shown = _page(replace(overview(), alike=alike))
    addresses = re.findall(r'class="beside" href="alike/([^#]*)#([^"]*)"', shown)
    assert len(addresses) == 51
    for name, anchor in addresses:
        assert f'id="{anchor}"' in pages[f"alike/{name}"].decode()


def test_no_name_ends_the_data_of_the_ranking() -> None:
    odd = summary("sound.html", file="甲", body="</script><img src=x>&\u202e局")
    page = _page(replace(overview(), ranked=(("1", odd),)))
    data = page[page.index('id="reports"') :]
    (line,) = json.decode(data[data.index("[") : data.index("</script>")])
    assert line[1] == "</script><img src=x>&‹U+202E›局"
    assert page.count("</script>") == 2


def test_an_empty_batch_has_a_page() -> None:
    assert "报告 0 份" in _visible(_page(Overview(reports=())))


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


def test_a_body_that_is_not_known_is_called_by_the_file_without_its_folders() -> None:
    unknown = ReportSummary(placing=Placing(name="某处/年报/甲.pdf"), refused="加密的文件")
    page = _page(replace(overview(), reports=(unknown,)))
    assert "<b>甲.pdf</b>" in page
