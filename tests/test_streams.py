"""Tables that arrive as running text are read where their words leave no doubt."""

import pytest
from printed_pages import F19, F21, differences, figures, fit, paragraphs

from govcheck.document.form import Form
from govcheck.document.table import CellState, Table

ONE_CELL_A_LINE = """第二十条第(一)项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0
0
6
行政规范性文件
1
2
3
第二十条第(五)项
信息内容
本年处理决定数量
行政许可
44"""


def proactive(text: str, form: Form = F21) -> dict[str, Table]:
    return dict(fit(form, proactive=paragraphs(text)))


def applications(text: str) -> Table:
    return fit(applications=paragraphs(text))["applications"]


def read_rows(table: Table) -> dict[str, list[str | None]]:
    return {row: line for row, line in figures(table).items() if any(line)}


@pytest.mark.parametrize(
    "text",
    [
        ONE_CELL_A_LINE,
        ONE_CELL_A_LINE.replace("\n", " |\n") + " |",
        ONE_CELL_A_LINE.replace("\n", "\n|\n"),
        ONE_CELL_A_LINE.replace("本年制发件数", "本年制\n发件数"),
        ONE_CELL_A_LINE.replace("\n0\n0\n6", " 0 0 6")
        .replace("\n1\n2\n3", " 1 2 3")
        .replace("\n44", " 44"),
        ONE_CELL_A_LINE.replace("\n0\n0\n6", " | 0 | 0 | 6 |")
        .replace("\n1\n2\n3", " | 1 | 2 | 3 |")
        .replace("\n44", " | 44 |"),
    ],
    ids=["lines", "bars behind", "bars between", "broken heading", "spaces", "rows with bars"],
)
def test_cells_may_come_one_after_another(text: str) -> None:
    tables = proactive(text)
    assert figures(tables["proactive-1"]) == {
        "rules": ["0", "0", "6"],
        "normative_docs": ["1", "2", "3"],
    }
    assert figures(tables["proactive-5"]) == {"license": ["44"]}
    assert all(
        tables[name].partial and not differences(tables[name])
        for name in tables
        if name.startswith("proactive")
    )


def test_a_value_knows_where_it_stands() -> None:
    cell = proactive("规章 0 0 6\n行政规范性文件 1 2 3")["proactive-1"].cells[
        "rules", "in_force"
    ]
    assert (cell.place.block, cell.place.start, cell.place.end) == (1, 6, 7)
    assert (cell.place.row, cell.grid) == ("rules", None)


def test_headings_tell_the_edition() -> None:
    text = "信息内容\n本年新\n制作数量\n本年新公开数量\n对外公开总数量\n规章\n1\n2\n3\n"
    table = proactive(text)["proactive-1"]
    assert (table.form, figures(table)["rules"]) == ("form-2019", ["1", "2", "3"])
    assert [kind for kind, *_ in differences(table)] == ["edition"]


def test_a_row_with_too_few_values_is_not_read() -> None:
    table = proactive("规章 | 22 | 235 |\n行政规范性文件 | 1 | 2 | 3 |")["proactive-1"]
    assert read_rows(table) == {"normative_docs": ["1", "2", "3"]}
    assert differences(table) == []


def test_three_values_are_not_taken_for_one_without_a_heading() -> None:
    table = proactive("行政许可\n21\n+19\n40")["proactive-5"]
    assert read_rows(table) == {}
    table = proactive("行政许可\n21\n+19\n40", F19)["proactive-5"]
    assert read_rows(table) == {"license": ["21", "19", "40"]}


def test_a_word_in_the_place_of_a_value_is_kept() -> None:
    table = proactive("行政许可 |\n37 |\n减3 |\n1125 |", F19)["proactive-5"]
    assert figures(table)["license"] == ["37", None, "1125"]
    assert table.cells["license", "delta"].written == "减3"


def test_blank_cells_count_where_bars_show_them() -> None:
    table = applications("一、本年新收政府信息公开申请数量 |\n|\n|\n|\n|\n|\n|\n8 |\n||\n二、")
    assert figures(table)["r1_new"] == [None] * 6 + ["8"]
    assert table.cells["r1_new", "natural"].state.value == "blank"


def test_blank_cells_that_are_lost_leave_the_row_unread() -> None:
    table = applications("一、本年新收政府信息公开申请数量 |\n7 |\n1 |\n8 |\n||||||")
    assert table.cells["r1_new", "natural"].state.value == "absent"


def test_labels_of_a_pdf_file_break_and_follow_their_figures() -> None:
    table = applications(
        """一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9
（一）予以公开 1 0 0 0 0 0 1
（二）部分公开（区分处理的，只计这一情
2 0 0 0 0 0 2
形，不计其他情形）
3 0 0 0 0 0 3
1.属于国家秘密
三、 2.其他法律行政法规禁止公开 4 0 0 0 0 0 4
本
- 3 -
年 （三）不 3.危及“三安全一稳定” 5 0 0 0 0 0 5
1、申请人无正当理由逾期不补
正、行政机关不再处理其政府信 6 0 0 0 0 0 6
息公开申请"""
    )
    first = {row: line[0] for row, line in read_rows(table).items()}
    assert first == {
        "r1_new": "9",
        "r3_1": "1",
        "r3_2": "2",
        "r3_3_1": "3",
        "r3_3_2": "4",
        "r3_3_3": "5",
        "r3_6_1": "6",
    }
    assert (table.form, differences(table)) == ("form-2021", [])


def test_labels_and_figures_that_do_not_match_in_number_are_not_paired() -> None:
    table = applications(
        """（一）予以公开 1 0 0 0 0 0 1
1.属于国家秘密
2.其他法律行政法规禁止公开
3 0 0 0 0 0 3
3.危及“三安全一稳定” 5 0 0 0 0 0 5"""
    )
    assert set(read_rows(table)) == {"r3_1", "r3_3_3"}


def test_the_only_row_of_a_table_is_known_by_its_length() -> None:
    numbers = [str(number) for number in range(15)]
    for text in (" ".join(numbers), "结果维持\n" + "\n".join(numbers)):
        table = fit(review=paragraphs(text))["review-litigation"]
        assert figures(table)["count"] == numbers
    table = fit(review=paragraphs(" ".join(numbers[1:])))["review-litigation"]
    assert read_rows(table) == {}


def test_prose_is_no_table() -> None:
    table = proactive(
        "全年办理行政许可 12 件。\n行政许可事项持续精简，全年共办理行政许可 12 件。"
    )
    assert read_rows(table["proactive-5"]) == {}


def test_a_dash_before_an_item_is_no_sign_for_nothing() -> None:
    table = proactive("第二十条第（五）项\n行政许可\n- 本年处理决定数量：412")["proactive-5"]
    assert table.cells["license", "decisions"].state is CellState.ABSENT
    table = proactive("第二十条第（五）项\n本年处理决定数量\n行政许可\n-")["proactive-5"]
    assert table.cells["license", "decisions"].state is CellState.MARK
