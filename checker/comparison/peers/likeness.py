"""The sentences that two texts share: the same when masked, or with some words changed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

_GRAM: Final = 3
_ALIKE: Final = 2
"""Of the runs of three characters one in so many, at least, stands in both sentences."""
_REACH: Final = 8
"""A run is looked for in so many sentences of the other text."""
_TRIED: Final = 3
"""So many sentences, those that share most, are held against one."""

Pair = tuple[int, int]


class MaskedText(Struct, frozen=True, kw_only=True):
    """The masked sentences of a text, and where each run of characters stands."""

    keys: tuple[str, ...]
    grams: tuple[frozenset[str], ...]
    by_key: dict[str, list[int]]
    by_gram: dict[str, list[int]]


def text_of(keys: Sequence[str]) -> MaskedText:
    """Index a text's masked sentences."""
    by_key, by_gram = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    grams = tuple(map(_grams, keys))
    for number, key in enumerate(keys):
        by_key[key].append(number)
        for gram in grams[number]:
            if len(by_gram[gram]) < _REACH:
                by_gram[gram].append(number)
    return MaskedText(keys=tuple(keys), grams=grams, by_key=dict(by_key), by_gram=dict(by_gram))


def paired(mine: Sequence[str], theirs: MaskedText) -> tuple[Pair, ...]:
    """Pair the masked sentences that two texts share, each of them once, in the first's order.

    Takes time in proportion to the two texts.
    """
    free = {key: iter(numbers) for key, numbers in theirs.by_key.items()}
    same = {
        number: other
        for number, key in enumerate(mine)
        if (other := next(free.get(key, iter(())), None)) is not None
    }
    taken = set(same.values())
    for number, key in enumerate(mine):
        if number in same:
            continue
        other = next(_alike(key, theirs, taken), None)
        if other is not None:
            same[number] = other
            taken.add(other)
    return tuple(sorted(same.items()))


def _alike(key: str, theirs: MaskedText, taken: set[int]) -> Iterator[int]:
    """Yield sentences that are this one with some words changed, the most alike first."""
    grams = _grams(key)
    hits = Counter(other for gram in grams for other in theirs.by_gram.get(gram, ()))
    order = sorted((one for one in hits if one not in taken), key=lambda one: (-hits[one], one))
    for other in order[:_TRIED]:
        its = theirs.grams[other]
        if len(grams & its) * _ALIKE >= max(len(grams), len(its)):
            yield other


def _grams(key: str) -> frozenset[str]:
    return frozenset(key[at : at + _GRAM] for at in range(len(key) - _GRAM + 1))
