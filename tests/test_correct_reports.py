"""Reports without fault are not accused, however they are written and laid out."""

from functools import cache

import pytest
from bodies import Body, correct_reports
from body_pages import PAGES

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
REPORTS = {report.name: report for report in correct_reports()}
UNSTATED = {("county-2025", "format/contact-details")}
"""What a report leaves out without being wrong; it costs no points."""
FOR_A_PERSON = {
    "decree-711/deadline",  # of a township or another body: no clause names it
    "format/pre-review-litigation",
    "publication/download",
    "substance/problem-measure-match",
    "publication/site-placement",
}


@cache
def judged(name: str, page: str) -> Assessment:
    return judge_page(REPORTS[name], page)


def judge_page(report: Body, page: str) -> Assessment:
    document = read(
        PAGES[page].of(report), name=f"{report.name}.html", knowledge=BOOK.knowledge
    )
    return assess(Case(document=document), BOOK)


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_found_wrong(name: str) -> None:
    findings = judged(name, "plain").findings
    failed = [
        f"{one.rule}: {one.message}"
        for one in findings
        if one.outcome == Outcome.FAIL and (name, one.rule) not in UNSTATED
    ]
    assert not failed
    assert {one.rule for one in findings if one.outcome == Outcome.OPEN} <= FOR_A_PERSON


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (page, name)
        for turn, page in enumerate(PAGES)
        for name in list(REPORTS)[turn % 3 :: 3]
        if page != "plain"
    ],
)
def test_the_page_changes_nothing(page: str, name: str) -> None:
    plain, laid_out = judged(name, "plain"), judge_page(REPORTS[name], page)
    assert _said(laid_out) == _said(plain)
    for fact in ("year", "agency_kind"):
        assert getattr(laid_out.document, fact) == getattr(plain.document, fact)


def _said(assessment: Assessment) -> set[tuple[str, str, str]]:
    return {(one.rule, one.outcome, one.message) for one in assessment.findings}
