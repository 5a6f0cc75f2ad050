"""JUnit and Markdown: read back with other people's readers."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from assessments import assessment, rulebook
from findings_to_write import hostile, repeated

from govcheck import reports
from govcheck.errors import Unusable
from govcheck.reports import render

calamine = pytest.importorskip("python_calamine")
markdown_it = pytest.importorskip("markdown_it")


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


def test_junit_quotes_each_place_once_and_how_often() -> None:
    root = ET.fromstring(render("junit", repeated(), rulebook()))  # noqa: S314 - our own XML
    failure = root.find(".//failure")
    assert failure is not None
    assert (failure.text or "").splitlines()[1:3] == [
        "位置：第一部分“总体情况”：“＿＿”（3 处）",
        "位置：引言：“甲”",
    ]


def test_markdown_shows_the_document_as_text() -> None:
    text = render("markdown", hostile(), rulebook()).decode()
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in html
    assert "<a " not in html
    assert "[甲](javascript:1)|`*_" in html


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
    with pytest.raises(Unusable, match=r'pip install "govcheck\[xlsx\]"'):
        render("xlsx", assessment(), rulebook())
