"""A cell that is merged over several of the form: a nought stands in all, a figure in none."""

import re

import pytest
from sound_page import (
    BODY,
    PAGE,
    assert_not_accused,
    assert_the_same,
    document_in,
)

from govcheck.document.report import Document
from govcheck.document.table import CellState

ZEROS = re.compile("(?:<td>0</td>){2,}")
FIRST, SECOND = "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"
ROW = "<td>{}</td>" + "<td>0</td>" * 7 + "</tr>"


def merged_down(said: str) -> Document:
    """Merge all figures of two rows into one cell."""
    first, second = ROW.format(FIRST), ROW.format(SECOND)
    assert first in BODY
    assert second in BODY
    one = f"<td>{FIRST}</td><td rowspan=2 colspan=7>{said}</td></tr>"
    return document_in(PAGE.replace(first, one).replace(second, f"<td>{SECOND}</td></tr>"))


def states(document: Document) -> set[CellState]:
    cells = document.tables["applications"].cells
    return {cell.state for (row, _), cell in cells.items() if row in {"r3_3_2", "r3_3_3"}}


def test_noughts_merged_over_columns_stand_in_each() -> None:
    def merged(zeros: re.Match[str]) -> str:
        return f"<td colspan={zeros[0].count('<td>')}>0</td>"

    assert_the_same(document_in(ZEROS.sub(merged, PAGE)))


def test_a_nought_merged_over_rows_and_columns_stands_in_each() -> None:
    assert_the_same(merged_down("0"))


@pytest.mark.parametrize("said", ["3", "若干"])
def test_of_another_figure_it_is_not_told_whose_it_is(said: str) -> None:
    document = merged_down(said)
    assert_not_accused(document)
    assert CellState.FIGURE not in states(document)


def test_a_sign_for_nothing_stands_in_each() -> None:
    assert states(merged_down("/")) == {CellState.MARK}
