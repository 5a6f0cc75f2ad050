"""Objects, seals and unread cells in a Word draft: named in their place, and no excuse."""

import pytest
from agreement import RULEBOOK
from bodies import Page, correct_report
from word_constructs import RUN, TABLE, each, in_looks, in_objects, run, within_tables
from word_files import body_by_hand, word_file

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.readers.from_html import read_html

BODY = body_by_hand(read_html(Page().of(correct_report("culture-2022")).decode()))
*FIRST, SECOND, THIRD = TABLE.findall(BODY)
"""The statutory tables of the three parts that have some."""
SIGNED = (
    BODY
    + "<w:p><w:r><w:t>云岭市文化和旅游局</w:t></w:r>{}</w:p>"
    + ("<w:p><w:r><w:t>2023年1月12日</w:t></w:r></w:p>")
)
ANCHOR = (
    '<w:r><w:drawing><wp:{0}><wp:extent cx="{1}" cy="{2}"/><a:graphic><a:graphicData>'
    '<a:blip r:embed="p"/></a:graphicData></a:graphic></wp:{0}></w:drawing></w:r>'
)
SHAPE = (
    '<w:r><w:pict><v:shape style="position:absolute;width:{0}pt;height:{1}pt">'
    '<v:imagedata r:id="p"/></v:shape></w:pict></w:r>'
)
SEAL = ANCHOR.format("anchor", 1620000, 1620000)


def document_in(content: bytes) -> Document:
    return read(content, name="报告.docx", knowledge=RULEBOOK.knowledge)


def assessed(content: bytes) -> Assessment:
    return assess(Case(document=document_in(content), draft=True), RULEBOOK)


def outcomes(content: bytes) -> dict[str, Outcome]:
    return {one.rule: one.outcome for one in assessed(content).findings}


@pytest.mark.parametrize("name", in_objects.SHOWN)
def test_an_object_is_named_in_its_place(name: str) -> None:
    content = in_objects.with_object(BODY.replace(SECOND, in_objects.SHOWN[name]))
    found = assessed(content)
    said = {one.rule: (one.outcome, one.message) for one in found.findings}
    assert name in "".join(document_in(content).notes)
    assert said["format/applications-structure"][0] is Outcome.OPEN
    assert "嵌入对象" in said["format/applications-structure"][1]
    assert any(name in item.look_at for item in found.open)


@pytest.mark.parametrize("name", in_objects.SHOWN)
def test_an_object_beside_a_table_is_told_and_opens_nothing(name: str) -> None:
    content = in_objects.with_object(BODY.replace(SECOND, SECOND + in_objects.SHOWN[name]))
    assert name in "".join(document_in(content).notes)
    assert outcomes(content) == outcomes(word_file(BODY))


def test_the_words_of_a_drawing_are_read() -> None:
    words = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r>'
        "<a:t>全年新收政府信息公开申请</a:t></a:r><a:r><a:t>9999件。</a:t></a:r></a:p>"
        "</dgm:dataModel>"
    )
    shown = in_objects.SHOWN["SmartArt 图形"].replace("gone", "d")
    heading = BODY.index("<w:p>", BODY.index("一、总体情况"))
    content = in_objects.with_object(
        BODY[:heading] + shown + BODY[heading:],
        parts={"word/diagrams/data1.xml": words.encode()},
    )
    assert not document_in(content).notes
    assert outcomes(content)["consistency/applications-narrative"] is Outcome.FAIL


@pytest.mark.parametrize("tables", [FIRST, [SECOND], [THIRD]])
@pytest.mark.parametrize("seal", ["", SEAL, SHAPE.format(120, 121)])
def test_a_seal_is_no_table(tables: list[str], seal: str) -> None:
    body = SIGNED.format(seal)
    for table in tables:
        body = body.replace(table, "")
    content = in_objects.with_object(body)
    failed = {rule for rule, outcome in outcomes(content).items() if outcome is Outcome.FAIL}
    assert failed & {
        "decree-711/proactive-disclosure",
        "decree-711/applications",
        "decree-711/review-and-litigation",
    }


@pytest.mark.parametrize(
    "picture",
    [
        ANCHOR.format("inline", 1620000, 1620000),
        ANCHOR.format("anchor", 5040000, 5040000),
        ANCHOR.format("anchor", 1620000, 324000),
        SHAPE.format(400, 300),
    ],
)
def test_another_picture_may_be_what_is_missing(picture: str) -> None:
    content = in_objects.with_object(SIGNED.format(picture).replace(SECOND, ""))
    assert outcomes(content)["decree-711/applications"] is Outcome.OPEN


def test_a_seal_in_the_place_of_a_table_may_be_it() -> None:
    content = in_objects.with_object(BODY.replace(SECOND, f"<w:p>{SEAL}</w:p>"))
    assert outcomes(content)["format/applications-structure"] is Outcome.OPEN


@pytest.mark.parametrize("name", in_looks.OPEN)
def test_a_cell_that_was_not_read_is_named(name: str) -> None:
    table = in_looks.OPEN[name]
    said = assessed(table(BODY)).findings
    named = [one.message for one in said if one.rule == "format/cells-valid"]
    assert any("未能可靠读取" in one for one in named)


def test_the_rest_of_a_table_is_judged_beside_a_cell_that_was_not_read() -> None:
    unknown = '<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>'
    figures = RUN.findall(SECOND)
    first = next(at for at, text in enumerate(figures) if text.isdecimal() and text != "0")
    runs = list(RUN.finditer(SECOND))
    last = runs[-1]
    changed = SECOND[: last.start()] + run("9999") + SECOND[last.end() :]
    cell = runs[first]
    changed = changed[: cell.start()] + unknown + cell[0] + changed[cell.end() :]
    found = assessed(word_file(BODY.replace(SECOND, changed))).findings
    failed = {one.rule for one in found if one.outcome is Outcome.FAIL}
    assert failed == {"format/applications-balance", "format/applications-row-total"}


def test_without_its_table_a_part_that_was_read_is_accused() -> None:
    struck = within_tables(each(RUN, run("13", "<w:strike/>") + "@"))
    for table, rule in (
        (SECOND, "decree-711/applications"),
        (THIRD, "decree-711/review-and-litigation"),
    ):
        content = word_file(struck(BODY).replace(struck(table), ""))
        assert outcomes(content)[rule] is Outcome.FAIL
