"""Failures under a wrong year that are none of its consequences: no other year mends them."""

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.form import form_in_force
from govcheck.document.found import Found, Origin
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rule, Rulebook

Judge = Callable[[Case, Rule], Sequence[Finding]]


def apart(
    findings: Sequence[Finding], case: Case, rulebook: Rulebook, judge: Judge
) -> list[Finding]:
    """Return the findings; one that each other year leaves standing follows from no year.

    A report whose title names one year and whose period is another's is late by both, or by
    one: only what is right as soon as the report is read as of the other year comes of that.
    """
    years = {one.rule: one.years for one in findings if one.years}
    readings = {
        year: _as_of(case, year) for year in sorted({y for of in years.values() for y in of})
    }

    def rests_on(finding: Finding) -> Iterator[str]:
        for rule in finding.follows:
            told = [readings[year] for year in years.get(rule, ())]
            if not told or not all(_stands(finding, one, rulebook, judge) for one in told):
                yield rule

    if not readings:
        return list(findings)
    return [
        replace(one, follows=frozenset(rests_on(one)))
        if one.outcome is Outcome.FAIL and not years.keys().isdisjoint(one.follows)
        else one
        for one in findings
    ]


def _as_of(case: Case, year: int) -> Case:
    """Return the case as if the report were of this year, and its title said so."""
    document, own = case.document, case.document.year
    title = document.title
    if title and own:
        title = replace(title, value=title.value.replace(f"{own}", f"{year}"))
    known = Found(value=year, origin=Origin.GIVEN)
    return replace(case, document=replace(document, fiscal_year=known, title=title))


def _stands(finding: Finding, case: Case, rulebook: Rulebook, judge: Judge) -> bool:
    """Tell whether the finding is made all the same; not of what another edition asks."""
    document, rule = case.document, rulebook.rule(finding.rule)
    form = form_in_force(rulebook.forms, document.year) if document.year else None
    if rule is None or (form != document.form and any(one.edition for one in rule.basis)):
        return False
    places = [one.place for one in finding.evidence]
    return any(
        one.outcome is Outcome.FAIL and [shown.place for shown in one.evidence] == places
        for one in judge(case, rule)
    )
