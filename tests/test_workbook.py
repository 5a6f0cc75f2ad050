"""The workbook, read back: for those who sort, filter and print."""

import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from assessments import assessment, finding, rulebook
from findings_to_write import hostile, repeated
from submitted import cell

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment
from govcheck.reports import render
from govcheck.sums.term import Term

calamine = pytest.importorskip("python_calamine")
xlsxwriter = pytest.importorskip("xlsxwriter")
from govcheck.reports.workbook_sheet import (  # noqa: E402 - needs xlsxwriter
    Sheet,
    SheetBook,
    SheetValue,
)


def sheets(given: Assessment) -> dict[str, list[list[object]]]:
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(render("xlsx", given, rulebook())))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_workbook_holds_findings_tables_and_lost_points() -> None:
    book = sheets(assessment())
    assert list(book)[:3] == ["结论", "问题", "扣分"]
    assert len(book["问题"]) == 1 + len(assessment().findings)
    total = next(row for row in book["表三"] if row[0] == "（七）总计")
    assert total[1] == 15
    assert book["扣分"][-1][-1] == 84


def test_workbook_holds_no_formula() -> None:
    content = render("xlsx", hostile(), rulebook())
    with ZipFile(BytesIO(content)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert pages
    assert not any(b"<f>" in page or b"<hyperlink" in page for page in pages)
    assert str(sheets(hostile())["问题"][1][4]).startswith("=HYPERLINK")


def test_workbook_quotes_each_place_once_and_corrects_only_what_is_wrong() -> None:
    head, failure, doubt = sheets(repeated())["问题"]
    place, remedy = head.index("位置和原文"), head.index("整改")
    assert failure[place] == "第一部分“总体情况”：“＿＿”（3 处）\n引言：“甲”"
    assert failure[remedy]
    assert not doubt[remedy]


def test_workbook_names_its_sheets_in_chinese() -> None:
    names = list(sheets(assessment()))
    assert "表三" in names
    assert [name for name in names if re.search("[A-Za-z]", name)] == []


def written(title: str, *names: str, rows: Sequence[Sequence[SheetValue]] = ()) -> BytesIO:
    """Return a workbook of sheets with these names, all with the same rows."""
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer)
    book = SheetBook(workbook, title)
    for name in names:
        book.add(Sheet(name=name, columns=(("一", 9),), rows=rows))
    workbook.close()
    buffer.seek(0)
    return buffer


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "=1+1"),
        ("https://x/", "https://x/"),
        ("007", "007"),
        ("甲\x07\u202e乙\n丙", "甲‹U+0007›‹U+202E›乙\n丙"),
        ("长" * 40_000, "长" * 32_000),
        (10**15 - 1, 10**15 - 1),
        (10**15, "1000000000000000"),
        (Decimal(-(10**15)), "-1000000000000000"),
    ],
)
def test_cells_hold_what_is_written_as_far_as_excel_can(
    value: SheetValue, shown: object
) -> None:
    book = written("标题", "一", rows=[[value]])
    cells = calamine.CalamineWorkbook.from_filelike(book).get_sheet_by_index(0).to_python()
    assert cells[1] == [shown]
    with ZipFile(book) as archive:
        page = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in page
    assert b"<hyperlink" not in page


def test_pages_bear_a_title_that_excel_takes() -> None:
    with ZipFile(written("甲&D\x07" * 99, "一")) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    head = re.findall(r"<oddHeader>(.*)</oddHeader>", page)
    assert [len(one) < 255 for one in head] == [True]
    assert head[0].startswith("&amp;L&amp;9甲&amp;&amp;D‹U+0007›甲")


def test_sheets_get_names_that_excel_takes() -> None:
    asked = ("a/b[c]:*?", "A'B", "", "同" * 40, "同" * 40, "'", "\x07\u202e")
    book = written("标题&", *asked, rows=[["二"]])
    names = calamine.CalamineWorkbook.from_filelike(book).sheet_names
    assert len({name.casefold() for name in names}) == 7
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\\u202e") for name in names)


def test_every_sheet_prints_on_a4_with_its_head_on_each_page() -> None:
    with ZipFile(BytesIO(render("xlsx", assessment(), rulebook()))) as archive:
        pages = [
            archive.read(name).decode() for name in archive.namelist() if "sheets/" in name
        ]
        names = archive.read("xl/workbook.xml").decode()
    assert len(pages) == names.count("_xlnm.Print_Titles") == names.count("_xlnm.Print_Area")
    for page in pages:
        assert 'paperSize="9"' in page
        assert 'fitToHeight="0"' in page
        assert 'state="frozen"' in page
        assert "第 &amp;P 页" in page
    assert sum("<autoFilter" in page for page in pages) == len(pages) - 2


def test_columns_for_programs_are_not_printed() -> None:
    with ZipFile(BytesIO(render("xlsx", assessment(), rulebook()))) as archive:
        names = archive.read("xl/workbook.xml").decode()
    head = sheets(assessment())["问题"][0]
    (last,) = re.findall(r"'?问题'?!\$A\$1:\$([A-Z])\$", names.replace("_FilterDatabase", ""))[
        -1:
    ]
    assert head[ord(last) - ord("A")] == "处理"


def test_workbook_marks_the_cell_that_is_wrong_and_not_its_terms() -> None:
    evidence = (
        Evidence(quote="15", place=cell("r3_7_total", "natural")),
        Evidence(quote="9", place=cell("r3_1", "natural")),
    )
    term = Term(table="applications", row="r3_1", column="natural", sign=1, value=Decimal(9))
    given = assessment(found=[finding("subtotal", "不等。", *evidence, terms=(term,))])
    with ZipFile(BytesIO(render("xlsx", given, rulebook()))) as archive:
        page = archive.read("xl/worksheets/sheet4.xml").decode()
    styles = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', page))
    labels = [str(line[0]) for line in sheets(given)["表三"]]
    wrong = f"B{1 + labels.index('（七）总计')}"
    assert [one for one, style in styles.items() if style == styles[wrong]] == [wrong]
