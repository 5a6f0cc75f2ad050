"""What a figure counts that leaves its noun to the figures before it."""

from collections.abc import Mapping, Sequence
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.concept_ids import DECISIONS

_MORE_DOCUMENTS: Final = ("repealed", "in_force")
_MORE: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("documents", "rules"), _MORE_DOCUMENTS),
    **dict.fromkeys(("decided", "dealt_with"), DECISIONS),
}
"""Of what is listed by name behind a first figure: 制定5件、废止2件."""
_ADDED: Final = (
    {"applications.carried_in", "applications.new"},
    {"applications.carried_in", "applications.received"},
)
_CASES: Final = {"review.total", "litigation.total"}
_TAKEN_IN: Final = ("applications.new", "applications.received")


def elided(before: str, named: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Return the concept of a figure that leaves its noun to those before it.

    制定规章5件、废止2件; 新收648件，上年结转21件，合计669件: ``named`` are the concepts of the
    sentence so far, the last of them of the figure right before; a figure that is part of
    another has none.
    """

    def said(name: str) -> bool:
        return vocabulary.pattern(f"quantities.{name}").fullmatch(before) is not None

    topic = named[-1].partition(".")[0]
    if topic in _MORE:
        name = next((name for name in _MORE[topic] if said(name)), "")
        return f"{topic}.{name}" if name else None
    if set(named) in _ADDED and said("sum"):
        return "applications.handled"
    if set(named) == _CASES and said("sum"):
        return "cases.total"
    alike = len(named) > 1 and len(set(named)) == 1 and named[0] in _TAKEN_IN
    return named[0] if alike and said("whole") else None


def divided(named: Sequence[str]) -> str | None:
    """Return the concept of a figure that counts some of those before it, by who asked.

    办结219件，其中自然人申请186件: where several were counted, none tells which is divided.
    """
    concepts = {name for name in named if name}
    return concepts.pop() if len(concepts) == 1 else None
