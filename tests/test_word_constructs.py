"""A draft says the same in whatever way Word puts it; what is not read is open."""

from collections.abc import Mapping
from functools import cache

import pytest
from agreement import RULEBOOK, facts
from bodies import Page, correct_report
from word_constructs import (
    Construct,
    in_looks,
    in_objects,
    in_packages,
    in_runs,
    in_stories,
    in_tables,
)
from word_files import body_by_hand, word_file

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.readers.from_html import read_html

REPORTS = {
    "sound": correct_report("culture-2022"),
    "flawed": correct_report("culture-2022")
    .with_cell("applications", "r3_7_total", "natural", 97)
    .with_cell("review-litigation", "count", "rev_total", 8),
}
SAME: Mapping[str, Construct] = {
    **in_runs.CONSTRUCTS,
    **in_stories.CONSTRUCTS,
    **in_tables.CONSTRUCTS,
    **in_packages.CONSTRUCTS,
    **in_looks.SAME,
}
OPEN: Mapping[str, Construct] = {
    **in_packages.OPEN,
    **in_objects.OPEN,
    **in_looks.OPEN,
    **in_tables.OPEN,
}


@cache
def body_of(name: str) -> str:
    return body_by_hand(read_html(Page().of(REPORTS[name]).decode()))


def document_in(content: bytes) -> Document:
    return read(content, name="报告.docx", knowledge=RULEBOOK.knowledge)


def said_of(document: Document) -> set[tuple[str, Outcome, str]]:
    """Return what is found, but for changes and comments, which a plain draft has not."""
    found = assess(Case(document=document, draft=True), RULEBOOK).findings
    said = {(one.rule, one.outcome, one.message) for one in found}
    return {one for one in said if one[0] != "publication/left-over-revisions"}


@cache
def plain(name: str) -> tuple[Mapping[str, object], set[tuple[str, Outcome, str]]]:
    document = document_in(word_file(body_of(name)))
    return facts(document), said_of(document)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("construct", SAME)
def test_the_same_is_read_and_found(construct: str, name: str) -> None:
    document = document_in(SAME[construct](body_of(name)))
    assert facts(document) == plain(name)[0]
    assert said_of(document) == plain(name)[1]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("construct", OPEN)
def test_what_is_not_read_accuses_nobody(construct: str, name: str) -> None:
    said = said_of(document_in(OPEN[construct](body_of(name))))
    accused = {one for one in said if one[1] is Outcome.FAIL}
    assert accused <= plain(name)[1]
    assert any(outcome is Outcome.OPEN for _, outcome, _ in said)


@pytest.mark.parametrize("name", REPORTS)
def test_the_plain_draft_is_what_it_is_called(name: str) -> None:
    accused = {rule for rule, outcome, _ in plain(name)[1] if outcome is Outcome.FAIL}
    accused.discard("format/statistics-period")  # which advises, and deducts nothing
    assert bool(accused) == (name == "flawed")
