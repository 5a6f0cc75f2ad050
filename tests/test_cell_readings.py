"""What a person makes out in a cell of a column of figures."""

from decimal import Decimal

import pytest

from govcheck.document.form import FormColumn, ValueType
from govcheck.document.table import (
    BRACKETED,
    ERROR,
    FORMULA,
    LETTERED,
    MARKED,
    SPELLED,
    CellState,
)
from govcheck.understanding.normal import normal_text
from govcheck.understanding.tables.cell_readings import is_either, made_out

COUNT = FormColumn(id="natural", label="自然人")
CHANGE = FormColumn(id="delta", label="本年增/减", value_type=ValueType.CHANGE)


@pytest.mark.parametrize(
    ("written", "value", "note"),
    [
        ("12", 12, ""),
        ("12（件）", 12, ""),
        ("12人", 12, ""),
        ("12.", 12, MARKED),
        ("12。", 12, MARKED),
        ("１２，", 12, MARKED),
        ("-4.", -4, MARKED),
        ("共12件", 12, MARKED),
        ("“12”", 12, MARKED),
        ("=12", 12, MARKED),
        ("（0）", 0, BRACKETED),
        ("(12件)", 12, BRACKETED),
        ("二十", 20, SPELLED),
        ("三件", 3, SPELLED),
        ("零", 0, ""),
        ("12（其中网上5件）", 12, "（其中网上5件）"),
        ("12注1", 12, "注1"),
    ],
)
def test_a_figure_is_made_out(written: str, value: int, note: str) -> None:
    reading = made_out(normal_text(written).normal)
    assert (reading.state, reading.value) == (CellState.FIGURE, Decimal(value))
    assert reading.note == note


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("15O", LETTERED),
        ("l5", LETTERED),
        ("O", LETTERED),
        ("○", LETTERED),
        ("=SUM(C5:C9)", FORMULA),
        ("{=SUM(A1:A3)}", FORMULA),
        ("SUM(ABOVE)", FORMULA),
        ("=C5+C6", FORMULA),
        ("#REF!", ERROR),
        ("#DIV/0!", ERROR),
        ("约20", ""),
        ("20%", ""),
        ("5+15", ""),
        (".20", ""),
        ("12.5.3", ""),
        ("若干", ""),
    ],
)
def test_it_is_said_what_stands_in_place_of_one(written: str, note: str) -> None:
    reading = made_out(normal_text(written).normal)
    assert (reading.state, reading.value, reading.note) == (CellState.TEXT, None, note)


@pytest.mark.parametrize(
    "written", ["无", "（无）", "无。", "没有", "不涉及", "N/A", "ー", "×", "。"]
)
def test_words_and_signs_for_nothing_are_alike(written: str) -> None:
    assert made_out(normal_text(written).normal).state is CellState.MARK


@pytest.mark.parametrize("written", ["一", "①", "[1]", "〔2〕"])
def test_what_may_be_a_figure_or_none_is_either(written: str) -> None:
    assert is_either(normal_text(written).normal, COUNT)


def test_brackets_are_a_minus_where_figures_may_be_below_nought() -> None:
    assert is_either("(3)", CHANGE)
    assert not is_either("(3)", COUNT)
    assert not is_either("3", CHANGE)
