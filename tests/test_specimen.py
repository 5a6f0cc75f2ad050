"""The specimen report is without fault, whatever body and year it is for."""

from typing import Final

import pytest

from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook
from govcheck.trials.documents import example_case

BOOK = load_rulebook()
FOR_A_PERSON: Final = {
    "decree-711/deadline",  # of a township or another body: no clause names it
    "publication/download",
    "substance/problem-measure-match",
    "publication/site-placement",
}
"""What a page like this cannot show."""


@pytest.mark.parametrize("region", ["云南/昆明", "贵州"])
@pytest.mark.parametrize("year", [2019, 2020, 2021, 2024])
@pytest.mark.parametrize("kind", ["government", "department", "township", "other"])
def test_no_rule_accuses_it(kind: str, year: int, region: str) -> None:
    described = {"agency_kind": kind, "year": year, "region": region, "complete": True}
    assessment = assess(example_case(described, BOOK.knowledge), BOOK)
    failed = [
        f"{f.rule}: {f.message}" for f in assessment.findings if f.outcome == Outcome.FAIL
    ]
    opened = {f.rule for f in assessment.findings if f.outcome == Outcome.OPEN}
    assert not failed
    assert opened <= FOR_A_PERSON
