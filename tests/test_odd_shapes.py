"""Tables in odd shapes are read, or open: what is there is never said to be missing."""

import pytest
from agreement import tables as tables_of
from odd_shapes import OTHER, READ, Tables, each, page_of, part_of, plain
from shaped_pages import BODIES, TOTAL, document_in, flawed, outcomes, plainly, said

from govcheck.document.report import Document
from govcheck.kinds.remark import Outcome

STRUCTURE = "format/applications-structure"


def assert_not_accused(document: Document, name: str) -> None:
    failed = {words for words, outcome in said(document).items() if outcome is Outcome.FAIL}
    assert not failed - said(plainly(name)).keys()


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("shape", READ.values(), ids=READ)
def test_its_figures_are_read(shape: Tables, name: str) -> None:
    document = document_in(page_of(BODIES[name], shape))
    assert tables_of(document) == tables_of(plainly(name))
    assert said(document) == said(plainly(name))
    assert (TOTAL, Outcome.FAIL) in outcomes(document_in(page_of(flawed(BODIES[name]), shape)))


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("shape", OTHER.values(), ids=OTHER)
def test_it_is_open_what_stands_in_another_form(shape: Tables, name: str) -> None:
    document = document_in(page_of(BODIES[name], shape))
    assert_not_accused(document, name)
    assert (STRUCTURE, Outcome.OPEN) in outcomes(document)
    assert any("形式未能识别" in message for _, message in said(document))
    assert (TOTAL, Outcome.OPEN) in outcomes(document_in(page_of(flawed(BODIES[name]), shape)))


@pytest.mark.parametrize(
    "text",
    [
        "本年度收到政府信息公开申请3件，均已答复。",
        "新收申请18件，其中自然人14件、商业企业3件；予以公开8件，部分公开3件，不予公开1件。",
        "自然人，商业企业，科研机构，社会公益组织，法律服务机构，其他，总计",
    ],
    ids=["a sentence", "figures in a sentence", "labels without figures"],
)
def test_a_table_is_missing_of_which_nothing_is_there(text: str) -> None:
    body = BODIES["market-2025"]
    document = document_in(page_of(body, lambda *_: f"<p>{text}</p>"))
    assert (STRUCTURE, Outcome.FAIL) in outcomes(document)


@pytest.mark.parametrize("name", BODIES)
def test_a_part_may_stand_in_a_row_beside_its_heading(name: str) -> None:
    body = BODIES[name]
    page = page_of(body, each(plain)).decode()
    for number in "一二三四五六":
        heading = part_of(body, number)
        begun = "<table>" if number == "一" else "</td></tr>"
        page = page.replace(heading, f"{begun}<tr><td>{heading}</td><td>")
    page = page.replace("</body>", "</td></tr></table></body>")
    document = document_in(page.encode())
    assert tables_of(document) == tables_of(plainly(name))
    assert said(document) == said(plainly(name))


@pytest.mark.parametrize("bar", ["<td>{}<td>▼", "<td>{}<td align=right><a href=#>更多</a>"])
@pytest.mark.parametrize("name", BODIES)
def test_a_heading_in_a_table_is_no_line_of_the_table_above(name: str, bar: str) -> None:
    body = BODIES[name]
    page = page_of(body, each(plain)).decode()
    for number in "二三四":
        heading = part_of(body, number)
        page = page.replace(heading, f"<table><tr>{bar.format(heading)}</table>")
    document = document_in(page.encode())
    assert tables_of(document) == tables_of(plainly(name))
    assert [part.id for part in document.parts] == [part.id for part in plainly(name).parts]
