"""Whatever numbers a table holds and however it is split and spaced, it is read back."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import FORMS
from printed_pages import differences, fit, grid, lines, printed

from govcheck.document.blocks import Grid
from govcheck.document.form import Form, FormTable, ValueType

Numbers = Mapping[str, Mapping[str, Decimal]]

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
PADDING = ("", " ", "\u3000", "\u00a0", "\n")
KINDS = (
    "{:f}".format,
    "{:,f}".format,
    lambda number: f"{number:f}".translate(FULL_WIDTH),
    lambda number: f"{number:,f}".replace(",", "，"),
)
SPACED = ("{}", " {}", "{}\u3000", "\u00a0{} ")


@st.composite
def values(draw: st.DrawFn, table: FormTable) -> Numbers:
    """Draw a number for every cell: counts, signed changes, money with decimals."""
    counts = st.integers(0, 10**9).map(Decimal)
    changes = st.integers(-500, 500).map(Decimal)
    money = st.decimals(0, 10**9, places=4)
    by_type = {ValueType.COUNT: counts, ValueType.CHANGE: changes, ValueType.MONEY: money}
    return {
        row.id: {column.id: draw(by_type[column.value_type]) for column in table.columns}
        for row in table.rows
    }


@st.composite
def layouts(draw: st.DrawFn, form: Form, table: FormTable, numbers: Numbers) -> list[Grid]:
    """Draw a way to print a table: numbers, spaces, merged or repeated labels, pieces."""
    written = {
        row: {
            column: draw(st.sampled_from(SPACED)).format(draw(st.sampled_from(KINDS))(number))
            for column, number in line.items()
        }
        for row, line in numbers.items()
    }
    whole = printed(form, table.id, written)
    if draw(st.booleans()):
        return [whole]
    texts = lines(whole)
    head = whole.height - len(table.rows)
    for line in texts[:head]:
        pad = draw(st.sampled_from(PADDING))
        line[:] = [text[:2] + pad + text[2:] for text in line]
    behind = draw(st.integers(0, 2))
    texts = [line + [""] * behind for line in texts]
    cut = draw(st.integers(head + 1, len(texts)))
    again = texts[:head] if draw(st.booleans()) else []
    return [grid(texts[:cut]), *([grid(again + texts[cut:])] if cut < len(texts) else [])]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_printed_table_is_read_back(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(list(FORMS.values())))
    table = data.draw(st.sampled_from(list(form.tables.values())))
    numbers = data.draw(values(table))
    grids = data.draw(layouts(form, table, numbers))
    found = fit(form, **{table.part.split("-")[0]: grids})[table.id]
    assert (found.form, differences(found)) == (form.id, [])
    assert {
        row: {column: found.value(row, column) for column in found.columns}
        for row in found.rows
    } == numbers


LABELS = [
    "自然人",
    "总计",
    "（三）不予公开",
    "1.属于国家秘密",
    "信息内容",
    "规章",
    "行政复议",
    "其他",
]
TEXTS = st.one_of(
    st.sampled_from(LABELS),
    st.sampled_from(["", "/", "12", "1,2", "若干"]),
    st.text(max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(
    grids=st.lists(
        st.integers(1, 6).flatmap(
            lambda width: st.lists(
                st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=8
            )
        ),
        max_size=3,
    ),
    form=st.sampled_from(list(FORMS.values())),
    part=st.sampled_from(["proactive", "applications", "review"]),
)
def test_whatever_a_grid_holds_every_cell_of_the_form_is_there(
    grids: list[list[list[str]]], form: Form, part: str
) -> None:
    for name, table in fit(form, **{part: map(grid, grids)}).items():
        expected = FORMS[table.form].tables[name]
        assert set(table.cells) == {
            (r.id, c.id) for r in expected.rows for c in expected.columns
        }
        for cell in table.cells.values():
            assert (cell.value is not None) == (cell.state.value == "figure")
