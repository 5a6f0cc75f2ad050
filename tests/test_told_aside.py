"""A figure that stands in an attribute alone, or to which a script counts up, is not read."""

import re

import pytest
from sound_page import (
    BODY,
    PAGE,
    ROW_TOTAL,
    assert_not_accused,
    assert_the_same,
    document_in,
    found,
    page,
    sound,
    with_new,
)

from govcheck.document.report import Document
from govcheck.kinds.remark import Outcome


def with_cell(cell: str, after: str = "") -> Document:
    return document_in(with_new("NEW").replace("<td>NEW</td>", cell) + after)


UNREAD = {
    "in its title": "<td title=14></td>",
    "in a datum": "<td data-value=14></td>",
    "in the title of a piece": "<td><span title='14件'></span></td>",
    "on a button": "<td><input type=button value=14></td>",
    "in a hidden field": "<td><input type=hidden value=14></td>",
    "as a bar": "<td><progress value=14 max=20></progress></td>",
    "beside a dash": "<td><span title=14>-</span></td>",
    "beside a nought": "<td><i class=n data-to=14>0</i></td>",
    "beside another figure": "<td data-count='1,014'>3</td>",
    "in an element of a script": "<td><count-to :end-val=14>0</count-to></td>",
}


@pytest.mark.parametrize("name", UNREAD)
def test_a_figure_that_is_not_shown_is_open(name: str) -> None:
    document = with_cell(UNREAD[name])
    assert_not_accused(document)
    opened = found(document, Outcome.OPEN) - found(sound(), Outcome.OPEN)
    assert ROW_TOTAL in {rule for rule, _ in opened}


READ = {
    "the same": "<td><i data-to=14 title='14件'>14</i></td>",
    "written otherwise": "<td data-value='+014'>14</td>",
    "of its place": "<td data-row=3 data-col-index=2 data-colwidth=88 data-cell-id=7>14</td>",
    "of its look": "<td data-font-size=9><span data-line-height=1>14</span></td>",
    "in a field": "<td title=5><input value='14件'></td>",
}


@pytest.mark.parametrize("name", READ)
def test_attributes_that_tell_no_other_figure_say_nothing(name: str) -> None:
    assert_the_same(with_cell(READ[name]))


BLANK = {
    "of its place": "<td data-row=3 data-col=4></td>",
    "a word": "<td title=自然人></td>",
}


@pytest.mark.parametrize("name", BLANK)
def test_a_blank_cell_beside_which_no_figure_is_told_is_blank(name: str) -> None:
    failed = {rule for rule, _ in found(with_cell(BLANK[name]), Outcome.FAIL)}
    assert "format/cells-filled" in failed


def counted(text: str) -> str:
    return re.sub(r"<td>(\d+)</td>", rf"<td><b class='num counter'>{text}</b></td>", BODY)


def test_noughts_that_a_script_counts_up_are_open() -> None:
    document = document_in(page(counted("0")) + "<script src=countup.js></script>")
    assert_not_accused(document)
    cells = document.tables["applications"].cells.values()
    assert not any(cell.value is not None for cell in cells)


def test_figures_that_a_script_counts_up_to_are_read() -> None:
    assert_the_same(document_in(page(counted(r"\1")) + "<script src=countup.js></script>"))


def test_a_sentence_waits_for_the_figure_that_a_script_counts_up_to() -> None:
    sentence = "<p>全年新收政府信息公开申请<b data-to=18>0</b>件。</p><h2>五"
    assert_not_accused(document_in(page(BODY.replace("<h2>五", sentence))))


BACKWARDS = {
    "by an element": "<td><bdo dir=RTL>41</bdo></td>",
    "by its style": "<td><i style='direction:rtl;unicode-bidi:bidi-override'>41</i></td>",
    "by a sign": "<td>&#8238;41</td>",
}


@pytest.mark.parametrize("name", BACKWARDS)
def test_a_figure_that_is_shown_from_right_to_left_is_open(name: str) -> None:
    assert_not_accused(with_cell(BACKWARDS[name]))


def test_figures_drawn_by_pictures_behind_them_are_open() -> None:
    drawn = re.sub(r"<td>(\d)</td>", r"<td><i class='digit d\1'></i></td>", BODY)
    assert_not_accused(document_in(page(drawn, "<style>.digit{background:url(d.png)}</style>")))


def test_a_sum_of_money_in_pieces_is_open() -> None:
    pieces = "<p>1</p><p>86.52万元</p>"
    assert_not_accused(document_in(PAGE.replace("186.52", pieces)))


def test_tables_for_those_without_scripts_are_open() -> None:
    document = document_in(
        PAGE.replace("<table", "<noscript><table").replace("</table>", "</table></noscript>")
    )
    assert not {one for one in found(document, Outcome.FAIL) if one[0].startswith("decree-711")}
