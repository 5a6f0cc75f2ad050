"""A table that stands twice in its part is one table; with other figures neither is certain."""

import pytest
from sound_page import PAGE, TABLES, document_in, found

from govcheck.kinds.remark import Outcome


def structure(markup: str) -> dict[Outcome, list[str]]:
    document = document_in(markup)
    return {
        outcome: [message for rule, message in found(document, outcome) if "structure" in rule]
        for outcome in (Outcome.FAIL, Outcome.OPEN)
    }


@pytest.mark.parametrize("table", TABLES[-2:], ids=["three", "four"])
def test_a_copy_says_nothing(table: str) -> None:
    assert structure(PAGE.replace(table, f"{table}<p>续</p>{table}")) == structure(PAGE)


def test_a_copy_with_other_figures_is_open() -> None:
    table = TABLES[-1]
    other = table.replace("<td>1</td>", "<td>7</td>", 1)
    assert other != table
    said = structure(PAGE.replace(table, f"{table}<p>续</p>{other}"))
    assert not said[Outcome.FAIL]
    (reason,) = said[Outcome.OPEN]
    assert "出现两次" in reason


def test_a_second_row_of_figures_is_one_too_many() -> None:
    table = TABLES[-1]
    row = table[table.rindex("<tr") : table.rindex("</tr>") + len("</tr>")]
    (message,) = structure(PAGE.replace(table, table.replace(row, row + row)))[Outcome.FAIL]
    assert "多出行" in message
    assert "写作" not in message


SMALL = (
    "<table><tr><td>答复类型<td>件数<tr><td>予以公开<td>9<tr><td>部分公开<td>4"
    "<tr><td>不予公开<td>3<tr><td>其他<td>8</table>"
)


@pytest.mark.parametrize("both", ["{small}<p>续</p>{three}", "{three}<p>续</p>{small}"])
def test_a_small_table_that_tells_some_rows_again_says_nothing(both: str) -> None:
    three = TABLES[-2]
    page = PAGE.replace(three, both.format(small=SMALL, three=three))
    assert structure(page) == structure(PAGE)
