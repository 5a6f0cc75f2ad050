"""Sentences that many unlike texts share: handed down from above, and no body's own."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from govcheck.comparison.peers.search import Candidates
from govcheck.document.bodies import Imprint

_WIDTH: Final = 8
"""Bytes of a sentence's hash."""


def common_sentences(
    keys: Callable[[int], bytes], found: Sequence[Candidates], shared_by: int
) -> frozenset[bytes]:
    """Return the hashes of sentences that stand in more than so many groups of texts.

    ``keys`` gives those of a text's sentences, by its number.  Copies of one text are one
    group: what they share is not common for their number.  Only texts that may be near copies
    are asked for.
    """
    wanted = _wanted(keys, found)
    counts, last = array("H", bytes(2 * len(wanted))), array("l", [-1]) * len(wanted)
    for number in sorted(range(len(found)) if wanted else (), key=lambda at: found[at].group):
        group = found[number].group
        for key in _numbers(keys(number)):
            at = bisect_left(wanted, key)
            if at < len(wanted) and wanted[at] == key and last[at] != group:
                last[at] = group
                counts[at] = min(counts[at] + 1, shared_by + 1)
    return frozenset(
        key.to_bytes(_WIDTH, sys.byteorder)
        for key, count in zip(wanted, counts, strict=True)
        if count > shared_by
    )


def _wanted(keys: Callable[[int], bytes], found: Sequence[Candidates]) -> "array[int]":
    """Return the hashes of the texts that may be near copies, each once, ascending."""
    asked = {at for at, each in enumerate(found) if each.earlier}
    asked |= {one for each in found for one in each.earlier}
    every = array("Q")
    for one in sorted(asked):
        every.frombytes(keys(one))
    return array("Q", (key for key, _ in groupby(sorted(every))))


def _numbers(keys: bytes) -> "array[int]":
    held = array("Q")
    held.frombytes(keys)
    return held


def own_sentences(imprint: Imprint, common: frozenset[bytes]) -> tuple[str, ...]:
    """Return the sentences that count: those that are not common."""
    return tuple(
        words
        for words, key in zip(imprint.sentences, key_list(imprint.keys), strict=True)
        if key not in common
    )


def key_list(keys: bytes) -> list[bytes]:
    """Return the hash of each sentence."""
    return [keys[at : at + _WIDTH] for at in range(0, len(keys), _WIDTH)]
