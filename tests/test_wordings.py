"""Whatever lawful words say the figures, they are not accused; a wrong figure in them is."""

from collections import Counter

import pytest
from wordings_at_hand import (
    WORLDS,
    Defect,
    Wording,
    findings,
    findings_without_wording,
    listed,
    planted,
)

from govcheck.kinds.remark import Outcome, Severity

CORRECT = tuple(listed("correct"))
OPEN = tuple(listed("open"))
PLANTED = tuple(planted())
ASKED = {"reviewing-body"}
"""Correct wordings of another role: a person is asked whether the table counts them."""
GRAVE = {Severity.CRITICAL, Severity.MAJOR}


@pytest.mark.parametrize("world", WORLDS)
def test_a_world_alone_is_without_fault(world: str) -> None:
    assert not [one.message for one in findings_without_wording(world)]


@pytest.mark.parametrize("wording", [pytest.param(one, id=one.name) for one in CORRECT])
def test_a_correct_wording_is_not_accused(wording: Wording) -> None:
    found = findings(wording)
    assert not [f"{one.rule}: {one.message}" for one in found if one.outcome == Outcome.FAIL]
    asked = [
        f"{one.rule}: {one.message}"
        for one in found
        if one.outcome == Outcome.OPEN and one.severity in GRAVE
    ]
    assert wording.group in ASKED or not asked


@pytest.mark.parametrize("wording", [pytest.param(one, id=one.name) for one in OPEN])
def test_what_cannot_be_compared_is_not_accused(wording: Wording) -> None:
    found = [one for one in findings(wording) if one.outcome == Outcome.FAIL]
    assert not [f"{one.rule}: {one.message}" for one in found]


@pytest.mark.parametrize("defect", [pytest.param(one, id=one.wording.name) for one in PLANTED])
def test_a_wrong_figure_is_raised_where_it_stands(defect: Defect) -> None:
    due = Outcome.OPEN if defect.for_a_person else Outcome.FAIL
    quoted = [
        seen.quote
        for one in findings(defect.wording)
        if one.rule in defect.rules and one.outcome == due
        for seen in one.evidence
    ]
    assert [quote for quote in quoted if defect.figure in quote]


def test_every_class_has_a_defect_and_no_wording_stands_twice() -> None:
    assert {one.group for one in CORRECT} == {one.wording.group for one in PLANTED}
    texts = Counter((one.place, one.text) for one in (*CORRECT, *OPEN))
    texts.update((one.wording.place, one.wording.text) for one in PLANTED)
    assert not [text for text, times in texts.items() if times > 1]
