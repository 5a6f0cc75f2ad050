"""Near copies among the reports of many bodies: found, verified and gathered into groups.

The reports are taken in the order of their publication, so that the first of a group is the
one that was published first; those whose day is not known come last.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from msgspec import Struct

from govcheck.comparison.peers.common import common_sentences, key_list, own_sentences
from govcheck.comparison.peers.groups import groups
from govcheck.comparison.peers.likeness import MaskedText, paired, text_of
from govcheck.comparison.peers.outlines import Outlines, outlines
from govcheck.comparison.peers.search import Candidates, search
from govcheck.comparison.sentences import Selection, masked
from govcheck.document.bodies import Body, Imprint
from govcheck.document.last_year import is_same_body

_KEPT: Final = 16
"""Texts whose index is kept; the first of a large group is asked for again and again."""
_DIGEST: Final = 16
"""Bytes that tell all sentences of a text from those of another."""


class Measure(Struct, frozen=True, kw_only=True):
    """What counts as a near copy: the rule's own."""

    selection: Selection
    shared_by: int
    """A sentence that more texts unlike each other have than so many does not count."""
    sentences: int
    """So many must be shared …"""
    percent: int
    """… and more than so many in a hundred of one of the two that count."""

    def exceeded(self, shared: int, counted: int) -> bool:
        """Whether so many shared sentences of so many that count are a near copy."""
        return shared >= self.sentences and shared * 100 > counted * self.percent


class CopyPair(Struct, frozen=True, kw_only=True):
    """Two reports of which one is a near copy of the other; neither is said to have copied."""

    earlier: int
    """Index of the one that was published first, as far as both tell."""
    later: int
    counted: tuple[int, int]
    """Sentences of each that count, the earlier's first."""
    shared: int

    def of(self, index: int) -> int:
        """Return how many sentences of one of the two count."""
        return self.counted[0 if index == self.earlier else 1]

    def beside(self, index: int) -> int:
        """Return the other one."""
        return self.later if index == self.earlier else self.earlier


class Copies(Struct, frozen=True, kw_only=True):
    """All that was found."""

    links: tuple[CopyPair, ...]
    """By the later report, those that share most first."""
    groups: tuple[tuple[int, ...], ...]
    """Indices of the reports that links join, in the order of publication."""
    common: frozenset[bytes]
    """Hashes of the sentences that are no body's own."""


def copies(bodies: Sequence[Body], measure: Measure) -> Copies:
    """Find near copies among reports.

    Each report is linked to at most a few that were published before it, so that a folder of
    one text gives one group and no more links than reports.
    """
    read = outlines(bodies)
    names = [name for _, name, _ in read.ranks]
    order = sorted(range(len(names)), key=read.ranks.__getitem__)
    first = _first_of_same(read.keys[one] for one in order)
    unlike = [order[at] for at, same in enumerate(first) if at == same]
    found = search(len(unlike), lambda at: read.shingles[unlike[at]])
    common = common_sentences(lambda at: read.keys[unlike[at]], found, measure.shared_by)
    links = [
        *_near(bodies, unlike, found, common, measure),
        *_same(read, [(order[same], order[at]) for at, same in enumerate(first)], common),
    ]
    links = [
        one
        for one in links
        if measure.exceeded(one.shared, min(one.counted))
        and not _is_one_body(names[one.earlier], names[one.later])
    ]
    place = {one: at for at, one in enumerate(order)}
    links.sort(key=lambda one: (place[one.later], -one.shared, place[one.earlier]))
    joined = groups([(one.earlier, one.later) for one in links], place)
    return Copies(links=tuple(links), groups=joined, common=common)


def _is_one_body(one: str, other: str) -> bool:
    """Whether two names may be one body's: two files of its report are no near copies."""
    return bool(one and other) and is_same_body(one, other)


def _first_of_same(keys: Iterable[bytes]) -> list[int]:
    """Return for each text the first one that has the same sentences, by their hashes."""
    known: dict[bytes, int] = {}
    return [
        known.setdefault(blake2b(one, digest_size=_DIGEST).digest(), at) if one else at
        for at, one in enumerate(keys)
    ]


def _near(
    bodies: Sequence[Body],
    order: Sequence[int],
    found: Sequence[Candidates],
    common: frozenset[bytes],
    measure: Measure,
) -> Iterator[CopyPair]:
    def keys(at: int) -> tuple[str, ...]:
        own = own_sentences(bodies[order[at]].imprint, common)
        return tuple(masked(one, measure.selection.masked) for one in own)

    @lru_cache(maxsize=_KEPT)
    def text(at: int) -> MaskedText:
        return text_of(keys(at))

    for at, one in enumerate(found):
        mine = keys(at) if one.earlier else ()
        for earlier in one.earlier:
            theirs = text(earlier)
            link = CopyPair(
                earlier=order[earlier],
                later=order[at],
                counted=(len(theirs.keys), len(mine)),
                shared=len(paired(mine, theirs)),
            )
            if not measure.exceeded(link.shared, min(link.counted)):
                break  # those that share fewer shingles will not be near copies either
            yield link


def _same(
    read: Outlines, pairs: Sequence[tuple[int, int]], common: frozenset[bytes]
) -> Iterator[CopyPair]:
    """Link texts of the same sentences without holding these against each other."""
    for earlier, later in pairs:
        if earlier != later:
            count = sum(key not in common for key in key_list(read.keys[later]))
            yield CopyPair(earlier=earlier, later=later, counted=(count, count), shared=count)


def shared_sentences(
    one: Imprint, other: Imprint, common: frozenset[bytes], measure: Measure
) -> tuple[tuple[str, str], ...]:
    """Return the sentences that two reports share, the first one's beside the other's."""
    own = [own_sentences(each, common) for each in (one, other)]
    mask = measure.selection.masked
    mine, theirs = ([masked(words, mask) for words in each] for each in own)
    return tuple((own[0][at], own[1][to]) for at, to in paired(mine, text_of(theirs)))
