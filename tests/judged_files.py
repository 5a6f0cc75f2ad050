"""Files judged by the shipped rules, and what is said and quoted of them."""

from collections.abc import Iterator, Mapping

from rulebooks import BOOK

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome


def checked(source: str, name: str) -> Assessment:
    document = read(source.encode(), name=name, knowledge=BOOK.knowledge)
    return assess(Case(document=document), BOOK)


def quoted(assessment: Assessment) -> Iterator[Evidence]:
    for finding in assessment.findings:
        for evidence in finding.evidence:
            if evidence.quote and not evidence.secret:
                yield evidence


def wrong(content: bytes, name: str) -> Mapping[str, Outcome]:
    """Return what is not right, by rule, a fail before others; nothing for a refused file."""
    try:
        document = read(content, name=name, knowledge=BOOK.knowledge)
    except Unusable:
        return {}
    findings = assess(Case(document=document, draft=True), BOOK).findings
    in_order = sorted(findings, key=lambda one: one.outcome is Outcome.FAIL)
    return {one.rule: one.outcome for one in in_order}
