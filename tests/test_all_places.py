"""Places that a message counts and a finding does not list are counted as well."""

import pytest
from pages import SIX, TITLE, read_lines

from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
PLACES = 25


@pytest.mark.parametrize("fault", ["公开信息35条）。", "公开信息35条，；及时更新。"])
def test_what_is_listed_and_what_is_not_make_the_count(fault: str) -> None:
    document = read_lines(TITLE, *SIX, *[fault] * PLACES, format="html")
    given = assess(Case(document=document), BOOK)
    (finding,) = (one for one in given.findings if one.rule == "prose/punctuation")
    assert f"共 {PLACES} 处" in finding.message
    assert len(finding.evidence) + finding.more == PLACES
