"""Which of many texts may be near copies of each other, without comparing all pairs.

Texts are taken in order.  Each is looked up in an inverted index of the sampled shingles of
those before it, and adds to it only what none that it resembles has: a thousand copies of one
text take the room of one.  A shingle that many unlike texts share is no text's own and tells
nothing; one that a single text has is not in the index.  Time and memory grow with the
shingles, never with the pairs, and no text is kept.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import accumulate, groupby
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
_PARTS: Final = 16
"""Shingles are sorted in so many parts, which take the less room."""
_STEP: Final = 2**32 // _PARTS

Text = Callable[[int], bytes]
"""Gives the shingles of a text, by its number."""


class Candidates(Struct, frozen=True, kw_only=True):
    """Earlier texts that a text may be a near copy of, and its group."""

    earlier: tuple[int, ...]
    """Those that share most first."""
    group: int
    """The first text of its group: of those that each may be a near copy of one before."""


def search(count: int, text: Text) -> tuple[Candidates, ...]:
    """Look each of so many texts up among those before it."""
    index = _Index(map(text, range(count)))
    found = list[Candidates]()
    for number in range(count):
        told = index.told(text(number))
        near = tuple(
            other
            for other, shared in _best(index.hits(told.known))
            if shared * 100 >= _PERCENT * min(told.count, index.told(text(other)).count)
        )
        found.append(Candidates(earlier=near, group=found[near[0]].group if near else number))
        index.add(told.known, number, kin=near[:1])
    return tuple(found)


def _best(hits: Counter[int]) -> list[tuple[int, int]]:
    """Return the texts that share most, and how many shingles."""
    shared = ((other, number) for other, number in hits.items() if number >= _LEAST)
    return nsmallest(_MOST, shared, key=lambda one: (-one[1], one[0]))


class _Told(Struct, frozen=True, kw_only=True):
    """What tells a text from others."""

    count: int
    """Shingles that are not common …"""
    known: Sequence[int]
    """… and the places in the index of those that recur."""


class _Index:
    """Shingles that recur, and the texts that have them; of those that resemble, one.

    All of it lies in a few arrays: for each shingle room for as many texts as it can need.
    """

    def __init__(self, texts: Iterable[bytes]) -> None:
        self._shingles, counts = _recurring(texts)
        self._starts = array("I", accumulate(counts, initial=0))
        self._texts = array("I", bytes(4 * self._starts[-1]))
        self._filled = array("B", bytes(len(self._shingles)))

    def told(self, text: bytes) -> _Told:
        """Return what there is of a text that is not common."""
        shingles, filled, known, common = self._shingles, self._filled, list[int](), 0
        held, last = _hashes(text), len(shingles)
        for one in held:
            at = bisect_left(shingles, one)
            if at < last and shingles[at] == one:
                if filled[at] < _SHARED_BY:
                    known.append(at)
                else:
                    common += 1
        return _Told(count=len(held) - common, known=known)

    def hits(self, known: Iterable[int]) -> Counter[int]:
        """Count what each text has of these."""
        found = Counter[int]()
        for at in known:
            found.update(self._with(at))
        return found

    def add(self, known: Iterable[int], number: int, *, kin: tuple[int, ...]) -> None:
        """Note what a text has that the one that it resembles has not."""
        for at in known:
            if not kin or kin[0] not in self._with(at):
                self._texts[self._starts[at] + self._filled[at]] = number
                self._filled[at] += 1

    def _with(self, at: int) -> "array[int]":
        start = self._starts[at]
        return self._texts[start : start + self._filled[at]]


def _recurring(texts: Iterable[bytes]) -> tuple["array[int]", "array[int]"]:
    """Return the shingles that more than one text has, and of how many texts to take note."""
    shingles, counts = array("I"), array("B")
    for part in _parts(texts):
        for one, same in groupby(sorted(part)):
            count = sum(1 for _ in same)
            if count > 1:
                shingles.append(one)
                counts.append(min(count, _SHARED_BY))
    return shingles, counts


def _parts(texts: Iterable[bytes]) -> Iterator["array[int]"]:
    """Yield all shingles in parts, each with greater ones than the part before."""
    parts = [array("I") for _ in range(_PARTS)]
    for text in texts:
        held, start = _hashes(text), 0
        for number, part in enumerate(parts, 1):
            end = bisect_left(held, number * _STEP, start)
            part.extend(held[start:end])
            start = end
    while parts:
        yield parts.pop(0)


def _hashes(text: bytes) -> "array[int]":
    held = array("I")
    held.frombytes(text)
    return held
