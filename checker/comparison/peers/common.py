"""Sentences that many unlike texts share: handed down from above, and no body's own."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from govcheck.comparison.peers.search import Candidates
from govcheck.document.bodies import Imprint

_WIDTH: Final = 8
"""Bytes of a sentence's hash."""


def common_sentences(
    imprints: Sequence[Imprint], found: Sequence[Candidates], shared_by: int
) -> frozenset[bytes]:
    """Return the hashes of sentences that stand in more than so many groups of texts.

    Copies of one text are one group: what they share is not common for their number.  Only
    texts that may be near copies are asked for.
    """
    asked = {at for at, each in enumerate(found) if each.earlier}
    asked |= {one for each in found for one in each.earlier}
    wanted = {key for at in asked for key in key_list(imprints[at])}
    groups = defaultdict[bytes, set[int]](set)
    for one, each in zip(imprints, found, strict=True):
        for key in key_list(one):
            if key in wanted and len(groups[key]) <= shared_by:
                groups[key].add(each.group)
    return frozenset(key for key, known in groups.items() if len(known) > shared_by)


def own_sentences(imprint: Imprint, common: frozenset[bytes]) -> tuple[str, ...]:
    """Return the sentences that count: those that are not common."""
    return tuple(
        words
        for words, key in zip(imprint.sentences, key_list(imprint), strict=True)
        if key not in common
    )


def key_list(imprint: Imprint) -> list[bytes]:
    """Return the hash of each sentence."""
    return [imprint.keys[at : at + _WIDTH] for at in range(0, len(imprint.keys), _WIDTH)]
