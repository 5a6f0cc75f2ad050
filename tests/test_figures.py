"""What the reader of quantities makes of prose; the rules' examples test the rest."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge import VOCABULARY

from govcheck.document.blocks import Paragraph
from govcheck.document.figure import Figure, Period, Relation
from govcheck.understanding.normal import normal_text
from govcheck.understanding.prose.figures import read_figures
from govcheck.understanding.prose.numerals import find_numerals, han_number


def figures(text: str, year: int | None = 2024) -> tuple[Figure, ...]:
    body = tuple(Paragraph(text=normal_text(line)) for line in text.split("\n"))
    return read_figures(body, (), year=year, vocabulary=VOCABULARY)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("14,069件", 14069, "件"),
        ("收到１４０６９件", 14069, "件"),
        ("1.4万件", 14000, "件"),
        ("14万余条", 140000, "条"),
        ("一百二十件", 120, "件"),
        ("收到两件。", 2, "件"),
        ("3.5万元", 35000, "元"),
        ("98.40 %", Decimal("98.40"), "%"),
        ("1530.7万件", 15307000, "件"),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: Decimal, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "一件件",
        "每一件，",
        "2024年",
        "20个工作日",
        "第711号",
        "《条例》第二十条例外",
        "0871-63120000",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert not figures(text)


def test_an_inexact_number_says_so() -> None:
    read = figures("约35件，近20件，超过90%，800余人，3至5件")
    assert [figure.approximate for figure in read] == ["约", "近", "超", "余", ""]
    assert read[-1].upper == 5


def test_a_rounded_number_knows_its_last_digit() -> None:
    assert [figure.step for figure in figures("1.4万件，98.4%，14件")] == [
        1000,
        Decimal("0.1"),
        1,
    ]


def test_each_figure_stands_where_it_says() -> None:
    text = "全年公开 信息30条，\n收到申请20件。"
    body = tuple(Paragraph(text=normal_text(line)) for line in text.split("\n"))
    for figure in read_figures(body, (), year=2024, vocabulary=VOCABULARY):
        block = body[figure.place.block or 0]
        assert block.text.quote(figure.place.start or 0, figure.place.end or 0) in {
            "30条",
            "20件",
        }


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("收到政府信息公开申请30件", ["received"]),
        ("新收依申请公开30件，上年结转2件", ["new", "carried_in"]),
        ("受理政府信息公开申请32件（含上年度结转申请2件）", ["handled", "carried_in"]),
        (
            "收到政府信息公开申请30件，办结28件，结转2025年度继续办理2件",
            ["received", "answered", "carried_out"],
        ),
        ("收到政府信息公开申请30件，2件结转下年办理", ["received", "carried_out"]),
        (
            "收到政府信息公开申请9件，其中3件予以公开，6件因本机关不掌握相关政府信息而无法提供",
            ["received", "granted", "not_held"],
        ),
        ("收到政府信息公开申请9件，收到来信8件，办结7件", ["received", None, None]),
    ],
)
def test_words_tell_what_of_table_three_is_meant(text: str, concepts: list[str | None]) -> None:
    expected = [concept and f"applications.{concept}" for concept in concepts]
    assert [figure.concept for figure in figures(text)] == expected


def test_cases_are_those_of_disclosure() -> None:
    read = figures(
        "受理行政复议申请326件。\n因政府信息公开引发的行政复议65件，诉讼13件，复议后起诉8件"
    )
    concepts = [figure.concept for figure in read]
    assert concepts == [None, "review.total", "litigation.total", "litigation.after.total"]


def test_time_is_told_from_the_sentence() -> None:
    read = figures(
        "2023年收到申请公开件9件，2024年收到8件，较上年减少1件。截至年底累计收到申请99件。上年结转3件。"
    )
    assert [figure.period for figure in read] == [
        Period.LAST_YEAR,
        Period.THIS_YEAR,
        Period.THIS_YEAR,
        Period.CUMULATIVE,
        Period.THIS_YEAR,
    ]
    assert read[2].relation is Relation.CHANGE


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("区政府办代表区政府受理政府信息公开申请17件", "区政府办代表区政府"),
        ("通过网络、信函等渠道收到政府信息公开申请17件", ""),
        ("收到公民、法人和其他组织的政府信息公开申请17件", ""),
        ("收到自然人的政府信息公开申请17件", "自然人"),
        ("通过网上平台收到政府信息公开申请17件", "通过网上平台"),
    ],
)
def test_a_limited_figure_says_what_limits_it(text: str, scope: str) -> None:
    (figure,) = figures(text)
    assert figure.scope == scope


@given(st.integers(min_value=0, max_value=10**9))
def test_numbers_with_separators_are_read_back(number: int) -> None:
    (read,) = find_numerals(f"共{number:,}件", VOCABULARY)
    assert read.value == number


@given(st.integers(min_value=1, max_value=9999))
def test_spelled_numbers_are_read_back(number: int) -> None:
    assert han_number(_spelled(number)) == number


@given(
    st.text(alphabet="0123456789,.，。；万余约一二十百件条%申请公开收到年2024（）", max_size=80)
)
def test_no_text_breaks_the_reader(text: str) -> None:
    for figure in figures(text):
        assert figure.value >= 0
        assert 0 <= (figure.place.start or 0) < (figure.place.end or 0) <= len(text)


def test_endless_digits_are_no_figure_and_no_burden() -> None:
    assert all(figure.value < 10**20 for figure in figures("9" * 100_000 + "件"))


def _spelled(number: int) -> str:
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千"]
    written = ""
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            written += digits[digit] + units[power]
        elif written and not written.endswith("零"):
            written += "零"
    return written.rstrip("零")
