"""No id of the rule files' tables, rows, columns or parts stands in what people read."""

import io
import re
from functools import cache
from zipfile import ZipFile

import pytest
from knowledge import KNOWLEDGE

from govcheck.document.case import Case
from govcheck.document.source import Source
from govcheck.drafting.template.blank_report import blank_report
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.hints import Hints
from govcheck.understanding.understand import understand

BOOK = load_rulebook()
OLD = BOOK.forms["form-2019"]
IDS = {
    name
    for form in BOOK.forms.values()
    for table in form.tables.values()
    for name in (
        form.id,
        table.id,
        *(one.id for one in table.rows),
        *(one.id for one in table.columns),
        *(one.id for one in table.sums),
        table.part,
    )
    if re.search(r"[-_0-9]", name)
}
WORDS_OF_IDS = re.compile(r"(?<![\w./-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?![\w/-])")


@cache
def judged() -> Assessment:
    """Judge a report of 2022 in the form of 2019, without a figure: many cells are named."""
    page = blank_report(OLD, BOOK.vocabulary, year=2022, agency="云岭市教育局").page
    document = understand(
        page, source=Source(name="旧格式", format="html"), knowledge=KNOWLEDGE, hints=Hints()
    )
    return assess(Case(document=document), BOOK)


def spoken(content: bytes, name: str) -> str:
    """Return what a reader sees of a file: no mark-up, attributes, scripts or styles."""
    if name in {"xlsx", "docx"}:
        archive = ZipFile(io.BytesIO(content))
        text = "\n".join(
            archive.read(one).decode()
            for one in archive.namelist()
            if re.fullmatch(r"word/document\.xml|xl/(?:sharedStrings|worksheets/.*)\.xml", one)
        )
    else:
        text = content.decode()
    if name == "html":
        text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
    return re.sub(r"<[^>]*>", " ", text) if name in {"html", "xlsx", "docx"} else text


def test_messages_and_advice_hold_no_id() -> None:
    found = judged().findings
    assert any("第二十条第（九）项" in one.message for one in found)
    for one in found:
        for said in (one.message, one.remedy, one.hint, *(p.expected for p in one.evidence)):
            assert IDS.isdisjoint(WORDS_OF_IDS.findall(said or "")), (one.rule, said)


@pytest.mark.parametrize("name", ["html", "text", "markdown", "xlsx", "docx"])
def test_no_id_is_read_in_what_is_written(name: str) -> None:
    text = spoken(render(name, judged(), BOOK), name)
    assert "第二十条第（九）项" in text
    assert IDS.isdisjoint(WORDS_OF_IDS.findall(text))


def test_a_table_that_the_form_lacks_is_not_told_to_be_itself() -> None:
    (found,) = [
        one
        for one in judged().findings
        if one.rule == "format/proactive-structure" and "第（九）项" in one.message
    ]
    former = "《中华人民共和国政府信息公开工作年度报告格式（试行）》"
    assert f"沿用了{former}" in found.message
    assert "多出“第二十条第（九）项”表" in found.message
    assert all(
        one.expected is None or "第（九）项" not in one.expected for one in found.evidence
    )
