"""A table is one wherever a page ends in it: after any row, within heads, within a row."""

from collections.abc import Mapping

import pytest
from drawn_grids import DrawnGrid, between, cells_of, evenly
from knowledge import FORMS
from pdf_files import pages

from govcheck.document.form import FormTable
from govcheck.readers.from_pdf import page_of
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.understanding.printed_form import printed_table

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

SHEET = b"0 -400 595 1600"
LABELS: Mapping[str, list[float]] = {"applications": [54, 54, 126]}
"""How wide the columns of labels are."""
FORM_TABLES = [
    (edition, table)
    for edition in ("form-2019", "form-2021")
    for table in FORMS[edition].tables
]


def in_pages(*contents: bytes) -> list[RawGrid]:
    from govcheck.readers.pdf.file import read_folios  # noqa: PLC0415 - of the extra

    page = page_of(list(read_folios(pages(*contents, box=SHEET))))
    assert page.notes == ()
    return [block for block in page.blocks if isinstance(block, RawGrid)]


def drawn(form: FormTable, *, closed: bool, figures: bool = True) -> DrawnGrid:
    """Draw a form's table with other figures in every cell, or none."""
    numbers = iter(range(10**6))
    values = {
        row.id: {
            column.id: next(numbers) * 7 % 100 if figures else None for column in form.columns
        }
        for row in form.rows
    }
    grid = printed_table(form, values)
    part = "applications" if form.part == "applications" else ""
    labels = LABELS.get(part, [] if grid.width > 10 else [90])
    figure = 30.0 if grid.width > 5 else 110.0
    return DrawnGrid(grid=grid, across=evenly(grid, labels, figure), closed=closed)


@pytest.mark.parametrize(("edition", "table"), FORM_TABLES)
def test_a_page_may_end_after_any_row(edition: str, table: str) -> None:
    form = FORMS[edition].tables[table]
    kinds = [drawn(form, closed=closed) for closed in (True, False)]
    lone = int(kinds[0].grid.cells[0].width == kinds[0].grid.width)
    for place, cut in enumerate(between(kinds[0].down)[lone:]):  # a title alone is no table
        whole = kinds[place % 2]
        found = in_pages(*whole.pages(cut))
        assert [cells_of(one) for one in found] == [cells_of(whole.grid)], f"after row {place}"


@pytest.mark.parametrize(("edition", "table"), FORM_TABLES)
def test_a_page_may_end_within_any_row(edition: str, table: str) -> None:
    form = FORMS[edition].tables[table]
    kinds = [drawn(form, closed=closed) for closed in (False, True)]
    height = kinds[0].grid.height
    for row in range(0, height, 1 if height < 9 else 2):
        whole = kinds[row % 2]
        for cut in whole.cuts(row)[:1]:
            found = in_pages(*whole.pages(cut))
            assert [cells_of(one) for one in found] == [cells_of(whole.grid)], f"in row {row}"


@pytest.mark.parametrize("edition", ["form-2019", "form-2021"])
def test_a_merged_label_may_end_before_its_last_row(edition: str) -> None:
    """A browser ends it so much too early on the next page as no row had room for above."""
    whole = drawn(FORMS[edition].tables["applications"], closed=False)
    for place, cut in list(enumerate(between(whole.down)))[5::4]:
        above, below = whole.pages(cut)
        found = in_pages(above, below + whole.strips(cut, room=6.0 + place % 2 * 6))
        assert [cells_of(one) for one in found] == [cells_of(whole.grid)], f"after row {place}"


def test_blanks_below_heads_at_the_end_of_a_page_are_not_theirs() -> None:
    form = FORMS["form-2021"].tables["applications"]
    values = {
        row.id: {one.id: (None, 5)[at % 2] for at, one in enumerate(form.columns)}
        for row in form.rows
    }
    grid = printed_table(form, values)
    whole = DrawnGrid(grid=grid, across=evenly(grid, LABELS["applications"], 30.0))
    [found] = in_pages(*whole.pages(whole.down[3]))
    assert cells_of(found) == cells_of(grid)


def test_figures_above_and_below_the_end_of_a_page_are_never_one() -> None:
    """Not for certain: one may be torn with its row."""
    rows = [["行政许可", "12"], ["行政处罚决定数量", "1234"], ["行政强制", "5"]]
    cells = [
        RawCell(row=at, column=across, text=words)
        for at, row in enumerate(rows)
        for across, words in enumerate(row)
    ]
    grid = RawGrid(cells=tuple(cells), height=3, width=2)
    whole = DrawnGrid(grid=grid, across=(0.0, 66.0, 96.0), closed=False)
    [found] = in_pages(*whole.pages(whole.cuts(1)[0]))
    assert cells_of(found) == cells_of(grid)
    assert [cell.text for cell in found.cells if cell.unread] == ["1234"]


def test_a_table_goes_on_behind_a_page_of_which_nothing_is_left() -> None:
    """Its one row may be the rest of another."""
    from govcheck.readers.pdf.runs import runs_of  # noqa: PLC0415 - of the extra
    from govcheck.readers.pdf.tables import PrintedCell, PrintedTable  # noqa: PLC0415
    from govcheck.readers.pdf.unruled import UnreadArea  # noqa: PLC0415

    cell = PrintedCell(row=0, column=0, height=1, width=1, text="规章")
    table = PrintedTable(page=2, top=0.0, across=(0.0, 9.0), height=1, cells=(cell,))
    assert [*runs_of([[UnreadArea()], [table], [table]])][1:] == [table]


@pytest.mark.parametrize(
    ("above", "below", "rest"),
    [
        ("8.属于行政", "行政查询事项", "查询事项"),
        ("4.保护第", "第三方合法权益", "三方合法权益"),
        ("规章", "制定数量", "制定数量"),
        ("12", "2", "2"),
        ("2.", "2.重复申请", "2.重复申请"),
    ],
)
def test_a_line_that_is_printed_on_both_pages_counts_once(
    above: str, below: str, rest: str
) -> None:
    from govcheck.readers.pdf.seams import rest_of  # noqa: PLC0415 - of the extra
    from govcheck.readers.pdf.tables import PrintedCell  # noqa: PLC0415

    cells = [
        PrintedCell(row=0, column=0, height=1, width=1, text=words) for words in (above, below)
    ]
    assert rest_of(*cells) == rest
