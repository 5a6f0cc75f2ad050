"""Whom a rule speaks of, in words."""

from collections.abc import Iterator
from typing import Final

from govcheck.document.report import AgencyKind
from govcheck.reports.wording import AGENCIES
from govcheck.rulebook.force import Force
from govcheck.rulebook.rule import Scope

_UNDER_THE_DECREE: Final = frozenset(AgencyKind) - {
    AgencyKind.NOT_ADMINISTRATIVE,
    AgencyKind.INSTITUTION,
}


def scope_words(scope: Scope) -> str:
    """Say which documents a rule or a check speaks of; nothing when that is all of them."""
    return "；".join(_words(scope))


def _words(scope: Scope) -> Iterator[str]:
    yield from _years(scope)
    yield from _bodies(scope)
    if scope.published:
        yield "已公布的报告"


def _years(scope: Scope | Force) -> Iterator[str]:
    match scope.first_year, scope.last_year:
        case int(first), int(last):
            yield f"{first} 至 {last} 年度" if first != last else f"{first} 年度"
        case int(first), None:
            yield f"{first} 年度起"
        case None, int(last):
            yield f"{last} 年度止"


def _bodies(scope: Scope) -> Iterator[str]:
    if len(scope.agencies) < len(AGENCIES):
        yield "、".join(AGENCIES[kind] for kind in AGENCIES if kind in scope.agencies)
    yield from _places(scope)


def _places(scope: Scope | Force) -> Iterator[str]:
    if scope.regions:
        yield "、".join(sorted(scope.regions))


def force_words(force: Force) -> str:
    """Say in what cases a clause is cited; nothing when that is all of them."""
    return "；".join([*_years(force), *_days(force), *_spoken_of(force), *_places(force)])


def _spoken_of(force: Force) -> Iterator[str]:
    """Name the bodies, unless they are all to which the decree applies."""
    if not force.agencies >= _UNDER_THE_DECREE:
        yield "、".join(AGENCIES[kind] for kind in AGENCIES if kind in force.agencies)


def _days(force: Force) -> Iterator[str]:
    if force.first_day and force.last_day:
        yield f"{force.first_day} 至 {force.last_day} 公布的"
    elif force.first_day:
        yield f"{force.first_day} 起公布的"
    elif force.last_day:
        yield f"{force.last_day} 及以前公布的"
