"""What is noted in a draft, and at which of a finding's places."""

import pytest
from assessments import assessment, finding, rulebook
from msgspec.structs import replace
from submitted import cell, document

from govcheck.document.blocks import Block, Grid, Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.drafting.annotation.notes import Note, notes
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome


def notes_of(*found: Finding) -> list[Note]:
    plain = document()
    body = tuple(anchored(block, index) for index, block in enumerate(plain.body))
    return [*notes(assessment(of=replace(plain, body=body), found=found), rulebook())]


def anchored(block: Block, index: int) -> Block:
    """Give a block the keys that the reader of a Word file gives."""
    if not isinstance(block, Grid):
        return replace(block, anchor=index) if isinstance(block, Paragraph) else block
    first = 1000 * index
    cells = tuple(replace(one, anchor=first + at) for at, one in enumerate(block.cells))
    return replace(block, cells=cells)


def at(start: int, quote: str, expected: str | None = None) -> Evidence:
    place = Place(part="overview", block=3, start=start, end=start + len(quote))
    return Evidence(quote=quote, place=place, expected=expected)


@pytest.mark.parametrize(
    ("evidence", "places"),
    [
        ((at(0, "14件", "13件"), at(5, "13")), 1),
        ((at(0, "布署", "部署"), at(5, "布署", "部署")), 2),
        ((at(0, "＿＿"), at(5, "＿＿"), at(9, "＿＿")), 3),
        ((at(0, "办结95件"), at(5, "结转6件")), 1),
        ((at(0, "甲", "乙"), at(0, "甲", "乙")), 1),
    ],
)
def test_a_note_stands_where_something_must_be_changed(
    evidence: tuple[Evidence, ...], places: int
) -> None:
    first, *others = notes_of(finding("prose", "有误。", *evidence))
    assert [line.partition("：")[0] for line in first.lines[1:]] == ["依据", "整改"]
    assert len(others) == places - 1
    assert all("前一条批注" in other.lines[-1] for other in others)


def test_a_cell_is_noted_but_not_those_that_it_was_reckoned_from() -> None:
    cells = (cell("r3_7_total", "natural"), cell("r3_1", "natural"), cell("r3_2", "natural"))
    evidence = [Evidence(quote="0", place=place) for place in cells]
    assert len(notes_of(finding("subtotal", "不等。", *evidence))) == 1


def test_what_is_open_accuses_of_nothing() -> None:
    (opened,) = notes_of(finding("prose", "无法核对。", at(0, "甲"), outcome=Outcome.OPEN))
    assert opened.lines[0] == "【需人工核验】无法核对。"
    assert not [line for line in opened.lines if line.startswith("整改")]
    assert "核实" in opened.lines[-1]
