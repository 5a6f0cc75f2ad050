"""Sums of the prose that fail because of figures that other findings speak of already."""

from collections.abc import Iterator, Sequence

from govcheck.document.place import Place
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome


def echoes(findings: Sequence[Finding]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each finding that others repeat, and those: by index.

    One finding repeats another where it is of the same stated figures, and of more: 答复805件,
    of which 258件 and others, when 258件 is found not to be what the table has.  That is one
    mistake, and the slighter finding never stands before the graver one.
    """
    stated = [_stated(finding) for finding in findings]
    at: dict[Place, list[int]] = {}
    for index, places in enumerate(stated):
        for place in places[:1]:
            at.setdefault(place, []).append(index)
    below: dict[int, list[int]] = {}
    for index, places in enumerate(stated):
        within = [
            other
            for place in places
            for other in at.get(place, ())
            if set(stated[other]) < set(places)
            and _is_as_grave(findings[other], findings[index])
        ]
        if within:
            root = min(within, key=lambda other: (len(stated[other]), other))
            below.setdefault(root, []).append(index)
    for root, followers in below.items():
        yield root, tuple(followers)


def _stated(finding: Finding) -> tuple[Place, ...]:
    """Return where in the running text a failure's figures stand."""
    if finding.outcome is not Outcome.FAIL:
        return ()
    places = (one.place for one in finding.evidence)
    return tuple(one for one in places if one.start is not None and one.table is None)


def _is_as_grave(root: Finding, follower: Finding) -> bool:
    return root.severity.rank <= follower.severity.rank
