"""Which of many texts may be near copies of each other, without comparing all pairs.

Texts are taken in order.  Each is looked up in an inverted index of the sampled shingles of
those before it, and adds to it only what none that it resembles has: a thousand copies of one
text take the room of one.  A shingle that many unlike texts share is no text's own and tells
nothing.  Time and memory grow with the shingles, never with the pairs.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
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


class Found(Struct, frozen=True, kw_only=True):
    """Earlier texts that a text may be a near copy of, and its group."""

    earlier: tuple[int, ...]
    """Those that share most first."""
    group: int
    """The first text of its group: of those that each may be a near copy of one before."""


def search(texts: Sequence[bytes]) -> tuple[Found, ...]:
    """Look each text up among those before it; a text is the shingles of its imprint."""
    recurring = _recurring(texts)
    index: dict[int, list[int]] = {}
    sizes = list[int]()
    found = list[Found]()
    for number, text in enumerate(texts):
        mine = [one for one in _hashes(text) if one in recurring]
        told = [one for one in mine if len(index.get(one, ())) < _SHARED_BY]
        hits = Counter[int]()
        for one in told:
            hits.update(index.get(one, ()))
        sizes.append(len(_hashes(text)))
        near = tuple(_near(hits, number, sizes))[:_MOST]
        found.append(Found(earlier=near, group=found[near[0]].group if near else number))
        kin = frozenset(near[:1])
        for one in told:
            known = index.setdefault(one, [])
            if kin.isdisjoint(known):
                known.append(number)
    return tuple(found)


def _near(hits: Counter[int], number: int, sizes: Sequence[int]) -> Iterator[int]:
    for other in sorted(hits, key=lambda one: (-hits[one], one)):
        enough = _percent(hits[other], number, other, sizes) >= _PERCENT
        if hits[other] >= _LEAST and enough:
            yield other


def _percent(shared: int, one: int, other: int, sizes: Sequence[int]) -> int:
    return shared * 100 // max(min(sizes[one], sizes[other]), 1)


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
