"""Whom a rule speaks of, in words."""

from collections.abc import Iterator

from govcheck.reports.wording import AGENCIES
from govcheck.rulebook.rule import Scope


def scope_words(scope: Scope) -> str:
    """Say which documents a rule or a check speaks of; nothing when that is all of them."""
    return "；".join(_words(scope))


def _words(scope: Scope) -> Iterator[str]:
    match scope.first_year, scope.last_year:
        case int(first), int(last):
            yield f"{first} 至 {last} 年度" if first != last else f"{first} 年度"
        case int(first), None:
            yield f"{first} 年度起"
        case None, int(last):
            yield f"{last} 年度止"
    if len(scope.agencies) < len(AGENCIES):
        yield "、".join(AGENCIES[kind] for kind in AGENCIES if kind in scope.agencies)
    if scope.regions:
        yield "、".join(sorted(scope.regions))
    if scope.published:
        yield "已公布的报告"
