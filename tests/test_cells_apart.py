"""Tables whose cells stand apart are read as others are, or are said to be unread."""

import pytest
from bodies import correct_report
from judged_files import wrong
from pdf_files import line, pages, prose, text
from printed_words import LINES, ROWS, grids, paragraphs
from test_printed_shapes import FLAW, on_the_page, print_styled

from govcheck.kinds.remark import Outcome
from govcheck.readers.from_pdf import read_pdf
from govcheck.readers.raw import RawGrid

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

SUMS = {"format/applications-row-total", "format/applications-subtotal"}
"""All but the last are printed in a way that accused a correct report."""
STYLES = {
    "wide gaps": ("county-2020", "210mm 150mm;margin:5mm", "20px", ""),
    "a frame around": ("county-2020", "A5", "8px", "table{border:2px solid}"),
    "narrow cells": ("prefecture-2024", "A4", "20px", "td{word-break:break-all}"),
    "rows that touch": ("health-2020", "A5 landscape;margin:5mm", "8px 0", "td{padding:8px}"),
    "columns that touch": ("market-2025", "A4", "0 8px", ""),
    "the end of a page within a head": ("department-2019", "210mm 150mm", "4px 12px", ""),
    "a table beyond the page": ("county-2020", "A5;margin:25mm", "4px", "body{zoom:1.5}"),
    "low pages": ("department-2019", "210mm 120mm", "15px", "td{font-size:22px}"),
    "as browsers do": ("prefecture-2024", "A4 landscape", "2px", ""),
}  # fmt: skip
READ = ("wide gaps", "a frame around", "narrow cells", "as browsers do")


def styled(style: str) -> tuple[str, str]:
    name, size, gap, more = STYLES[style]
    table = f"table{{border-collapse:separate;border-spacing:{gap}}}"
    return name, f"@page{{size:{size}}}{table}td{{padding:0}}{more}"


@pytest.mark.parametrize("style", STYLES)
def test_no_correct_report_is_accused(style: str) -> None:
    name, css = styled(style)
    found = wrong(print_styled(correct_report(name), css), "report.pdf")
    accused = {rule for rule, outcome in found.items() if outcome is Outcome.FAIL}
    assert accused <= on_the_page(name).keys()


@pytest.mark.parametrize("style", STYLES)
def test_a_flaw_is_found_or_left_open(style: str) -> None:
    name, css = styled(style)
    flawed = correct_report(name).with_cell(*FLAW)
    found = wrong(print_styled(flawed, css), "report.pdf")
    said = {found[rule] for rule in SUMS if rule in found}
    assert (Outcome.FAIL in said) if style in READ else said


def box(left: float, top: float, right: float, bottom: float, sides: str = "tlrb") -> bytes:
    lines = {
        "t": line(left, top, right, top),
        "b": line(left, bottom, right, bottom),
        "l": line(left, top, left, bottom),
        "r": line(right, top, right, bottom),
    }
    return b"".join(lines[side] for side in sides)


def spaced(top: float, rows: list[list[str]], *, gap: float = 10, wide: float = 110) -> bytes:
    """Print a table of cells that stand apart."""
    return b"".join(
        box(left, down, left + wide, down + 20) + text(left + 4, down + 15, words)
        for at, row in enumerate(rows)
        for number, words in enumerate(row)
        for left, down in [(72 + (wide + gap) * number, top + (20 + gap) * at)]
    )


@pytest.mark.parametrize("gap", [2, 5, 15, 30])
def test_cells_that_stand_apart_make_a_table(gap: float) -> None:
    assert grids(read_pdf(pages(prose(*LINES) + spaced(160, ROWS, gap=gap)))) == [ROWS]


def test_tables_one_above_the_other_are_two() -> None:
    other = [["信息内容", "处理决定"], ["行政许可", "7"]]
    content = prose(*LINES) + spaced(160, ROWS, gap=5) + spaced(245, other, gap=5)
    assert grids(read_pdf(pages(content))) == [ROWS, other]


def test_framed_words_beside_others_are_text() -> None:
    framed = b"".join(box(left, 160, left + 32, 176) for left in (116, 160))
    words = text(72, 172, "其中：") + text(120, 172, "政策") + text(164, 172, "解读")
    page = read_pdf(pages(prose(*LINES) + framed + words + text(210, 172, "共十六件。")))
    assert grids(page) == []
    assert "政策" in "".join(paragraphs(page))


def test_a_table_in_which_a_cell_is_missing_is_unread() -> None:
    cells = spaced(160, [ROWS[0]]) + spaced(190, [ROWS[1][:1]]) + spaced(220, [ROWS[2]])
    page = read_pdf(pages(prose(*LINES) + cells + text(206, 205, "0")))
    assert grids(page) == []
    assert page.notes == ("第1页有表格框线不完整，未能识别",)


def test_a_cell_goes_on_over_the_end_of_a_page() -> None:
    """The rest of the merged cell ends before the row that it belongs to."""
    first = box(72, 700, 182, 842, "tlr") + text(76, 715, "规章")
    rows = b"".join(
        box(192, top, 302, bottom) + text(196, top + 15, words)
        for top, bottom, words in ((700, 760, "3"), (770, 830, "4"))
    )
    rest = box(72, 0, 182, 40, "lrb") + box(192, 6, 302, 60) + text(196, 21, "5")
    last = spaced(70, [ROWS[2]]) + prose(*LINES, top=400)
    (read,) = [
        block
        for block in read_pdf(pages(prose(*LINES) + first + rows, rest + last)).blocks
        if isinstance(block, RawGrid)
    ]
    said = [(cell.row, cell.column, cell.height, cell.text) for cell in read.cells]
    assert said == [
        (0, 0, 3, "规章"),
        (0, 1, 1, "3"),
        (1, 1, 1, "4"),
        (2, 1, 1, "5"),
        (3, 0, 1, ROWS[2][0]),
        (3, 1, 1, ROWS[2][1]),
    ]
