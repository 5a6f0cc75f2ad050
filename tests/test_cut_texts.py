"""A correct report accuses nobody, wherever its text begins, breaks off or runs on."""

from collections.abc import Iterator

import pytest
from bodies import HEADING, Body, correct_reports

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
REPORTS = tuple(correct_reports())
_EVERY = 3
"""One cut in so many is tried."""


def _lines(body: Body) -> list[str]:
    """Return a report as text that has lost its tables."""
    return [body.title, *(line for line in body.paragraphs if not line.startswith("|"))]


def _accusations(written: str, name: str = "报告.txt") -> set[tuple[str, str]]:
    document = read(written.encode(), name=name, knowledge=BOOK.knowledge)
    return {
        (finding.rule, finding.message)
        for finding in assess(Case(document=document), BOOK).findings
        if finding.outcome is Outcome.FAIL and finding.severity is not Severity.ADVICE
    }


def _cuts(lines: list[str], shift: int) -> Iterator[list[str]]:
    for at in range(2 + shift % _EVERY, len(lines), _EVERY):
        yield lines[:at]
        yield lines[at:]
        yield [*lines[:at], lines[at][: len(lines[at]) // 2]]


@pytest.mark.parametrize("body", REPORTS, ids=lambda body: body.name)
def test_what_is_cut_off_is_not_missing(body: Body) -> None:
    lines = _lines(body)
    assert _accusations("\n".join(lines)) == set()
    for cut in _cuts(lines, REPORTS.index(body)):
        try:
            assert _accusations("\n".join(cut)) == set()
        except Unusable:
            assert not any(HEADING.fullmatch(line) for line in cut)


@pytest.mark.parametrize("body", REPORTS[::4], ids=lambda body: body.name)
def test_headings_in_one_paragraph_are_not_missing(body: Body) -> None:
    title, *lines = _lines(body)
    apart = "".join(f"<p>{line}</p>" for line in lines)
    joined = f"<p>{''.join(lines)}</p>"
    whole, run_in = (
        _accusations(f"<html><body><h1>{title}</h1>{text}</body></html>", "报告.html")
        for text in (apart, joined)
    )
    assert {rule for rule, _ in run_in} <= {rule for rule, _ in whole}


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("body", REPORTS[::6], ids=lambda body: body.name)
def test_numbers_that_are_shifted_are_one_finding(body: Body, step: int) -> None:
    numerals = "零一二三四五六七"
    shifted = [
        numerals[numerals.index(line[0]) + step] + line[1:]
        if HEADING.fullmatch(line) and (step > 0 or line[0] in "四五六")
        else line
        for line in _lines(body)
    ]
    ((rule, message),) = _accusations("\n".join(shifted))
    assert rule == "format/sections"
    assert "序号为" in message
