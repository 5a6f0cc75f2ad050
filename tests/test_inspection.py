"""Who inspected a report and when: printed, and nothing is judged by it."""

import json
from datetime import date
from io import BytesIO

import pytest
from assessments import assessment, rulebook
from docx import Document as WordFile
from msgspec.structs import replace

from govcheck.judging.assessment import Inspection
from govcheck.reports import render

BOTH = Inspection(inspector="王检查", inspected_on=date(2026, 1, 5))


def written(form: str, inspection: Inspection | None) -> str:
    content = render(form, replace(assessment(), inspection=inspection), rulebook())
    if form != "docx":
        return content.decode()
    return "\n".join(one.text for one in WordFile(BytesIO(content)).paragraphs)


@pytest.mark.parametrize("form", ["html", "text", "markdown", "docx"])
def test_it_is_printed_where_it_was_said(form: str) -> None:
    words = written(form, BOTH)
    assert "王检查" in words
    assert "2026年1月5日" in words
    one = written(form, Inspection(inspector="王检查"))
    assert "王检查" in one
    assert "检查日期" not in one
    assert "检查人" not in written(form, None)


def test_the_letter_says_when_and_is_signed_before_its_annexes() -> None:
    lines = written("docx", BOTH).splitlines()
    end = lines.index("检查单位（盖章）")
    assert lines[end - 1 : end + 1] == ["检查人：王检查", "检查单位（盖章）"]
    assert end < lines.index("附件1")
    assert "于2026年1月5日" in "".join(lines[:end])
    assert "于＿＿＿＿年" in written("docx", None)


def test_the_page_has_it_where_the_signature_stands() -> None:
    page = written("html", BOTH)
    assert (
        page.index('class="signature"')
        < page.rindex("检查人：王检查")
        < page.index("</section>", page.index('class="signature"'))
    )


def test_json_carries_it_apart() -> None:
    alone, said = (json.loads(written("json", one)) for one in (None, BOTH))
    assert said["inspection"] == {"inspector": "王检查", "inspected_on": "2026-01-05"}
    assert alone["inspection"] is None
    assert {**said, "inspection": None} == alone
    day = json.loads(written("json", Inspection(inspected_on=date(2026, 1, 5))))
    assert day["inspection"] == {"inspector": None, "inspected_on": "2026-01-05"}


@pytest.mark.parametrize("form", ["html", "text", "markdown", "docx", "json"])
def test_a_hostile_name_is_shown_and_commands_nothing(form: str) -> None:
    words = written(form, Inspection(inspector="<b>王\x1b[2J\u202e`_\ud800"))
    assert "\x1b" not in words
    assert "<b>王" not in words or form not in {"html", "markdown"}
