"""Which report was handed in as last year's, and whether it was compared, in words."""

from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment


def last_year_words(assessment: Assessment) -> str:
    """Name last year's report and say what became of it; nothing where there is none."""
    value = last_year_fact(assessment)
    return f"上年报告：{value}" if value else ""


def last_year_fact(assessment: Assessment) -> str:
    """Return what :func:`last_year_words` says, without its label."""
    case = assessment.case
    if case.last_year:
        return f"{_name(case.last_year)}，已与本报告比较。"
    if case.unlike:
        return f"{_name(case.unlike.document)}，没有比较：{case.unlike.why}。"
    return ""


def _name(document: Document) -> str:
    return document.title.value if document.title else document.source.name
