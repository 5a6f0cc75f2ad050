"""Our correct reports with their tables in odd shapes, and what is found of them."""

from collections.abc import Mapping
from functools import cache

from agreement import RULEBOOK
from bodies import Body, correct_report
from odd_shapes import each, page_of, plain

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

BODIES = {name: correct_report(name) for name in ("market-2025", "department-2019")}
TOTAL = "format/applications-row-total"


def document_in(page: bytes) -> Document:
    return read(page, name="报告.html", knowledge=RULEBOOK.knowledge)


def said(document: Document) -> Mapping[tuple[str, str], Outcome]:
    """Return what is found, and how it stands."""
    findings = assess(Case(document=document), RULEBOOK).findings
    return {(one.rule, one.message): one.outcome for one in findings}


def outcomes(document: Document) -> set[tuple[str, Outcome]]:
    return {(rule, outcome) for (rule, _), outcome in said(document).items()}


@cache
def plainly(name: str) -> Document:
    return document_in(page_of(BODIES[name], each(plain)))


def flawed(body: Body) -> Body:
    return body.with_cell("applications", "r1_new", "total", 9999)
