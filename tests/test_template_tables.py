"""The tables of the empty report in Word: widths, one page, sums as fields, hints."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from word_files import by_libreoffice

from govcheck.checking import read
from govcheck.cli import main
from govcheck.commands.own_results import is_annotated_copy, is_result
from govcheck.document.case import Case
from govcheck.document.form import FormTable
from govcheck.drafting.template.table_formulas import table_formulas
from govcheck.drafting.template.table_layout import table_layout
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.readers.from_docx import read_docx
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.printed_form import printed_table

docx = pytest.importorskip("docx")
BOOK = load_rulebook()
FORMS = [BOOK.forms["form-2019"], BOOK.forms["form-2021"]]
TABLES = [table for form in FORMS for table in form.tables.values()]
_REFERENCE = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


def written(folder: Path, *options: str, year: int = 2025, name: str = "empty.docx") -> Path:
    path = folder / name
    given = ["template", "--year", str(year), "--agency", "云岭市水务局", *options]
    assert main([*given, "-o", str(path)]) == 0
    return path


def fields(content: bytes) -> list[tuple[str, str]]:
    """Return what each formula says and what it shows."""
    xml = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    return re.findall(
        r"<w:instrText[^>]*> (=[^<]*) </w:instrText>.*?<w:t[^>]*>([^<]*)</w:t>", xml, re.DOTALL
    )


def column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def referred(formula: str, drawn: Any) -> set[object]:  # noqa: ANN401
    """Return the cells of a drawn table that a formula names, counted as Word counts them."""
    rows = drawn._tbl.tr_lst  # noqa: SLF001
    found = set()
    for first, top, last, bottom in _REFERENCE.findall(formula):
        for row in range(int(top), int(bottom or top) + 1):
            cells = rows[row - 1].tc_lst
            found |= set(cells[column(first) : column(last or first) + 1])
    return found


def due_cells(table: FormTable, drawn: Any) -> dict[tuple[int, int], set[object]]:  # noqa: ANN401
    """Return the cells that the form adds up, by the place of their sum in the grid."""
    grid = printed_table(table, {})
    top, left = grid.height - len(table.rows), grid.width - len(table.columns)
    rows = {row.id: top + at for at, row in enumerate(table.rows)}
    columns = {one.id: left + at for at, one in enumerate(table.columns)}
    due = {}
    for one in reversed([one for one in table.sums if len(one.right) == 1]):
        entries = table.columns if one.along == "columns" else table.rows
        for line in one.lines or [entry.id for entry in entries]:
            spots = [one.cell(line, term) for term in one.left]
            cells = {drawn.cell(rows[row], columns[name])._tc for row, name in spots}  # noqa: SLF001
            row, name = one.cell(line, one.right[0])
            due[(rows[row], columns[name])] = cells
    return due


@pytest.mark.parametrize("year", [2020, 2025])
def test_every_sum_names_the_cells_that_the_form_adds_up(year: int, tmp_path: Path) -> None:
    file = docx.Document(written(tmp_path, year=year))
    form = FORMS[year > 2020]
    checked = 0
    for table, drawn in zip(form.tables.values(), file.tables, strict=True):
        due = due_cells(table, drawn)
        formulas = table_formulas(table, printed_table(table, {}))
        assert formulas.keys() == due.keys()
        assert all(referred(formulas[spot], drawn) == due[spot] for spot in due)
        checked += len(due)
    assert checked > 20


@pytest.mark.parametrize(("options", "result"), [((), "0"), (("--fill", "0"), "0")])
def test_sums_show_a_result(options: tuple[str, ...], result: str, tmp_path: Path) -> None:
    found = fields(written(tmp_path, *options).read_bytes())
    assert len(found) == 34
    assert {shown for _, shown in found} == {result}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_widths_fill_the_page_and_labels_get_what_figures_leave(table: FormTable) -> None:
    layout = table_layout(table, width=156)
    assert sum(layout.widths) == pytest.approx(156)
    assert min(layout.widths) >= 9
    labels, figures = layout.widths[: -len(table.columns)], layout.widths[-len(table.columns) :]
    if labels and len(table.columns) > 4:
        assert labels[-1] >= 4 * max(figures)


@pytest.mark.parametrize("year", [2020, 2025])
def test_the_long_table_stands_on_one_page(year: int, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    content = written(tmp_path, "--fill", "0", year=year).read_bytes()
    file = pdfium.PdfDocument(by_libreoffice(content, ".docx", "pdf", tmp_path))
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in file]
    (page,) = [
        one for one in pages if "三、收到和处理政府信息公开申请情况" in one and "自然人" in one
    ]
    assert "四、结转下年度继续办理" in page
    assert sum("信访举报投诉类申请" in one for one in pages) == 1


@pytest.mark.parametrize("name", ["empty.docx", "empty.html"])
def test_judging_it_again_says_what_is_still_to_be_filled(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name=name)
    document = read(path.read_bytes(), name=name, knowledge=BOOK.knowledge)
    found = assess(Case(document=document, draft=True), BOOK).findings
    failed = [one for one in found if one.outcome is Outcome.FAIL]
    left_over = {"publication/left-over-revisions"} if name.endswith("docx") else set()
    assert {one.rule for one in failed} == left_over | {
        "format/section-content",
        "decree-711/problems-and-improvements",
        "prose/placeholder",
        "format/cells-filled",
        "format/contact-details",
        "substance/quantified",
    }
    counts = [one.message for one in failed if one.rule == "prose/placeholder"]
    assert sum(int(re.findall(r"共 (\d+) 处", words)[0]) for words in counts) == 17
    cells = [
        re.findall(r"有 (\d+) 格", one.message) for one in failed if "格未填" in one.message
    ]
    sums = len(fields(path.read_bytes())) if name.endswith("docx") else 0
    every = sum(len(one.rows) * len(one.columns) for one in FORMS[1].tables.values())
    assert sum(int(number) for (number,) in cells) == every - sums


def test_zeros_are_filled_by_one_switch(tmp_path: Path) -> None:
    for name in ("zero.docx", "zero.html"):
        path = written(tmp_path, "--fill", "0", name=name)
        document = read(path.read_bytes(), name=name, knowledge=BOOK.knowledge)
        values = [
            cell.value for table in document.tables.values() for cell in table.cells.values()
        ]
        assert values
        assert set(values) == {0}


def test_hints_are_comments_and_no_text(tmp_path: Path) -> None:
    page = read_docx(written(tmp_path).read_bytes())
    hints = [trace.text for trace in page.traces]
    assert len(hints) == 13
    html = written(tmp_path, name="empty.html").read_text("utf-8")
    assert html.count("<!-- 提示：") == 13
    text = "".join(getattr(block, "text", "") for block in page.blocks)
    assert not [hint for hint in hints if hint in text]


def test_a_template_is_no_result_that_may_be_written_over(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert not is_result(path)
    assert not is_annotated_copy(path)
