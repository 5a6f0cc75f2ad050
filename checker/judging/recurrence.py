"""Which findings of one report are found again in another: those of one body, or two copies."""

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment, Finding
from govcheck.late_pattern import late_pattern

_FIGURE: Final = late_pattern(r"\d+")
_WORDS: Final = 200
"""Characters of a quotation that it is known again by."""
_Pairs = list[tuple[int, int]]


class Recurrences(Struct, frozen=True, kw_only=True):
    """The findings of two reports that stand by themselves."""

    kept: tuple[tuple[Finding, Finding], ...]
    """In both: as the earlier has it, and as the later has it."""
    gone: tuple[Finding, ...]
    """In the earlier alone."""
    new: tuple[Finding, ...]
    """In the later alone."""


def recurrences(earlier: Assessment, later: Assessment) -> Recurrences:
    """Match the findings of two reports: of one rule, about the same words, cell or lack.

    Years and figures in what is quoted make no difference.
    """
    old, new = _standing(earlier), _standing(later)
    pairs = _matched(old, new)
    known, found = {one for one, _ in pairs}, {other for _, other in pairs}
    return Recurrences(
        kept=tuple((old[one], new[other]) for one, other in sorted(pairs, key=_later)),
        gone=tuple(one for at, one in enumerate(old) if at not in known),
        new=tuple(one for at, one in enumerate(new) if at not in found),
    )


def _standing(assessment: Assessment) -> list[Finding]:
    return [one for one in assessment.findings if one.root is None and not one.lifted]


def _later(pair: tuple[int, int]) -> int:
    return pair[1]


def _matched(old: Sequence[Finding], new: Sequence[Finding]) -> _Pairs:
    """Return the places in either list of what is found again.

    It is known by its words, else by its place, else by what is said of it: something that is
    missing is shown by whatever stands in its place.
    """
    pairs: _Pairs = []
    for key in (_by_words, _by_place, _by_message):
        known, found = {one for one, _ in pairs}, {other for _, other in pairs}
        waiting = defaultdict[Hashable, deque[int]](deque)
        for at, one in enumerate(old):
            if at not in known:
                waiting[key(one)].append(at)
        for at, one in enumerate(new):
            if at not in found and waiting.get(key(one)):
                pairs.append((waiting[key(one)].popleft(), at))
    return pairs


def _by_words(finding: Finding) -> Hashable:
    return finding.rule, tuple(map(_words, finding.evidence)) or _masked(finding.message)


def _by_place(finding: Finding) -> Hashable:
    """Return the cell that it is about, or the whole of it where it is about none."""
    place = finding.evidence[0].place if finding.evidence else None
    if place is None or place.table is None:
        return finding.rule, _by_words(finding)
    return finding.rule, place.table, place.row, place.column


def _by_message(finding: Finding) -> Hashable:
    return finding.rule, _masked(finding.message)


def _words(evidence: Evidence) -> Hashable:
    place = evidence.place
    return place.part, place.table, place.row, place.column, _masked(evidence.quote)


def _masked(words: str) -> str:
    return _FIGURE.sub("0", "".join(words[:_WORDS].split()))
