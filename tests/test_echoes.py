"""One wrong figure of the prose is one finding; the sums that it spoils stand under that."""

import pytest

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Finding
from govcheck.judging.echoes import echoes
from govcheck.kinds.remark import Outcome, Severity


def finding(
    *starts: int, outcome: Outcome = Outcome.FAIL, severity: Severity = Severity.MAJOR
) -> Finding:
    """Make a finding about the figures that begin at these places of one paragraph."""
    return Finding(
        rule="consistency/figures",
        outcome=outcome,
        severity=severity,
        message="不符。",
        evidence=tuple(
            Evidence(quote="5件", place=Place(part="overview", block=3, start=at, end=at + 2))
            for at in starts
        ),
    )


def folded(*findings: Finding) -> list[tuple[int, tuple[int, ...]]]:
    return list(echoes(findings))


def test_a_sum_stands_under_the_first_figure_that_spoils_it() -> None:
    assert folded(finding(0, 10, 20), finding(20), finding(10)) == [(1, (0,))]


@pytest.mark.parametrize(
    "other",
    [
        finding(30),
        finding(0, 10, 20),
        finding(20, outcome=Outcome.OPEN),
        finding(20, severity=Severity.MINOR),
        finding(20, 30),
    ],
)
def test_other_figures_and_slighter_or_open_findings_explain_nothing(other: Finding) -> None:
    assert folded(finding(0, 10, 20), other) == []


def test_what_explains_is_explained_by_nothing() -> None:
    assert folded(finding(0, 10, 20), finding(0, 10), finding(0)) == [(2, (0, 1))]
