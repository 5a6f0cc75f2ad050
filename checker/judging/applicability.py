"""Whether a scope takes in a document."""

from collections.abc import Collection, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.known_losses import UNKNOWN_KIND, UNKNOWN_YEAR
from govcheck.document.loss import Loss
from govcheck.document.report import AgencyKind
from govcheck.rulebook.rule import Scope

_ALL_KINDS: Final = len(AgencyKind)
_WHOLE: Final = Scope()
"""Of what is asked of all documents, as most checks are."""


class Exclusion(Struct, frozen=True, kw_only=True):
    """Why a question is not put to a document (Chinese)."""

    reason: str
    certain: bool
    """False when the document does not show what would decide it."""
    loss: Loss | None = None
    """What would decide it."""


def exclusion(scope: Scope, case: Case) -> Exclusion | None:
    """Return why the scope leaves the document out, or None when it takes it in.

    What is certain comes first: a rule for governments does not apply to a department,
    known year or not, and does not wait for its draft to be published.  A rule of a region
    leaves out documents of an unknown region.
    """
    if scope == _WHOLE:
        return None
    document = case.document
    if scope.regions and not _in_one_of(scope.regions, document.region):
        return Exclusion(reason=f"只适用于{'、'.join(sorted(scope.regions))}", certain=True)
    found = [
        _by_agency(scope, document.agency_kind),
        _by_year(scope, document.year),
        _by_publication(scope, case),
    ]
    return min(filter(None, found), key=lambda item: not item.certain, default=None)


def _in_one_of(places: Collection[str], region: Sequence[str]) -> bool:
    """Whether a region lies in one of the places: 云南, or 云南/昆明 with what it is in."""
    whole = "/".join(region) + "/"
    return any(whole.startswith(f"{place}/") for place in places)


def _by_agency(scope: Scope, kind: AgencyKind | None) -> Exclusion | None:
    if len(scope.agencies) == _ALL_KINDS or kind in scope.agencies:
        return None
    if kind is None:
        return Exclusion(
            reason=f"机关类型不明；本条只适用于{scope.called}", certain=False, loss=UNKNOWN_KIND
        )
    return Exclusion(reason=f"只适用于{scope.called}", certain=True)


def _by_year(scope: Scope, year: int | None) -> Exclusion | None:
    first, last = scope.first_year, scope.last_year
    if first is None and last is None:
        return None
    if first and last:
        span = f"{first}—{last}年度"
    else:
        span = f"{first}年度及以后" if first else f"{last}年度及以前"
    if year is None:
        return Exclusion(
            reason=f"报告年度不明；本条只适用于{span}", certain=False, loss=UNKNOWN_YEAR
        )
    if (first or year) <= year <= (last or year):
        return None
    return Exclusion(reason=f"只适用于{span}", certain=True)


def _by_publication(scope: Scope, case: Case) -> Exclusion | None:
    if scope.published and case.draft:
        return Exclusion(reason="尚未公布，公布后再核", certain=True)
    return None
