"""Which of many texts may be near copies of each other, without comparing all pairs.

Texts are taken in order.  Each is looked up in an inverted index of the sampled shingles of
those before it, and adds to it only what none that it resembles has: a thousand copies of one
text take the room of one.  A shingle that many unlike texts share is no text's own and tells
nothing.  Time and memory grow with the shingles, never with the pairs.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import Final

from msgspec import Struct

_SHARED_BY: Final = 32
"""A shingle of so many texts unlike each other is common."""
_LEAST: Final = 3
"""Shingles that two texts must share to be held against each other …"""
_PERCENT: Final = 25
"""… and in a hundred of the smaller one's: half of its sentences, a word in seven changed."""
_MOST: Final = 4
"""Of the earlier texts so many are named, those that share most."""


class Candidates(Struct, frozen=True, kw_only=True):
    """Earlier texts that a text may be a near copy of, and its group."""

    earlier: tuple[int, ...]
    """Those that share most first."""
    group: int
    """The first text of its group: of those that each may be a near copy of one before."""


def search(texts: Sequence[bytes]) -> tuple[Candidates, ...]:
    """Look each text up among those before it; a text is the shingles of its imprint."""
    recurring = _recurring(texts)
    index = _Index()
    found = list[Candidates]()
    for number, text in enumerate(texts):
        told = index.told(text)
        hits = Counter[int]()
        for one in told:
            hits.update(index.known.get(one, ()))
        near = tuple(
            other
            for other, shared in _best(hits)
            if shared * 100 >= _PERCENT * min(len(told), len(index.told(texts[other])))
        )
        found.append(Candidates(earlier=near, group=found[near[0]].group if near else number))
        index.add((one for one in told if one in recurring), number, kin=near[:1])
    return tuple(found)


def _best(hits: Counter[int]) -> list[tuple[int, int]]:
    """Return the texts that share most, and how many shingles."""
    shared = ((other, number) for other, number in hits.items() if number >= _LEAST)
    return nsmallest(_MOST, shared, key=lambda one: (-one[1], one[0]))


class _Index:
    """Shingles, and the texts that have them; of those that resemble each other, one."""

    def __init__(self) -> None:
        self.known: dict[int, list[int]] = {}

    def told(self, text: bytes) -> list[int]:
        """Return the shingles of a text that are not common."""
        return [one for one in _hashes(text) if len(self.known.get(one, ())) < _SHARED_BY]

    def add(self, shingles: Iterable[int], number: int, *, kin: tuple[int, ...]) -> None:
        """Note what a text has that the one that it resembles has not."""
        for one in shingles:
            texts = self.known.setdefault(one, [])
            if not any(other in texts for other in kin):
                texts.append(number)


def _recurring(texts: Sequence[bytes]) -> frozenset[int]:
    """Return the shingles that more than one text has; most have but one."""
    every = array("I")
    for text in texts:
        every.frombytes(text)
    return frozenset(one for one, other in pairwise(sorted(every)) if one == other)


def _hashes(text: bytes) -> "array[int]":
    held = array("I")
    held.frombytes(text)
    return held
