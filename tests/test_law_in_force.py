"""Rule by year by kind of body: no clause is cited that was not in force or binds others.

What was in force is read here from the instruments' own words, not from what the rule book
makes of them.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import product
from typing import Any, Final

import pytest
from knowledge import FORMS
from msgspec.structs import replace
from plain_yaml import plain
from submitted import document

from govcheck.document.case import Case
from govcheck.document.form import form_in_force
from govcheck.document.found import Found, Origin
from govcheck.document.report import AgencyKind, Document
from govcheck.judging.applicability import exclusion
from govcheck.judging.bearing import bearing
from govcheck.judging.engine import judge
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Basis, Role, Rule
from govcheck.rulebook.rule_files import shipped_rules

YEARS: Final = range(2017, 2026)
OUTSIDE: Final = frozenset({AgencyKind.NOT_ADMINISTRATIVE, AgencyKind.INSTITUTION})
BOOK = load_rulebook()
RAW: Final[Mapping[str, Any]] = {
    path.stem: plain(path.read_text("utf-8"))
    for path in sorted((shipped_rules() / "instruments").glob("*.yaml"))
}
DOCUMENT: Final = document()
EARLY, LATE = (1, 10), (6, 30)


@cache
def _report(year: int, kind: AgencyKind | None, out: tuple[int, int] | None) -> Document:
    published = (Found(value=date(year + 1, *out), origin=Origin.LINE),) if out else ()
    form = form_in_force(FORMS, year) or FORMS["form-2019"]
    return replace(
        DOCUMENT,
        form=form,
        agency_kind=kind,
        published=published,
        fiscal_year=Found(value=year, origin=Origin.BODY),
        region=("四川", "成都"),
    )


def _day(of: Document) -> str:
    if of.published:
        return of.published[0].value.isoformat()
    assert of.year is not None
    return f"{of.year + 1}-{'01-31' if of.agency_kind is AgencyKind.DEPARTMENT else '03-31'}"


def _leaves(basis: Basis) -> Iterator[Mapping[str, Any]]:
    """Yield what the instrument's file says of the clause, its own limits before the law's."""
    law = RAW[basis.instrument]
    said = law["clauses"]
    names = [basis.clause] if basis.clause in said else []
    for name in names or [key for key in said if key.startswith(basis.clause)]:
        own = said[name] if isinstance(said[name], dict) else {}
        yield {**law, **own}


def _was_in_force(limits: Mapping[str, Any], of: Document) -> bool:
    if "years" in limits:
        years = limits["years"]
        return of.year in range(years.get("from", 0), years.get("to", 9999) + 1)
    first, last = (
        str(limits["in_force"]["from"]),
        str(limits["in_force"].get("to", "9999-12-31")),
    )
    surely = "0000-00-00" if first == "unknown" else f"{first}-12-31"[:10]
    return surely <= _day(of) <= last


def _faults(rule: Rule, of: Document) -> Iterator[str]:
    for check in range(len(rule.checks)):
        for basis in bearing(rule, of, check):
            for limits in _leaves(basis):
                if not _was_in_force(limits, of):
                    yield f"{rule.id}: {basis.citation} was not in force"
            if not any(
                of.agency_kind in one.get("binds", AgencyKind) for one in _leaves(basis)
            ):
                yield f"{rule.id}: {basis.citation} does not bind {of.agency_kind}"


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("kind", AgencyKind)
def test_no_cell_cites_what_was_not_in_force_or_binds_others(
    year: int, kind: AgencyKind
) -> None:
    faults = [
        fault
        for out, rule in product((None, EARLY, LATE), BOOK.every_rule)
        for fault in _faults(rule, _report(year, kind, out))
    ]
    assert not faults


@pytest.mark.parametrize("year", [year for year in YEARS if year >= 2019])
@pytest.mark.parametrize("kind", [kind for kind in AgencyKind if kind not in OUTSIDE])
def test_whatever_is_asked_rests_on_a_duty_in_force(year: int, kind: AgencyKind) -> None:
    """Article 49 names departments and governments alone: the others are asked without it."""
    unfounded = set()
    for out, rule in product((None, EARLY, LATE), BOOK.every_rule):
        of = _report(year, kind, out)
        case = Case(document=replace(of, region=("云南",)))
        if exclusion(rule.scope, case) or rule.gate:
            continue
        for index, use in enumerate(rule.checks):
            bases = bearing(rule, case.document, index)
            if not exclusion(use.scope, case) and not any(
                basis.role is Role.DUTY for basis in bases
            ):
                unfounded.add(rule.id)
    named = {AgencyKind.DEPARTMENT, AgencyKind.GOVERNMENT}
    asked = {"decree-711/deadline", "peers/missing-report"}
    assert unfounded == (set() if kind in named else asked)


@pytest.mark.parametrize("kind", AgencyKind)
@pytest.mark.parametrize("year", YEARS)
def test_nobody_is_accused_without_a_duty(year: int, kind: AgencyKind) -> None:
    for out in (None, LATE):
        of = _report(year, kind, out)
        for rule in BOOK.every_rule:
            _, findings = judge(Case(document=of), rule)
            for finding in findings:
                if finding.outcome is Outcome.FAIL:
                    found = bearing(rule, of, finding.check)
                    assert any(basis.role is Role.DUTY for basis in found), rule.id
