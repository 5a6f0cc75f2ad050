"""Failures that come of one slip with another: a wrong year, a part that is not there."""

from collections.abc import Iterator, Sequence

from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome


def consequences(findings: Sequence[Finding]) -> Iterator[tuple[int, int]]:
    """Yield each failure that is another's consequence, and that other: by index.

    A rule says whose failure its own follows from; from that of an empty part follows only
    what should stand in it.  Of several rules that say of a part that there is nothing, the
    gravest finding stands for it; one that names a part more stands by itself.  The slighter
    never stands before the graver.
    """
    failed = [at for at, one in enumerate(findings) if one.outcome is Outcome.FAIL]
    by_rule: dict[str, list[int]] = {}
    for at in failed:
        by_rule.setdefault(findings[at].rule, []).append(at)
    for at in failed:
        roots = sorted(one for rule in findings[at].follows for one in by_rule.get(rule, ()))
        root = next((one for one in roots if _explains(findings[one], findings[at])), None)
        if root is None:
            root = _empty_part(findings, failed, at)
        if root is not None:
            yield at, root


def _explains(root: Finding, follower: Finding) -> bool:
    """Whether a failure follows from its rule's root; of an empty part, what it owes does."""
    shown = {*follower.absent, *(one.place.part for one in follower.evidence)}
    told = not root.absent or not shown.isdisjoint(root.absent)
    graver = root.severity.rank <= follower.severity.rank
    return told and graver


def _empty_part(findings: Sequence[Finding], failed: Sequence[int], at: int) -> int | None:
    """Return a finding before this one that, with others, names all its empty parts."""
    absent = set(findings[at].absent)
    if not absent:
        return None
    apart = (one for one in failed if one < at)
    before = [one for one in apart if absent & set(findings[one].absent)]
    named = {part for one in before for part in findings[one].absent}
    return before[0] if absent <= named else None
