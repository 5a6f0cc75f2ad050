"""Kinds that count what the prose says: how much of it, and only what is a number."""

import re
from decimal import Decimal

from pages import SIX, TITLE, read_lines

from govcheck.document.case import Case
from govcheck.kinds.figures.stated_minimum import StatedMinimum
from govcheck.kinds.remark import Doubt, Violation
from govcheck.kinds.wording.wrong_words import WrongWords
from govcheck.parameters import PassageName

BODY = (PassageName("body"),)


def case(text: str) -> Case:
    return Case(document=read_lines(TITLE, SIX[0], text, *SIX[2:]))


def test_every_place_of_a_wrong_word_is_counted() -> None:
    check = WrongWords(pattern=re.compile("某某"), passages=BODY)
    (found,) = check.examine(case("某某，" * 13 + "等。"))
    assert isinstance(found, Violation)
    assert (found.values["count"], len(found.evidence)) == ("13", 10)


def test_what_is_no_number_is_not_above_a_minimum() -> None:
    check = StatedMinimum(find=re.compile("占([0-9.]+)%"), minimum=Decimal(4), passages=BODY)
    (found,) = check.examine(case("分值权重占4.0.1%。"))
    assert isinstance(found, Doubt)
    assert "4.0.1" in found.reason
