"""Whom a rule speaks of: scopes as YAML states them, and which of two is the wider."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary
from govcheck.rulebook.rule import Scope
from govcheck.rulebook.suggestion import nearest
from govcheck.understanding.page.region import (
    is_listed_region,
    known_counties,
    known_regions,
    stated_region,
)

_ALWAYS: Final = (0, 9999)
_LONGEST: Final = 30
"""Characters of a place that are repeated to the user."""
_LIKE: Final = 0.6
"""So much of a place that is not known agrees with the one that was meant."""


def scope_of(data: Mapping[str, Any], vocabulary: Vocabulary) -> Scope:
    """Return the scope that an ``applies_to`` states."""
    years = data.get("years", {})
    asked = data.get("agencies", [])
    names = [
        vocabulary.labels.get(f"bodies.{kind.replace('-', '_')}", kind)
        for kind in AgencyKind
        if kind in asked
    ]
    regions = data.get("regions", ())
    return Scope(
        first_year=years.get("from"),
        last_year=years.get("to"),
        agencies=frozenset(AgencyKind(kind) for kind in asked or AgencyKind),
        called="、".join(names),
        regions=frozenset(
            "/".join(stated_region(vocabulary, name)) if _has_places(vocabulary) else name
            for name in regions
        ),
        published=data.get("published", False),
    )


def unknown_regions(
    data: Mapping[str, Any], vocabulary: Vocabulary
) -> Iterator[tuple[int, str]]:
    """Yield the places of an ``applies_to`` that there are not, with their index."""
    for index, name in enumerate(data.get("regions", ())):
        if _has_places(vocabulary) and not is_listed_region(vocabulary, name):
            yield index, f"没有地区“{name[:_LONGEST]}”；{_way(vocabulary, name)}"


def _way(vocabulary: Vocabulary, name: str) -> str:
    known = {*known_regions(vocabulary), *known_counties(vocabulary)} - {name}
    meant = nearest(name, sorted(known), cutoff=_LIKE)
    written = "请写省、市、县，如 云南 或 云南/昆明/官渡"
    return f"是否应为“{meant}”？" if meant else f"{written}；新设的写入 vocabulary/"


def _has_places(vocabulary: Vocabulary) -> bool:
    """Whether it tells of places; one that does not is refused for what else it lacks."""
    return "places.units" in vocabulary.words


def contains(outer: Scope, inner: Scope) -> bool:
    """Whether the outer scope takes in every document that the inner one does."""
    return (
        inner.agencies <= outer.agencies
        and _years(outer)[0] <= _years(inner)[0]
        and _years(inner)[1] <= _years(outer)[1]
        and (inner.published or not outer.published)
        and _holds_regions(outer.regions, inner.regions)
    )


def _years(scope: Scope) -> tuple[int, int]:
    return scope.first_year or _ALWAYS[0], scope.last_year or _ALWAYS[1]


def _holds_regions(outer: Iterable[str], inner: Iterable[str]) -> bool:
    """Whether every inner place lies in an outer one; none named is the whole country."""
    wide, narrow = tuple(outer), tuple(inner)
    if not wide:
        return True
    return bool(narrow) and all(
        any(f"{place}/".startswith(f"{one}/") for one in wide) for place in narrow
    )
