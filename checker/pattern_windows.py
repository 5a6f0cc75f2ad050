"""Where in a long text a match of a pattern may begin: near the words that it needs.

Most patterns need words that a text does not hold, or holds at few places.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from govcheck.pattern_codes import Needs
from govcheck.pattern_reach import Reach

_TEXTS: Final = 16
"""So many texts are remembered."""
_MOST_WORDS: Final = 24
"""Of a group that are looked for one by one."""
_SPARSE: Final = 3
"""What may be searched is at most this part of a text, or all of it is searched at once."""
Windows = tuple[tuple[int, int], ...]
"""Stretches of a text that a match may begin in, in order and apart: the first and the last."""


class Sought(NamedTuple):
    """What is known of where a pattern is found."""

    pattern: tuple[str, int]
    """With its flags."""
    needs: Needs
    reach: Reach | None


class Holding:
    """What a text holds."""

    __slots__ = ("_known", "_signs", "_text")

    def __init__(self, text: str) -> None:
        """Note what signs a text has."""
        self._text = text
        self._signs = frozenset(text)
        self._known: dict[tuple[str, int], Windows | None] = {}

    def windows(self, sought: Sought) -> Windows | None:
        """Return where a match may begin, None for anywhere; worked out once a pattern."""
        if sought.pattern not in self._known:
            self._known[sought.pattern] = self._windows(sought.needs, sought.reach)
        return self._known[sought.pattern]

    def _windows(self, needs: Needs, reach: Reach | None) -> Windows | None:
        held = [[word for word in group if self._holds(word)] for group in needs]
        if not all(held):
            return ()
        if reach is None:
            return None
        most = len(self._text) // (_SPARSE * sum(reach))
        for words in held:
            if len(words) <= _MOST_WORDS and sum(map(self._text.count, words)) <= most:
                return tuple(_joined(sorted(_around(self._text, words, reach))))
        return None

    def _holds(self, word: str) -> bool:
        return self._signs.issuperset(word) and word in self._text


holding_of = lru_cache(_TEXTS)(Holding)


def _around(text: str, words: Iterable[str], reach: Reach) -> Iterator[tuple[int, int]]:
    """Yield for each place of a word where that can begin which needs it there."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield max(0, at + len(word) - reach.ahead), at + reach.behind
            at = text.find(word, at + 1)


def _joined(windows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join windows, which are in order, where they touch."""
    first = last = -1
    for low, high in windows:
        if low > last + 1:
            if last >= 0:
                yield first, last
            first = low
        last = max(last, high)
    if last >= 0:
        yield first, last
