"""A merge left out moves figures under other headings: what they say is open, never guessed."""

import re
from collections.abc import Mapping

import pytest
from printed_pages import figures, fit, paragraphs
from sound_page import PAGE, assert_not_accused, document_in, found

from govcheck.document.table import CellState, Table
from govcheck.kinds.remark import Outcome

TOTAL = '<td colspan="2">（七）总计'
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
LAST = '<td colspan="3">四、结转'
REVIEW = '<td colspan="5">行政复议</td><td colspan="10">行政诉讼'
FIGURES = "<td>15</td><td>3</td><td>0</td><td>0</td><td>1</td><td>0</td><td>19</td>"


def edited(changes: Mapping[str, str]) -> str:
    markup = PAGE
    for old, new in changes.items():
        assert markup.count(old) == 1, old
        markup = markup.replace(old, new)
    return markup


def states(table: Table, row: str) -> set[CellState]:
    return {table.cells[row, column].state for column in table.columns}


MOVED = [
    {TOTAL: "<td>（七）总计"},
    {TOTAL: "<td>（七）总计", CORNER: ""},
    {TOTAL: "<td>（七）总计", FIGURES: f"{FIGURES}<td></td>"},
    {'rowspan="22"': 'rowspan="21"'},
    {'rowspan="22"': 'rowspan="20"'},
]


@pytest.mark.parametrize("changes", MOVED)
def test_a_row_that_begins_too_far_left_is_unread(changes: Mapping[str, str]) -> None:
    document = document_in(edited(changes))
    table = document.tables["applications"]
    unread = {row for row in table.rows if states(table, row) == {CellState.UNREAD}}
    assert unread
    assert all(
        states(table, row) == {CellState.FIGURE} for row in table.rows if row not in unread
    )
    assert_not_accused(document)


@pytest.mark.parametrize("width", [1, 2])
def test_the_last_row_may_be_the_one(width: int) -> None:
    assert_not_accused(document_in(edited({LAST: LAST.replace("3", str(width))})))


@pytest.mark.parametrize("width", [3, 4])
def test_groups_that_span_other_columns_leave_figures_unread(width: int) -> None:
    widths = REVIEW.replace("10", str(15 - width)).replace("5", str(width), 1)
    document = document_in(edited({REVIEW: widths}))
    table = document.tables["review-litigation"]
    assert {cell.state for cell in table.cells.values()} == {CellState.UNREAD}
    assert (table.deviations, table.partial, table.lacks_cells) == ((), True, True)
    assert_not_accused(document)


def test_cells_that_were_all_read_are_not_said_to_lack() -> None:
    linked = re.sub(r"<td>(\d+)</td>", r'<td><a href="/d?\1">\1</a></td>', PAGE)
    reasons = {message for _, message in found(document_in(linked), Outcome.OPEN)}
    assert any("各格已读到" in reason for reason in reasons)
    assert not any("未能完整读取" in reason for reason in reasons)


def test_a_last_figure_left_out_moves_no_other() -> None:
    document = document_in(edited({FIGURES: FIGURES.replace("<td>19</td>", "<td></td>")}))
    table = document.tables["applications"]
    assert CellState.UNREAD not in {cell.state for cell in table.cells.values()}


@pytest.mark.parametrize("left", range(7))
def test_a_row_that_lacks_a_cell_is_unread_and_one_thing_to_look_at(left: int) -> None:
    cells = re.findall("<td>.*?</td>", FIGURES)
    document = document_in(edited({FIGURES: "".join((*cells[:left], *cells[left + 1 :]))}))
    table = document.tables["applications"]
    [row] = {row for row, _ in table.unread}
    assert states(table, row) == {CellState.UNREAD}
    assert_not_accused(document)
    reasons = {message for _, message in found(document, Outcome.OPEN) if "少一格" in message}
    assert reasons
    assert not any("取决于" in message for _, message in found(document, Outcome.OPEN))


def spelt(*lines: str) -> Table:
    return fit(review=paragraphs("\n".join(lines)))["review-litigation"]


ORDERED = [*"10001"], [*"00000"], [*"10001"]
HEADS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
GROUPS = ("行政复议", "未经复议直接起诉", "复议后起诉")


def test_figures_behind_whole_headings_are_taken_as_they_come() -> None:
    blocks = zip(GROUPS, ORDERED, strict=True)
    spelt_out = (
        spelt(*GROUPS, *HEADS * 3, *(value for values in ORDERED for value in values)),
        spelt(*(line for group, values in blocks for line in (group, *HEADS, *values))),
    )
    assert not any(table.lacks_cells for table in spelt_out)
    assert [figures(table) for table in spelt_out] == [{"count": [*"100010000010001"]}] * 2


@pytest.mark.parametrize(
    "lines",
    [
        (*"结结果果维纠持正", *"10010", GROUPS[1], *"0000总计0", GROUPS[2], *"100总计01"),
        ("行政复议", *HEADS, *"10010", GROUPS[1], *"0000", "总计", "0", GROUPS[2], *"10001"),
    ],
)
def test_figures_between_torn_headings_are_unread(lines: tuple[str, ...]) -> None:
    table = spelt(*lines)
    assert {cell.state for cell in table.cells.values()} == {CellState.ABSENT}
