"""JUnit, Markdown, the workbook and the letter: read back with other people's readers."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from assessments import assessment, finding, rulebook
from submitted import document, paragraph

from govcheck import reports
from govcheck.document.evidence import Evidence
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.reports import render

calamine = pytest.importorskip("python_calamine")
markdown_it = pytest.importorskip("markdown_it")

HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>\x07\u202e[甲](javascript:1)|`*_'


def hostile() -> Assessment:
    evidence = Evidence(quote=HOSTILE, expected=HOSTILE, actual=HOSTILE)
    return assessment(
        of=document([paragraph(HOSTILE, line=18)]), found=[finding("prose", HOSTILE, evidence)]
    )


def sheets(given: Assessment) -> dict[str, list[list[object]]]:
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(render("xlsx", given, rulebook())))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_junit_counts_its_cases() -> None:
    root = ET.fromstring(render("junit", assessment(), rulebook()))  # noqa: S314 - our own XML
    (suite,) = root
    assert suite.get("tests") == str(len(rulebook().rules))
    assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    waived = suite.find("testcase[@name='统计期限正确']/skipped")
    assert waived is not None
    assert "省级通知另有规定" in str(waived.get("message"))


def test_junit_survives_what_xml_cannot_hold() -> None:
    root = ET.fromstring(render("junit", hostile(), rulebook()))  # noqa: S314 - our own XML
    assert "‹U+0007›‹U+202E›" in "".join(root.itertext())


def test_markdown_shows_the_document_as_text() -> None:
    text = render("markdown", hostile(), rulebook()).decode()
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in html
    assert "<a " not in html
    assert "[甲](javascript:1)|`*_" in html


def test_workbook_holds_findings_tables_and_lost_points() -> None:
    book = sheets(assessment())
    assert list(book)[:3] == ["结论", "问题", "扣分"]
    assert len(book["问题"]) == 1 + len(assessment().findings)
    total = next(row for row in book["表 applications"] if row[0] == "（七）总计")
    assert total[1] == 15
    assert book["扣分"][-1][-1] == 84


def test_workbook_holds_no_formula() -> None:
    content = render("xlsx", hostile(), rulebook())
    with ZipFile(BytesIO(content)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert pages
    assert not any(b"<f>" in page or b"<hyperlink" in page for page in pages)
    assert str(sheets(hostile())["问题"][1][4]).startswith("=HYPERLINK")


@pytest.mark.parametrize("name", list(reports.FORMATS))
def test_same_input_gives_the_same_bytes(name: str) -> None:
    assert render(name, assessment(), rulebook()) == render(name, assessment(), rulebook())


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_archive_carries_no_clock(name: str) -> None:
    with ZipFile(BytesIO(render(name, assessment(), rulebook()))) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1


def test_missing_extra_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(reports, "import_module", absent)
    with pytest.raises(Unusable, match=r"pip install 'govcheck\[xlsx\]'"):
        render("xlsx", assessment(), rulebook())
