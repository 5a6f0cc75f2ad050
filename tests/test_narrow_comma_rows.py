"""Rows with a comma or two, as a sheet is saved, are rows; sentences with commas are none."""

import pytest

from govcheck.readers.from_text import read_text
from govcheck.readers.raw import RawGrid


def rows(text: str) -> list[list[str]]:
    grids = [block for block in read_text(text).blocks if isinstance(block, RawGrid)]
    lines: list[list[str]] = [[] for grid in grids for _ in range(grid.height)]
    for cell in (cell for grid in grids for cell in grid.cells):
        lines[cell.row].append(cell.text)
    return lines


@pytest.mark.parametrize("figure", ["412", "186.52万元", "3件"])
def test_two_cells_are_a_row(figure: str) -> None:
    heads = ["信息内容", "本年处理决定数量"]
    assert rows(f"{','.join(heads)}\n行政许可,{figure}") == [heads, ["行政许可", figure]]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息,包括文件和解读\n办理申请,全部按时",
        "全年公开信息，比上年增加,412\n全年，共收到申请,18",
        "行政许可,412",
    ],
)
def test_other_lines_with_commas_are_none(text: str) -> None:
    assert rows(text) == []
