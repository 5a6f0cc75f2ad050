"""Reports of bodies judged by the shipped rules, and what is said and cited of them."""

from collections.abc import Mapping
from typing import Any

from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.clauses import clauses
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Role
from govcheck.trials.documents import example_case

BOOK = load_rulebook()
SCOPE, DEADLINE = "decree-711/scope", "decree-711/deadline"
EMPTY: Mapping[str, Any] = {"parts": {"overview": "全年公开政府信息120条。"}}


def judged(agency: str, year: int = 2024, **told: Any) -> Assessment:  # noqa: ANN401
    title = f"{agency}{year}年政府信息公开工作年度报告"
    case = example_case(
        {"title": title, "agency": agency, "year": year, **told}, BOOK.knowledge
    )
    return assess(case, BOOK)


def outcome(of: Assessment, rule: str) -> Outcome:
    return next(one.outcome for one in of.judgements if one.rule == rule)


def findings(of: Assessment, rule: str) -> list[Finding]:
    return [one for one in of.findings if one.rule == rule]


def questions(of: Assessment, rule: str) -> tuple[str, ...]:
    return next(one.questions for one in of.judgements if one.rule == rule)


def cited(of: Assessment, rule: str, role: Role = Role.DUTY) -> list[str]:
    return [
        f"{basis.instrument} {basis.clause}"
        for one in findings(of, rule)[:1]
        for basis in clauses(one, of.document, BOOK)
        if basis.role is role
    ]


def everything_cited(of: Assessment) -> set[str]:
    return {
        basis.instrument for one in of.findings for basis in clauses(one, of.document, BOOK)
    }


def asked_once(of: Assessment, words: str) -> None:
    """Hold that there is one open line, and nothing besides."""
    (line,) = of.findings
    assert line.rule == SCOPE
    assert line.outcome is Outcome.OPEN
    assert line.severity is Severity.CRITICAL
    assert words in line.message
    others = {one.outcome for one in of.judgements if one.rule != SCOPE}
    assert others == {Outcome.NOT_APPLICABLE}
