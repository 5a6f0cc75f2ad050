"""What stands on lines of its own in a cell is never glued to what stands beside it."""

import pytest

from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawGrid

ROW = "<tr><td>一</td><td>二</td></tr>"


def text_of(cell: str) -> str:
    page = read_html(f"<table>{ROW}<tr><td>三</td><td>{cell}</td></tr>{ROW}</table>")
    (grid,) = [block for block in page.blocks if isinstance(block, RawGrid)]
    return next(one.text for one in grid.cells if (one.row, one.column) == (1, 1))


@pytest.mark.parametrize(
    "cell",
    [
        *("12<p>3</p>", "12<p>3", "<p>12</p>3", "12<p><b>3</b></p>", "<!-- x -->12<p>3"),
        *("<p>12</p><p>3</p>", "12<br>3", "12<div>3</div>", "<div>12<p>3</p></div>"),
        *("12<p></p>3", "<span>12</span><p>3</p>", "12<p style='margin:0'>3</p>"),
    ],
)
def test_two_lines_are_no_figure(cell: str) -> None:
    assert text_of(cell).split() == ["12", "3"]


@pytest.mark.parametrize(
    "cell", ["<p>123</p>", " <p> 123 </p> ", "<p><span>12</span>3</p>", "12<b>3</b>"]
)
def test_one_line_is_one_figure(cell: str) -> None:
    assert text_of(cell) == "123"
