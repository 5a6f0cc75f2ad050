"""Tables typed into plain text are read exactly or reported unread; no figure is shifted."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import FORMS
from pages import read_page
from text_tables import SEPARATORS, Ends, Merged, TextLayout, text_table

from govcheck.document.form import Form, FormTable, ValueType
from govcheck.document.naming import is_unread
from govcheck.document.report import Document
from govcheck.document.table import CellState, Table
from govcheck.readers.from_text import read_text
from govcheck.understanding.printed_form import printed_table

Values = Mapping[str, Mapping[str, Decimal | None]]
PIPES = SEPARATORS["pipes around"]
F21 = FORMS["form-2021"]


def report(form: Form, tables: Mapping[str, Sequence[str]]) -> Document:
    """Read a text report whose parts hold these lines, by the id of their table."""
    year = form.last_year or form.first_year
    lines = [
        f"云岭市教育局{year}年政府信息公开工作年度报告",
        "根据《中华人民共和国政府信息公开条例》，由云岭市教育局编制本报告。",
    ]
    for part, ordinal in zip(form.parts, "一二三四五六", strict=True):
        lines += [f"{ordinal}、{part.title}", "本部分情况如下。"]
        for table in form.tables.values():
            if table.part == part.id:
                lines += ["", *tables.get(table.id, ()), ""]
    return read_page(read_text("\n".join(lines)))


def one_table(table: FormTable, lines: Sequence[str], form: Form = F21) -> Table:
    found = report(form, {table.id: lines}).table(table.id)
    assert found is not None
    return found


def misread(table: Table, values: Values) -> list[tuple[str, str, str]]:
    """Return the cells in which another figure is read than was printed."""
    return [
        (row, column, str(read))
        for row, line in values.items()
        for column, value in line.items()
        if (read := table.value(row, column)) is not None and read != value
    ]


def unread(table: Table, values: Values) -> list[tuple[str, str]]:
    return [
        (row, column)
        for row, line in values.items()
        for column, value in line.items()
        if value is not None and table.value(row, column) is None
    ]


def numbered(table: FormTable) -> Values:
    """Give every cell a figure of its own."""
    width = len(table.columns)
    return {
        row.id: {c.id: Decimal(at * width + n + 1) for n, c in enumerate(table.columns)}
        for at, row in enumerate(table.rows)
    }


@pytest.mark.parametrize(
    "separate",
    [" | ".join, "  ".join, "\t".join, "│".join, lambda cells: '"' + '","'.join(cells) + '"'],
)
def test_a_comma_between_thousands_parts_no_cells(
    separate: Callable[[Sequence[str]], str],
) -> None:
    table = F21.tables["proactive-1"]
    figures = ("1,000", "23,400", "1,234,567")[: len(table.columns)]
    lines = [separate([table.corner, *(column.label for column in table.columns)])]
    lines += [separate([row.label, *figures]) for row in table.rows]
    read = one_table(table, [table.title, *lines])
    right = [Decimal(figure.replace(",", "")) for figure in figures]
    for row in table.rows:
        assert [read.value(row.id, column.id) for column in table.columns] == right


SHAPES = list(product(Merged, Merged, (None, 0, 1)))
RULES = (None, 1, 3)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_whatever_became_of_merged_cells_every_figure_is_read(
    separator: str, form: Form
) -> None:
    values = {name: numbered(table) for name, table in form.tables.items()}
    printed = {name: printed_table(table, values[name]) for name, table in form.tables.items()}
    rules = RULES[:1] if separator == "tabs" else RULES
    for (across, down, heads), rule in product(SHAPES, rules):
        layout = TextLayout(
            separate=SEPARATORS[separator], across=across, down=down, heads=heads, rule=rule
        )
        document = report(
            form, {name: text_table(table, layout) for name, table in printed.items()}
        )
        for name, table in document.tables.items():
            assert (misread(table, values[name]), unread(table, values[name])) == ([], [])
            assert table.form == form.id
            assert not table.deviations, layout


@st.composite
def figures(draw: st.DrawFn, table: FormTable) -> Values:
    """Draw a figure for every cell, and leave some blank."""
    width = len(table.columns)
    count = len(table.rows) * width
    money = {n for n, c in enumerate(table.columns) if c.value_type is ValueType.MONEY}
    numbers = draw(st.lists(st.integers(0, 12000), min_size=count, max_size=count))
    blank = draw(st.sets(st.integers(0, count - 1), max_size=6))
    flat = [
        None if at in blank else Decimal(number) / (100 if at % width in money else 1)
        for at, number in enumerate(numbers)
    ]
    return {
        row.id: {c.id: flat[at * width + n] for n, c in enumerate(table.columns)}
        for at, row in enumerate(table.rows)
    }


FIGURES = (str, lambda text: f"{Decimal(text):,f}", lambda text: f" **{text}** ")
LABELS = (
    str,
    lambda label: f"{label[:3]}<br>{label[3:]}",
    lambda label: label.replace("、", " \\| "),
    lambda label: f"**{label}**",
)


@st.composite
def layouts(draw: st.DrawFn) -> TextLayout:
    separator = draw(st.sampled_from([*SEPARATORS]))
    around = separator in {"pipes around", "pipes around, close", "full-width pipes"}
    write, label = draw(st.sampled_from(FIGURES)), draw(st.sampled_from(LABELS))
    wrapped = draw(st.none() | st.integers(20, 80)) if around and label is str else None
    return TextLayout(
        separate=SEPARATORS[separator],
        across=draw(st.sampled_from(Merged)),
        down=draw(st.sampled_from(Merged)),
        rule=draw(st.sampled_from([None, 1, 2, 3])),
        heads=draw(st.sampled_from([None, 0, 1, 2])),
        label_levels=draw(st.sampled_from([None, 1, 2])),
        ends=draw(st.sampled_from(Ends)),
        wrapped=wrapped,
        figure=lambda text: write(text) if text else "",
        label=lambda text: label(text) if text else "",
    )


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_typed_table_is_read_exactly_or_reported_unread(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(list(FORMS.values())))
    table = data.draw(st.sampled_from(list(form.tables.values())))
    values = data.draw(figures(table))
    lines = text_table(printed_table(table, values), data.draw(layouts()))
    read = one_table(table, lines, form)
    assert misread(read, values) == [], "\n".join(lines)
    for cell in unread(read, values):
        state = read.cells[cell].state
        told = state in {CellState.TEXT, CellState.UNREAD}
        told = told or (read.partial and state is CellState.ABSENT)
        told = told or is_unread(read)
        assert told, (cell, state, read.partial, "\n".join(lines))


def test_rows_torn_by_the_end_of_the_line_show_no_other_edition() -> None:
    table = F21.tables["applications"]
    values = numbered(table)
    layout = TextLayout(
        separate=PIPES,
        across=Merged.BLANK,
        down=Merged.REPEATED,
        heads=None,
        label_levels=None,
        rule=None,
        ends=Ends.SWALLOWED,
        wrapped=64,
    )
    read = one_table(table, text_table(printed_table(table, values), layout))
    assert misread(read, values) == []
    assert read.form == F21.id
    assert not read.deviations


NARROW = 26
"""At fewer characters labels are torn in so many pieces that some are not known again."""


@pytest.mark.parametrize("width", range(20, 40))
def test_a_break_beside_a_sign_tears_no_row_in_two(width: int) -> None:
    table = F21.tables["applications"]
    count = len(table.columns)
    noughts: Values = {
        row.id: {c.id: Decimal((at * count + n) % 10) for n, c in enumerate(table.columns)}
        if at % 3 == 0
        else {c.id: Decimal(0) for c in table.columns}
        for at, row in enumerate(table.rows)
    }
    layout = TextLayout(separate=PIPES, heads=1, wrapped=width)
    read = one_table(table, text_table(printed_table(table, noughts), layout))
    assert misread(read, noughts) == []
    assert width < NARROW or unread(read, noughts) == []


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000"])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_table_parted_by_spaces_shifts_no_figure(gap: str, form: Form) -> None:
    values = {name: numbered(table) for name, table in form.tables.items()}
    for across, down, heads, levels in product(Merged, Merged, (None, 0, 1), (None, 1, 2)):
        layout = TextLayout(
            separate=gap.join,
            across=across,
            down=down,
            heads=heads,
            label_levels=levels,
            rule=None,
        )
        document = report(
            form,
            {
                name: text_table(printed_table(table, values[name]), layout)
                for name, table in form.tables.items()
            },
        )
        for name, table in document.tables.items():
            assert misread(table, values[name]) == [], layout


@pytest.mark.parametrize("sign", ["/", "-", "—", "无"])
def test_signs_in_lines_of_their_own_are_cells_and_no_part_of_the_label(sign: str) -> None:
    heads = ["信息内容 |", "本年制发件数 |", "本年废止件数 |", "现行有效件数 |"]
    rows = ["规章 |", *[f"{sign} |"] * 3, "行政规范性文件 |", "3 |", "1 |", "12 |"]
    table = one_table(F21.tables["proactive-1"], ["第二十条第（一）项 |", *heads, *rows])
    signs = {
        column: table.cells["rules", column] for column in ("issued", "repealed", "in_force")
    }
    assert {cell.state for cell in signs.values()} == {CellState.MARK}
    assert {cell.written for cell in signs.values()} == {sign}
    assert table.value("normative_docs", "in_force") == 12


def test_a_group_named_over_its_columns_is_not_another() -> None:
    """A line that the wrapping left behind stands above the table and names a group."""
    table = F21.tables["review-litigation"]
    values = numbered(table)
    layout = TextLayout(
        separate=lambda cells: f"|{'|'.join(cells)}|",
        rule=2,
        ends=Ends.TRIMMED,
        wrapped=71,
    )
    lines = text_table(printed_table(table, values), layout)
    assert lines[1] == "行政诉讼|"
    assert misread(one_table(table, lines), values) == []


@pytest.mark.parametrize("edition", ["form-2019", "form-2021"])
def test_labels_may_all_stand_in_the_line_over_the_figures(edition: str) -> None:
    """Of groups whose heads were merged only the first cells have a name, at any place."""
    form = FORMS[edition]
    table = form.tables["review-litigation"]
    tab = "\t"
    labels = tab.join(column.label for column in table.columns)
    values = tab.join(map(str, range(len(table.columns))))
    groups = ["未经复议直接起诉", "复议后起诉"]
    for gap, swapped in product((5, 6), (False, True)):
        left, right = groups[::-1] if swapped else groups
        below = tab * 5 + left + tab * gap + right
        lines = [f"行政复议{tab * 5}行政诉讼", below, labels, values]
        read = one_table(table, lines, form)
        assert is_unread(read) is swapped
        if not swapped:
            assert [read.value("count", column.id) for column in table.columns] == [*range(15)]


@pytest.mark.parametrize("said", ["", "本表数据截至2025年12月31日"])
@pytest.mark.parametrize("across", Merged)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_row_that_begins_with_an_empty_cell_is_not_torn(
    form: Form, across: Merged, said: str
) -> None:
    """Without signs around, it looks like one that goes on, up to a row that ends in a sign."""
    layout = TextLayout(separate=" | ".join, across=across, down=Merged.BLANK, rule=None)
    values = {name: numbered(table) for name, table in form.tables.items()}
    lines = {
        name: [*text_table(printed_table(table, values[name]), layout), f"备注 | {said} | "]
        for name, table in form.tables.items()
    }
    for name, table in report(form, lines).tables.items():
        assert misread(table, values[name]) == []
        assert CellState.TEXT not in {cell.state for cell in table.cells.values()}
