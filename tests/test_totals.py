"""The table over many reports: its order, its ranks, its width."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from assessments import assessment, rulebook
from hypothesis import given
from hypothesis import strategies as st

from govcheck.reports.text_style import TextStyle
from govcheck.reports.totals import TotalsRow, in_order, ranks, row_of, totals
from govcheck.reports.width import width

POLICY = rulebook().policy
STYLE = TextStyle()


def row(name: str, verdict: str, low: float, high: float) -> TotalsRow:
    return TotalsRow(
        name=name,
        verdict=verdict,
        confirmed=Decimal(str(low)),
        possible=Decimal(str(high)),
        verified=Decimal("83.1"),
        failures=3,
        doubts=2,
    )


def test_verdict_goes_before_confirmed_and_that_before_possible() -> None:
    rows = [
        row("f", "不合格", 59, 59),
        row("e", "待核", 40, 90),
        row("d", "待核", 70, 71),
        row("c", "合格", 61, 70),
        row("b", "合格", 80, 82),
        row("a", "合格", 80, 81),
    ]
    assert [one.name for one in in_order(rows, POLICY)] == ["b", "a", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    ("intervals", "said"),
    [
        ([(90, 95), (80, 85), (70, 75)], ["1", "2", "3"]),
        ([(90, 95), (80, 90), (70, 75)], ["并列", "并列", "3"]),
        ([(100, 100), (100, 100)], ["并列", "并列"]),
        ([(100, 100), (99, 99)], ["1", "2"]),
        ([(90, 95), (40, 100), (20, 30)], ["并列", "并列", "3"]),
        ([(80, 80)], ["1"]),
    ],
)
def test_a_rank_is_told_only_where_no_interval_meets(
    intervals: Sequence[tuple[float, float]], said: list[str]
) -> None:
    assert ranks([row("", "合格", low, high) for low, high in intervals]) == said


INTERVALS = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)


@given(st.lists(INTERVALS, max_size=12))
def test_whoever_has_a_number_is_sure_of_it(intervals: list[list[int]]) -> None:
    rows = in_order([row("", "合格", low, high) for low, high in intervals], POLICY)
    for at, (rank, one) in enumerate(zip(ranks(rows), rows, strict=True), 1):
        better = [other for other in rows if other.confirmed > one.possible]
        worse = [other for other in rows if other.possible < one.confirmed]
        sure = len(better) + len(worse) + 1 == len(rows)
        assert rank == (str(at) if sure else "并列")
        assert not sure or at == len(better) + 1


def test_the_table_adds_up_and_names_what_was_refused() -> None:
    rows = [row("甲.html", "合格", 80, 90), row("乙.html", "不合格", 40, 59)]
    lines = totals(rows, ["丙.html"], POLICY, STYLE).splitlines()
    assert lines[1].split() == ["1", "合格", "80–90", "分", "83.1", "3", "2", "甲.html"]
    assert lines[3].split()[:2] == ["—", "未检查"]
    assert lines[3].endswith("丙.html")
    assert lines[-1] == "共 3 份：合格 1 份，待核 0 份，不合格 1 份，未能检查 1 份。"


def test_a_tie_is_explained() -> None:
    rows = [row("甲.html", "合格", 80, 90), row("乙.html", "合格", 85, 95)]
    assert "得分的区间有重叠" in totals(rows, [], POLICY, STYLE)


@given(st.text(alphabet="云岭市ab/.\x1b\n", max_size=90), st.integers(40, 120))
def test_no_line_is_wider_than_the_terminal(name: str, columns: int) -> None:
    text = totals([row(name, "不合格", 59.25, 100)], [name], POLICY, TextStyle(columns=columns))
    assert max(map(width, text.splitlines())) <= columns
    assert "\x1b" not in text


def test_of_a_long_name_the_end_is_kept() -> None:
    path = "某个很长的目录/" * 8 + "年报.html"
    assert "年报.html" in totals([row(path, "合格", 80, 90)], [], POLICY, STYLE)


def test_a_row_counts_what_stands() -> None:
    one = row_of("甲.html", assessment())
    assert (one.verdict, one.failures, one.doubts) == ("合格", 4, 1)
    assert [one.confirmed, one.possible] == [Decimal(84), Decimal("85.5")]
    assert one.verified == Decimal(95)
