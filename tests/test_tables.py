"""Printed tables are read by their labels, however laid out; only real differences are said."""

from collections.abc import Callable

import pytest
from printed_pages import F19, F21, Values, differences, figures, fit, grid, lines, paragraphs
from printed_pages import printed as page

from govcheck.document.blocks import Block, Grid, Image
from govcheck.document.form import Form
from govcheck.document.table import Table

BLOCKS = ("proactive-1", "proactive-5", "proactive-6", "proactive-8")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def numbered(form: Form, table: str) -> Values:
    """Give every cell of a table a number of its own."""
    rows, columns = form.tables[table].rows, form.tables[table].columns
    return {
        row.id: {
            column.id: at * len(columns) + across + 1 for across, column in enumerate(columns)
        }
        for at, row in enumerate(rows)
    }


def read(source: Grid, form: Form = F21) -> Table:
    return fit(form, applications=[source])["applications"]


def edited(edit: Callable[[list[list[str]]], object], form: Form = F21) -> Table:
    """Read the table of applications after its lines (labels unmerged) were edited."""
    texts = lines(page(form, "applications", numbered(form, "applications")))
    edit(texts)
    return read(grid(texts), form)


def expected(form: Form = F21, table: str = "applications") -> dict[str, list[str | None]]:
    values = numbered(form, table)
    return {row: [str(value) for value in line.values()] for row, line in values.items()}


@pytest.mark.parametrize("form", [F19, F21], ids=lambda form: form.id)
def test_the_form_as_printed_is_read_without_a_difference(form: Form) -> None:
    def grids(part: str) -> list[Grid]:
        names = [t.id for t in form.tables.values() if t.part == part]
        return [page(form, name, numbered(form, name)) for name in names]

    tables = fit(
        form,
        proactive=grids("proactive"),
        applications=grids("applications"),
        review=grids("review-litigation"),
    )
    assert list(tables) == list(form.tables)
    for name, table in tables.items():
        assert (table.form, table.partial, differences(table)) == (form.id, False, [])
        assert figures(table) == expected(form, name)


def test_a_cell_knows_its_place() -> None:
    cell = read(page(F21, "applications")).cells["r3_3_2", "total"]
    assert (cell.place.part, cell.place.table) == ("applications", "applications")
    assert (cell.place.row, cell.place.column, cell.place.block) == ("r3_3_2", "total", 1)
    assert cell.grid == (1, 8, 9)


def test_other_editions_show_only_where_they_are_printed() -> None:
    assert "proactive-9" not in fit(F21, applications=[])
    assert "proactive-9" in fit(F19, applications=[])
    table = fit(F21, proactive=[page(F19, "proactive-9")])["proactive-9"]
    assert [kind for kind, *_ in differences(table)] == ["extra-table"]


# ---------------------------------------------------------------- spared

SPARED: dict[str, Callable[[list[list[str]]], object]] = {
    "labels unmerged": len,
    "no label columns": lambda page: [line.pop(0) for line in page for _ in range(2)],
    "empty columns behind": lambda page: [line.__iadd__(["", "\u00a0"]) for line in page],
    "an empty line behind": lambda page: page.append([""] * 10),
    "a note behind": lambda page: page.append(["注：数据含所属单位。", *[""] * 9]),
    "total under another name": lambda page: page[1].__setitem__(9, "合计"),
    "one line of headings": lambda page: page.__delitem__(slice(0, 2)),
    "no corner": lambda page: [line.__setitem__(slice(0, 3), [""] * 3) for line in page[:3]],
}


@pytest.mark.parametrize("name", SPARED)
def test_what_a_lawful_layout_differs_in_is_no_difference(name: str) -> None:
    table = edited(SPARED[name])
    assert figures(table) == expected()
    assert differences(table) == []


LABELS: dict[str, Callable[[str], str]] = {
    "line breaks": lambda label: label.replace("政府", "政\n府").replace("类", "类\n"),
    "upright": lambda label: "\n".join(label) if "年度" in label else label,
    "spaces": lambda label: "\u3000" + " ".join(label) + " ",
    "comma": lambda label: label.replace("、", "，"),
    "half-width": lambda label: label.replace("（", "(").replace("）", ")"),
    "numbers with 、": lambda label: label.replace(".", "、"),
    "circled numbers": lambda label: "①" + label[2:] if label[:2] == "1." else label,
    "numbers in brackets": lambda label: "（1）" + label[2:] if label[:2] == "1." else label,
    "full-width": lambda label: label.replace("1.", "１．"),
    "unit": lambda label: (
        label + "（件）" if label in {"自然人", "商业企业", "总计"} else label
    ),
}


@pytest.mark.parametrize("name", LABELS)
def test_how_a_label_is_written_is_no_difference(name: str) -> None:
    def write(page: list[list[str]]) -> None:
        for line in page:
            line[:] = [text if text.isdecimal() else LABELS[name](text) for text in line]

    table = edited(write)
    assert figures(table) == expected()
    assert differences(table) == []


def test_abbreviations_in_use_are_no_difference() -> None:
    def abbreviate(page: list[list[str]]) -> None:
        page[-5][2], page[-4][2] = "1.逾期不补正", "2.逾期不缴费"

    assert differences(edited(abbreviate)) == []


@pytest.mark.parametrize("repeated", [0, 3])
def test_a_table_may_go_on_in_the_next_grid(repeated: int) -> None:
    texts = lines(page(F21, "applications", numbered(F21, "applications")))
    pieces = [texts[:9], texts[:repeated] + texts[9:20], texts[:repeated] + texts[20:]]
    table = fit(applications=[grid(piece) for piece in pieces])["applications"]
    assert figures(table) == expected()
    assert differences(table) == []


def test_a_table_that_is_printed_twice_counts_once() -> None:
    whole = page(F21, "applications", numbered(F21, "applications"))
    table = fit(applications=[whole, whole])["applications"]
    assert (figures(table), differences(table)) == (expected(), [])


def test_blocks_may_stand_in_one_grid_below_one_another() -> None:
    texts = [line for name in BLOCKS for line in lines(page(F21, name, numbered(F21, name)))]
    whole = [(line * 4)[:4] if len(line) < 4 else line for line in texts]
    tables = fit(proactive=[grid(whole)])
    assert {name: figures(tables[name]) for name in BLOCKS} == {
        name: expected(F21, name) for name in BLOCKS
    }
    assert all(not differences(tables[name]) for name in BLOCKS)


def test_blocks_may_stand_side_by_side() -> None:
    left = lines(page(F21, "proactive-5", {"license": {"decisions": None}}))
    right = lines(page(F21, "proactive-6", numbered(F21, "proactive-6")))
    left += [["", ""]] * (len(right) - len(left))
    tables = fit(proactive=[grid(a + b for a, b in zip(left, right, strict=True))])
    assert figures(tables["proactive-5"]) == {"license": [None]}
    assert tables["proactive-5"].cells["license", "decisions"].state.value == "blank"
    assert figures(tables["proactive-6"]) == expected(F21, "proactive-6")


def test_titles_of_blocks_may_be_paragraphs() -> None:
    content = []
    for name in BLOCKS:
        block = lines(page(F21, name, numbered(F21, name)))
        content += [*paragraphs(block[0][0]), grid(block[1:])]
    tables = fit(proactive=content)
    for name in BLOCKS:
        assert (figures(tables[name]), differences(tables[name])) == (expected(F21, name), [])


def test_provinces_may_add_rows_and_shorten_labels_in_the_second_part() -> None:
    texts = lines(page(F21, "proactive-1", numbered(F21, "proactive-1")))
    texts[3][0] = "规范性文件"
    texts.append(["其他主动公开文件", "9", "9", "9"])
    table = fit(proactive=[grid(texts)])["proactive-1"]
    assert (figures(table), differences(table)) == (expected(F21, "proactive-1"), [])


# ---------------------------------------------------------------- the fourth table


def review(*pieces: list[list[str]], titles: tuple[str, ...] = ()) -> Table:
    content: list[Block] = []
    for at, piece in enumerate(pieces):
        content += [*paragraphs(titles[at]), grid(piece)] if titles else [grid(piece)]
    return fit(review=content)["review-litigation"]


NUMBERS = [str(number) for number in range(1, 16)]


def test_review_and_litigation_may_be_two_tables_or_three() -> None:
    titles = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    three = [[list(OUTCOMES), NUMBERS[at : at + 5]] for at in (0, 5, 10)]
    suits = [["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5, [*OUTCOMES, *OUTCOMES], NUMBERS[5:]]
    two = [[["行政复议"] * 5, list(OUTCOMES), NUMBERS[:5]], [["行政诉讼"] * 10, *suits]]
    for table in (review(*three, titles=titles), review(*three), review(*two)):
        assert (figures(table)["count"], differences(table)) == (NUMBERS, [])


def test_review_and_litigation_may_stand_below_one_another() -> None:
    head = ["行政复议"] * 5, list(OUTCOMES), NUMBERS[:5]
    texts = [line + [""] * 5 for line in head]
    texts += [["行政诉讼"] * 10, ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5]
    texts += [[*OUTCOMES, *OUTCOMES], NUMBERS[5:]]
    table = review(texts)
    assert (figures(table)["count"], differences(table)) == (NUMBERS, [])


def test_review_and_litigation_may_be_turned() -> None:
    upright = lines(page(F21, "review-litigation", numbered(F21, "review-litigation")))
    turned = [list(column) for column in zip(*upright, strict=True)]
    kinds = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    matrix = [["", *OUTCOMES]]
    matrix += [[kind, *NUMBERS[at * 5 : at * 5 + 5]] for at, kind in enumerate(kinds)]
    for table in (review(turned), review(matrix)):
        assert (figures(table)["count"], differences(table)) == (NUMBERS, [])


def test_a_block_may_be_turned() -> None:
    upright = lines(page(F21, "proactive-1", numbered(F21, "proactive-1")))[1:]
    table = fit(proactive=[grid(zip(*upright, strict=True))])["proactive-1"]
    assert (figures(table), differences(table)) == (expected(F21, "proactive-1"), [])
    assert table.cells["rules", "in_force"].grid == (1, 3, 1)


# ---------------------------------------------------------------- differences


def test_a_slip_in_a_label_is_named_and_its_figures_are_read() -> None:
    table = edited(lambda page: page[8].__setitem__(2, "2.其他法律行政止公开"))
    assert figures(table) == expected()
    assert differences(table) == [
        ("renamed-row", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开")
    ]


def test_another_label_with_the_number_of_the_missing_row_is_that_row() -> None:
    table = edited(lambda page: page[7].__setitem__(2, "1.涉密"))
    assert figures(table) == expected()
    assert differences(table) == [("renamed-row", "1.属于国家秘密", "1.涉密")]


def test_swapped_columns_are_read_by_their_headings() -> None:
    def swap(page: list[list[str]]) -> None:
        for line in page:
            line[4], line[5] = line[5], line[4]

    table = edited(swap)
    assert figures(table) == expected()
    assert differences(table) == [("order", "商业企业、科研机构", "科研机构、商业企业")]


def test_swapped_headings_alone_swap_the_figures() -> None:
    def swap(page: list[list[str]]) -> None:
        page[2][4], page[2][5] = page[2][5], page[2][4]

    table = edited(swap)
    assert figures(table)["r1_new"] == ["1", "3", "2", "4", "5", "6", "7"]
    assert [kind for kind, *_ in differences(table)] == ["order"]


def test_swapped_rows_are_read_by_their_labels() -> None:
    def swap(page: list[list[str]]) -> None:
        page[3], page[4] = page[4], page[3]

    table = edited(swap)
    assert figures(table) == expected()
    assert [kind for kind, *_ in differences(table)] == ["order"]


def test_a_row_that_is_left_out_is_missing() -> None:
    table = edited(lambda page: page.pop(9))
    assert table.cells["r3_3_3", "total"].state.value == "absent"
    assert differences(table) == [("missing-row", "3.危及“三安全一稳定”", "")]


def test_a_column_that_is_left_out_is_missing() -> None:
    table = edited(lambda page: [line.pop(7) for line in page])
    assert differences(table) == [("missing-column", "法人或其他组织·法律服务机构", "")]
    assert figures(table)["r1_new"] == ["1", "2", "3", "4", None, "6", "7"]


def test_a_renamed_column_is_known_by_its_place() -> None:
    table = edited(lambda page: page[2].__setitem__(5, "院所"))
    assert figures(table) == expected()
    assert differences(table) == [("renamed-column", "科研机构", "院所")]


def test_rows_and_columns_of_ones_own_are_extra() -> None:
    def add(page: list[list[str]]) -> None:
        for at, line in enumerate(page):
            line.append("外国人" if at < 3 else "0")
        page.insert(-1, ["（八）主动撤回"] * 3 + ["4"] * 7 + ["0"])

    table = edited(add)
    assert figures(table) == expected()
    assert differences(table) == [
        ("extra-row", "", "（八）主动撤回"),
        ("extra-column", "", "外国人"),
    ]


@pytest.mark.parametrize("head", ["备注", "备  注", "填报说明", "计量单位"])
@pytest.mark.parametrize("said", ["", "/", "件", "含上年结转2件", "3"])
def test_a_column_that_tells_of_the_others_is_no_more_than_that(head: str, said: str) -> None:
    def add(page: list[list[str]]) -> None:
        for at, line in enumerate(page):
            line.append(head if at < 3 else said)

    table = edited(add)
    assert figures(table) == expected()
    assert differences(table) == [("remarks-column", "", head.replace(" ", ""))]


@pytest.mark.parametrize(
    ("head", "said"), [("责任科室", "办公室"), ("是否平衡", "√"), ("外国人", "")]
)
def test_nor_is_another_column_without_figures_more(head: str, said: str) -> None:
    def add(page: list[list[str]]) -> None:
        for at, line in enumerate(page):
            line.append(head if at < 3 else said)

    table = edited(add)
    assert figures(table) == expected()
    assert differences(table) == [("remarks-column", "", head)]


@pytest.mark.parametrize(
    "label", ["*1.属于国家秘密", "其中：1.属于国家秘密", "1.属于国家秘密："]
)
def test_what_stands_around_a_label_is_not_of_it(label: str) -> None:
    def write(page: list[list[str]]) -> None:
        line = next(line for line in page if "1.属于国家秘密" in line)
        line[2] = label

    table = edited(write)
    assert (figures(table), differences(table)) == (expected(), [])


@pytest.mark.parametrize("below", ["单位：件", "（单位：件）"])
def test_a_line_below_a_heading_does_not_take_its_unit(below: str) -> None:
    rows = lines(page(F21, "proactive-8", numbered(F21, "proactive-8")))
    table = fit(proactive=[grid([*rows[:2], [below, below], *rows[2:]])])["proactive-8"]
    assert differences(table) == []


@pytest.mark.parametrize("said", ["", "/", "含上年结转2件", "3"])
def test_a_row_of_remarks_is_no_row_of_the_table(said: str) -> None:
    table = edited(lambda page: page.append(["备注"] * 3 + [said] * 7))
    assert (figures(table), differences(table)) == (expected(), [])


@pytest.mark.parametrize("said", ["", "/", "含上年结转2件", "3"])
def test_nor_is_it_a_second_row_of_the_table_that_has_one(said: str) -> None:
    rows = lines(page(F21, "review-litigation", numbered(F21, "review-litigation")))
    table = fit(review=[grid([*rows, ["备注", *[said] * (len(rows[0]) - 1)]])])
    assert differences(table["review-litigation"]) == []


def test_words_behind_the_last_column_make_no_row_too_long() -> None:
    def add(page: list[list[str]]) -> None:
        for at, line in enumerate(page):
            line.append("含网上申请2件" if at == 5 else "")

    table = edited(add)
    assert (figures(table), differences(table)) == (expected(), [])


@pytest.mark.parametrize("label", ["小计", "合计", "（三）不予公开"])
def test_a_row_that_adds_up_a_group_is_a_subtotal(label: str) -> None:
    table = edited(
        lambda page: page.insert(
            15, ["三、本年度办理结果", "（三）不予公开", label, *["8"] * 7]
        )
    )
    assert figures(table) == expected()
    assert differences(table) == [("subtotal-row", "", label)]


def test_one_row_of_the_former_edition_stands_for_three() -> None:
    values = numbered(F19, "applications")
    table = read(page(F19, "applications", values))
    ((kind, due, label),) = differences(table)
    assert (table.form, kind, label) == (
        "form-2019",
        "edition-row",
        f"{F19.title}：（六）其他处理",
    )
    assert due.count("、") == 4
    assert due.endswith("、3.其他")
    assert figures(table) == expected(F19)


def test_rows_of_the_later_edition_are_of_another_edition() -> None:
    table = read(page(F21, "applications", numbered(F21, "applications")), F19)
    assert (table.form, [kind for kind, *_ in differences(table)]) == ("form-2021", ["edition"])
    assert figures(table) == expected()


def test_a_block_of_the_former_edition_is_read_as_such() -> None:
    tables = fit(proactive=[page(F19, name, numbered(F19, name)) for name in BLOCKS[:2]])
    for name in BLOCKS[:2]:
        table = tables[name]
        assert (table.form, figures(table)) == ("form-2019", expected(F19, name))
        assert [kind for kind, *_ in differences(table)] == ["edition"]


def test_a_block_without_headings_follows_the_edition_of_the_others() -> None:
    """Three figures a row: the former edition's columns, or one column and too many figures."""
    headless = grid(lines(page(F19, "proactive-6", numbered(F19, "proactive-6")))[2:])
    other = page(F19, "proactive-1", numbered(F19, "proactive-1"))
    beside, alone = fit(proactive=[other, headless]), fit(proactive=[headless])
    assert beside["proactive-6"].form == "form-2019"
    assert figures(beside["proactive-6"]) == expected(F19, "proactive-6")
    assert alone["proactive-6"].form == "form-2021"
    assert figures(alone["proactive-6"]) == {"penalty": [None], "coercion": [None]}


@pytest.mark.parametrize(("rows", "partial"), [(slice(3, 10), True), (slice(3, None), False)])
def test_rows_without_headings_are_a_part_of_a_table_unless_they_are_all(
    rows: slice, *, partial: bool
) -> None:
    """Of a part, no row is said to be missing."""
    table = read(grid(lines(page(F21, "applications", numbered(F21, "applications")))[rows]))
    missing = [kind for kind, *_ in differences(table) if kind == "missing-row"]
    assert (table.partial, bool(missing)) == (partial, not partial)


@pytest.mark.parametrize(
    ("heading", "cell", "value", "found"),
    [
        ("本年收费金额（单位：万元）", "7,730.28", "7730.28", []),
        ("本年收费金额（万元）", "7730.28", "7730.28", []),
        ("本年收费金额", "7730.28万元", "7730.28", []),
        ("本年收费金额（单位：元）", "25000", "2.5", [("unit", "万元", "元")]),
        ("本年收费金额", "3", "3", [("unit", "万元", "未注明")]),
    ],
)
def test_fees_are_in_ten_thousand_yuan(
    heading: str, cell: str, value: str, found: list[tuple[str, str, str]]
) -> None:
    table = fit(proactive=[grid([["信息内容", heading], ["行政事业性收费", cell]])])[
        "proactive-8"
    ]
    assert (figures(table), differences(table)) == ({"fees": [value]}, found)


def test_headings_that_say_nothing_leave_it_to_the_position() -> None:
    def rename(page: list[list[str]]) -> None:
        del page[:2]
        page[0][3:9] = [f"数据{number}" for number in range(1, 7)]

    table = edited(rename)
    assert figures(table) == expected()
    assert [kind for kind, *_ in differences(table)] == ["renamed-column"] * 6


def test_a_number_in_two_cells_leaves_its_row_unread() -> None:
    def split(page: list[list[str]]) -> None:
        for line in page[3:]:
            line.append("")
        page[3][3:] = ["14", "069", *page[3][4:10]]

    table = edited(split)
    states = {table.cells["r1_new", column].state.value for column in table.columns}
    assert (states, figures(table)["r1_new"]) == ({"text"}, [None] * 7)
    assert figures(table)["r2_carried_in"] == expected()["r2_carried_in"]


def test_a_blank_in_a_row_of_too_many_cells_is_no_blank_of_its_column() -> None:
    def shifted(page: list[list[str]]) -> None:
        for line in page[3:]:
            line.append("")
        page[3][3:] = ["14", "", *page[3][4:10]]

    table = edited(shifted)
    states = [table.cells["r1_new", column].state.value for column in table.columns]
    assert states == ["text", "absent", *["text"] * 5]


def test_words_where_a_figure_belongs_are_text() -> None:
    table = edited(lambda page: page[3].__setitem__(slice(3, 6), ["若干", "减3", "无"]))
    cells = [table.cells["r1_new", column] for column in table.columns]
    assert [cell.state.value for cell in cells] == ["text", "text", "mark"] + ["figure"] * 4
    assert [cell.written for cell in cells[:3]] == ["若干", "减3", "无"]


# ---------------------------------------------------------------- not there


def test_a_table_that_is_not_there_has_only_absent_cells() -> None:
    table = fit(applications=paragraphs("本年度未收到申请。"))["applications"]
    assert {cell.state.value for cell in table.cells.values()} == {"absent"}
    assert len(table.cells) == 175
    assert [kind for kind, *_ in differences(table)] == ["missing-table"]
    assert table.deviations[0].place.part == "applications"


def test_a_picture_stands_for_its_table() -> None:
    tables = fit(
        proactive=[Image(source="1.png", table="proactive-1")],
        applications=[Image(source="2.png", table="applications")],
        review=[Image(source="3.png")],
    )
    kinds = {name: [kind for kind, *_ in differences(table)] for name, table in tables.items()}
    assert kinds == {
        **{name: ["picture"] for name in BLOCKS},
        "applications": ["picture"],
        "review-litigation": ["missing-table"],
    }


def test_a_table_of_another_part_is_not_taken_for_one_of_the_form() -> None:
    own = grid([["类别", "件数"], ["行政许可", "12"], ["行政处罚", "3"]])
    tables = fit(overview=[own], proactive=paragraphs("见附件。"))
    assert tables["proactive-5"].value("license", "decisions") is None
