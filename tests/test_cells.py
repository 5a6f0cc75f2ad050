from decimal import Decimal

import pytest

from govcheck.document.form import FormColumn, ValueType
from govcheck.document.table import CellState
from govcheck.understanding.normal import normal_text
from govcheck.understanding.tables.cell_words import measured, money_unit, understood

COUNT = FormColumn(id="issued", label="本年制发件数", unit="件")
FEES = FormColumn(id="amount", label="本年收费金额", unit="万元", value_type=ValueType.MONEY)
PURCHASES = FormColumn(id="amount", label="采购总金额", value_type=ValueType.MONEY)


@pytest.mark.parametrize(
    ("written", "value", "note"),
    [
        ("0", "0", ""),
        ("14,069", "14069", ""),
        ("14，069", "14069", ""),
        ("14 069", "14069", ""),
        ("１２", "12", ""),
        ("790件", "790", ""),
        ("\u3000 3 \u00a0", "3", ""),
        ("22（其中修订16件）", "22", "（其中修订16件）"),
        ("+17", "17", ""),
        ("-8", "-8", ""),
        ("－8", "-8", ""),
        ("−8", "-8", ""),
        ("1.5", "1.5", ""),
        ("96171.6", "96171.6", ""),
    ],
)
def test_a_figure_is_read_with_what_stands_beside_it(
    written: str, value: str, note: str
) -> None:
    reading = understood(normal_text(written).normal)
    assert (reading.state, reading.value, reading.note) == (
        CellState.FIGURE,
        Decimal(value),
        note,
    )


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("", CellState.BLANK),
        ("\u00a0", CellState.BLANK),
        ("\u200b\n", CellState.BLANK),
        ("/", CellState.MARK),
        ("-", CellState.MARK),
        ("——", CellState.MARK),
        ("无", CellState.MARK),
        ("若干", CellState.TEXT),
        ("减3", CellState.TEXT),
        ("约20", CellState.TEXT),
        ("10%", CellState.TEXT),
        ("1.4万", CellState.TEXT),
        ("3/5", CellState.TEXT),
        ("1 2", CellState.TEXT),
        ("1,23", CellState.TEXT),
        ("7" * 19, CellState.TEXT),
        ("12（" + "注" * 90 + "）", CellState.TEXT),
    ],
)
def test_what_is_no_figure_has_no_value(written: str, state: CellState) -> None:
    reading = understood(normal_text(written).normal)
    assert (reading.state, reading.value) == (state, None)


@pytest.mark.parametrize(
    ("written", "column", "heading", "value"),
    [
        ("12", COUNT, "", "12"),
        ("3.5", FEES, "", "3.5"),
        ("251000元", FEES, "", "25.1"),
        ("2亿元", FEES, "", "20000"),
        ("251000", FEES, "元", "25.1"),
        ("3万元", FEES, "元", "3"),
        ("251000元", PURCHASES, "", "251000"),
        ("25.1万元", PURCHASES, "", "251000"),
        ("251000", PURCHASES, "", "251000"),
    ],
)
def test_money_is_in_the_unit_of_its_column(
    written: str, column: FormColumn, heading: str, value: str
) -> None:
    assert measured(understood(written), column, heading) == Decimal(value)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("本年收费金额（单位：万元）", "万元"),
        ("收费金额(元)", "元"),
        ("采购总金额亿元", "亿元"),
        ("本年制发件数", ""),
    ],
)
def test_a_heading_ends_in_the_unit_of_money(heading: str, unit: str) -> None:
    assert money_unit(heading) == unit
