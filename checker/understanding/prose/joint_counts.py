"""What things come to that a number counts together: 新收和上年结转申请91件."""

from collections.abc import Sequence
from typing import Final

from govcheck.document.figure import JOINED
from govcheck.understanding.prose.concept_ids import DOCUMENTS

_NEW: Final = frozenset({"applications.new", "applications.received"})
_CARRIED_IN: Final = "applications.carried_in"
_CARRIED_OUT: Final = "applications.carried_out"
_ANSWERED: Final = "applications.answered"
_HANDLED: Final = "applications.handled"
_GIVEN: Final = ("granted", "partial")
_REFUSED: Final = ("denied", "withheld", "unavailable", "not_held", "not_processed", "other")
_RESULTS: Final = frozenset(f"applications.{name}" for name in (*_GIVEN, *_REFUSED))
_GRANTED: Final = "applications.granted"
_PARTIAL: Final = "applications.partial"
_BOTH_GRANTED: Final = "applications.granted+partial"
_ADDING: Final = (
    *(frozenset({_CARRIED_IN, new}) for new in _NEW),
    frozenset({_ANSWERED, _CARRIED_OUT}),
    _RESULTS | {_CARRIED_OUT},
    *(frozenset({f"{kind}.issued", f"{kind}.repealed"}) for kind in ("documents", "rules")),
    *(frozenset({f"rules.{act}", f"documents.{act}"}) for act in DOCUMENTS),
)
"""What is counted apart, so that it adds up; others may be acts upon the same."""
_WHOLE: Final = "total"
_SUITS: Final = frozenset({"litigation.direct", "litigation.after"})
DEALT: Final = "applications.dealt"
_OF_ITS_OWN: Final = ("applications.unavailable", "applications.not_held")
"""A result and one of its causes that is told like a result."""


def together(concept: str, named: Sequence[str]) -> str | None:
    """Return what a number counts that several members share, told by itself as ``concept``.

    None where it is not plain what they come to.
    """
    members = list(dict.fromkeys(named))
    if len(members) == 1 or _NEW.issuperset(members) or concept == _HANDLED:
        return concept
    if {_GRANTED, _PARTIAL}.issuperset(members):
        return _BOTH_GRANTED
    if any(adding.issuperset(members) for adding in _ADDING):
        return JOINED.join(members)
    return _cases(members)


def _cases(members: Sequence[str]) -> str | None:
    """Return what results or ways of cases come to, or reviews and suits."""
    split = [member.rpartition(".") for member in members]
    kinds = list(dict.fromkeys(kind for kind, _, _ in split))
    results = list(dict.fromkeys(result for _, _, result in split))
    if not all(kind.startswith(("review", "litigation")) for kind in kinds):
        return None
    if len(kinds) == 1:
        return None if _WHOLE in results else JOINED.join(members)
    if set(kinds) == {"review", "litigation"} and len(members) == len(kinds):
        plain = len(results) == 1 or results[0] == _WHOLE
        return f"cases.{results[-1]}" if plain else None
    return JOINED.join(members) if len(results) == 1 and _SUITS.issuperset(kinds) else None


def including(concept: str, included: str) -> str | None:
    """Return what a number counts that is said to include something else: （含上年结转）."""
    if concept in _NEW and included == _CARRIED_IN:
        return _HANDLED
    if concept == _ANSWERED and included == _CARRIED_OUT:
        return DEALT
    within = concept in {included, _GRANTED} or (concept, included) == _OF_ITS_OWN
    apart = {concept, included} <= _RESULTS and not within
    return None if apart else concept


def is_new(members: Sequence[str]) -> bool:
    """Whether what came in this year is among these."""
    return not _NEW.isdisjoint(members)
