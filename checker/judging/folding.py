"""What explains findings, and how those it explains are folded under it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Finding


class Cause(Struct, frozen=True, kw_only=True):
    """What some findings have in common."""

    members: tuple[int, ...]
    """Indexes of the findings, the root first."""
    words: str = ""
    """What the root's message says of it; its hint, where more than one cell could be it."""
    evidence: tuple[Evidence, ...] = ()
    """The cell at fault and its right figure, where the figures tell."""


def folded(findings: Sequence[Finding], causes: Sequence[Cause]) -> tuple[Finding, ...]:
    """Put the findings in order: each root where it stood, its followers after it."""
    told: dict[int, list[Cause]] = {}
    for cause in causes:
        told.setdefault(cause.members[0], []).append(cause)
    below = _below(causes)
    followers = {member for members in below.values() for member in members}
    ordered: list[Finding] = []
    for index, finding in enumerate(findings):
        if index in followers:
            continue
        root = len(ordered)
        ordered.append(reduce(_root, told.get(index, ()), finding))
        ordered += [replace(findings[one], root=root) for one in sorted(below.get(index, ()))]
    return tuple(ordered)


def _below(causes: Iterable[Cause]) -> Mapping[int, Sequence[int]]:
    """Return what stands under each root; what a follower explains stands under its root."""
    above: dict[int, int] = {}
    for cause in causes:
        top = _top(cause.members[0], above)
        for member in cause.members[1:]:
            if member != top:
                above.setdefault(member, top)
    below: dict[int, list[int]] = {}
    for member in above:
        below.setdefault(_top(member, above), []).append(member)
    return below


def _top(index: int, above: Mapping[int, int]) -> int:
    while index in above:
        index = above[index]
    return index


def _root(finding: Finding, cause: Cause) -> Finding:
    if not cause.evidence:
        return replace(finding, hint=finding.hint + cause.words)
    message = finding.message + cause.words
    places = {evidence.place for evidence in cause.evidence}
    others = tuple(item for item in finding.evidence if item.place not in places)
    return replace(finding, message=message, evidence=cause.evidence + others)
