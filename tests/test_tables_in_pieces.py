"""A table is read whose rows or heads are tables of their own, or whose columns are parted."""

import re

import pytest
from sound_page import (
    APPLICATIONS,
    BODY,
    HEADS,
    PAGE,
    ROWS,
    assert_not_accused,
    assert_the_same,
    document_in,
)

from govcheck.document.blocks import Grid
from govcheck.document.report import Document

BETWEEN = re.compile(r"</tr>\s*<tr>")
CELL = re.compile(r"<td(?: colspan=\"(\d+)\")?( rowspan=\"\d+\")?>(.*?)</td>")


def between_rows(markup: str) -> Document:
    return document_in(BETWEEN.sub(lambda _: markup, PAGE))


def parted(before: str, after: str, width: int) -> Document:
    """Put blank cells around each cell and let it reach over them."""

    def spaced(cell: re.Match[str]) -> str:
        wide = width * int(cell[1] or 1) - width + 1
        around = [f"<td{cell[2] or ''}>{text}</td>" if text else "" for text in (before, after)]
        return f'{around[0]}<td colspan="{wide}"{cell[2] or ""}>{cell[3]}</td>{around[1]}'

    return document_in(CELL.sub(spaced, PAGE))


@pytest.mark.parametrize(
    "markup",
    [
        "</tr></table><table border=1><tr>",
        "</tr></table>\n&nbsp;\n<table><tr>",
        "</tr></table></div><div class=row><table><tr>",
    ],
)
def test_rows_that_are_tables_are_rows(markup: str) -> None:
    assert_the_same(between_rows(markup))


def test_tables_in_the_rows_of_a_table_are_its_rows() -> None:
    rows = PAGE.replace('<table border="1" cellspacing="0">', "<table><tr><td><table>").replace(
        "</table>", "</table></td></tr></table>"
    )
    between = "</tr></table></td></tr><tr><td><table><tr>"
    assert_the_same(document_in(BETWEEN.sub(between, rows)))


@pytest.mark.parametrize(
    ("before", "after", "width"),
    [("", "&nbsp;", 2), ("&nbsp;", "", 2), ("　", " ", 3), ("<br>", "<p></p>", 3)],
)
def test_blank_columns_between_others_are_none(before: str, after: str, width: int) -> None:
    assert_the_same(parted(before, after, width))


def test_a_column_of_figures_without_a_heading_is_not_left_out() -> None:
    more = CELL.sub(
        lambda cell: cell[0] + ("<td>7</td>" if cell[3].isdecimal() else ""), APPLICATIONS
    )
    document = document_in(PAGE.replace(APPLICATIONS, more))
    cells = document.tables["applications"].cells.values()
    assert not any(cell.value == 14 for cell in cells)


@pytest.mark.parametrize(
    "apart", ["<p>{}</p>", "<table><tr><td>{}</td><td>x</td></tr></table>"]
)
def test_heads_that_cannot_be_placed_are_open(apart: str) -> None:
    heads = "".join(
        apart.format(one) for one in re.findall("<td.*?>(.*?)</td>", "".join(ROWS[:HEADS]))
    )
    rows = "".join(ROWS[HEADS:])
    document = document_in(PAGE.replace(APPLICATIONS, f"{heads}<table>{rows}</table>"))
    assert_not_accused(document)


def test_tables_of_one_row_that_are_no_rows_of_one_stay_apart() -> None:
    boxes = "<table><tr><td>联系人</td><td>办公室</td></tr></table>" * 3
    document = document_in(PAGE.replace(BODY, BODY.replace("<h2>六", f"{boxes}<h2>六")))
    assert_not_accused(document)


def test_a_heading_cut_short_may_have_lost_its_unit() -> None:
    assert_not_accused(document_in(PAGE.replace("本年收费金额（单位：万元）", "本年收费金额…")))


def test_a_page_of_thousands_of_tables_is_not_put_together_to_its_end() -> None:
    """Each that is put to those above lays them out anew: without a bound, 20 s a megabyte."""
    pieces = "<table><tr><td>规章</td><td>1</td></tr></table>\n" * 1000
    document = document_in(PAGE.replace("<table", f"{pieces}<p>另附</p><table", 1))
    grids = [block for block in document.body if isinstance(block, Grid)]
    heights = [grid.height for grid in grids if grid.cells[0].text.normal == "规章"]
    assert heights[0] > 1
    assert heights[-1] == 1
    assert sum(heights) == len(pieces.splitlines())
