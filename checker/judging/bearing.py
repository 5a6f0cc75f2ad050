"""Which clauses a finding is held by: those in force for its report that bind its body.

In force is what was in force on the day of publication; where that is unknown, on the
statutory last day.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from govcheck.document.kept import kept
from govcheck.document.once import once
from govcheck.document.report import AgencyKind, Document
from govcheck.rulebook.force import Day, Occasion
from govcheck.rulebook.rule import Basis, Role, Rule

_Clauses = tuple[Basis, ...]
_LAST_DAYS: Final = {AgencyKind.DEPARTMENT: "01-31"}
_LAST_DAY: Final = "03-31"
_OCCASIONS: Final = 64
"""So many days are remembered with the law that was in force on each."""
_RULES: Final = 500
_PRACTICE: Final = "这类机关各地做法不一，请人工核实。"
_UNBOUND: Final = "所列条款不约束这类机关，请人工核实。"


@once
def occasion_of(document: Document) -> Occasion:
    """Return what decides the law for a document."""
    published = document.published
    return Occasion(
        year=document.year or (published[0].value.year - 1 if published else None),
        day=_day(document),
        kind=document.agency_kind,
        region=document.region,
    )


def _day(document: Document) -> Day | None:
    """Return the day of publication or the statutory last day; no report precedes its year."""
    published, year, kind = document.published, document.year, document.agency_kind
    said = published[0].value.isoformat() if published else None
    if year is None:
        return said
    last = _LAST_DAYS.get(kind, _LAST_DAY) if kind else _LAST_DAY
    return max(said, f"{year + 1}-01-01") if said else f"{year + 1}-{last}"


def in_time(rule: Rule, document: Document) -> _Clauses:
    """Return a rule's clauses that were in force, whomever they bind.

    Of the editions of the form a document follows one.
    """
    occasion = occasion_of(document)
    return _law(occasion.year, occasion.day, document.form.instrument)(rule.basis)


@lru_cache(_OCCASIONS)
def _law(year: int | None, day: Day | None, edition: str) -> Callable[[_Clauses], _Clauses]:
    """Return what tells which of a rule's clauses were in force on a day for a year."""
    occasion = Occasion(year=year, day=day, kind=None)

    @kept(_RULES)
    def in_force(clauses: _Clauses) -> _Clauses:
        return tuple(
            basis
            for basis in clauses
            if basis.force.in_time(occasion)
            and (not basis.edition or basis.instrument == edition)
        )

    return in_force


def bearing(rule: Rule, document: Document, check: int | None = None) -> _Clauses:
    """Return the clauses that a rule, or one of its checks, holds this body by."""
    occasion = occasion_of(document)
    return tuple(
        basis
        for basis in in_time(rule, document)
        if basis.force.binds(occasion)
        and (check is None or not basis.checks or check in basis.checks)
    )


def is_timely(rule: Rule, document: Document) -> bool:
    """Whether a duty that the rule rests on was in force."""
    return any(basis.role is Role.DUTY for basis in in_time(rule, document))


def only_asked(rule: Rule, check: int, document: Document) -> str:
    """Return why this body is asked what others are told, or nothing.

    Nobody is accused without a clause that was in force and speaks of such bodies.
    """
    if document.agency_kind in rule.checks[check].open_for:
        return _PRACTICE
    bases = bearing(rule, document, check)
    return "" if any(basis.role is Role.DUTY for basis in bases) else _UNBOUND
