"""A finding is known again after edits elsewhere, and not when its evidence changes."""

import pytest
from assessments import finding, findings
from msgspec.structs import replace
from submitted import cell

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Finding
from govcheck.judging.fingerprint import fingerprints

PROSE = finding(
    "prose",
    "正文 14 件",
    Evidence(quote="14件", place=Place(part="overview", block=3, line=16)),
)
CELL = finding("subtotal", "相差 3", Evidence(quote="15", place=cell("r3_7_total", "natural")))


def only(given: Finding) -> str:
    (known,) = fingerprints([given])
    return known


def test_order_does_not_matter() -> None:
    forth = fingerprints(findings())
    back = fingerprints(reversed(findings()))
    assert sorted(forth) == sorted(back)
    assert len(set(forth)) == len(forth)


def test_paragraph_before_does_not_matter() -> None:
    moved = Evidence(quote="14件", place=Place(part="overview", block=4, start=9, line=17))
    assert only(PROSE) == only(replace(PROSE, evidence=(moved,)))


def test_wording_of_the_rule_does_not_matter() -> None:
    assert only(PROSE) == only(replace(PROSE, message="换一种说法", remedy="换一种办法"))


def test_white_space_does_not_matter() -> None:
    spaced = replace(PROSE.evidence[0], quote="14 件")
    assert only(PROSE) == only(replace(PROSE, evidence=(spaced,)))


@pytest.mark.parametrize(
    "changed",
    [
        replace(PROSE, evidence=(replace(PROSE.evidence[0], quote="15件"),)),
        replace(PROSE, evidence=(replace(PROSE.evidence[0], place=Place(part="problems")),)),
        replace(PROSE, rule="consistency/percentage"),
        replace(PROSE, evidence=()),
    ],
)
def test_other_evidence_is_another_finding(changed: Finding) -> None:
    assert only(PROSE) != only(changed)


@pytest.mark.parametrize("place", [cell("r3_1", "natural"), cell("r3_7_total", "total")])
def test_other_cell_is_another_finding(place: Place) -> None:
    assert only(CELL) != only(replace(CELL, evidence=(replace(CELL.evidence[0], place=place),)))
