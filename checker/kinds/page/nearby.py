"""What stands near words of a passage: whether their clause or sentence makes them right."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.search import Match
from govcheck.document.text import Passage
from govcheck.late_pattern import late_pattern

_CITED: Final = 20
"""A quotation that names words begins so near before them."""
_CLAUSE: Final = (late_pattern(r"[，。；：！？,;!?\n]|:(?!\d)"), 40)
_SENTENCE: Final = (late_pattern(r"[。；！？\n]"), 120)
"""What ends it, and how far it is followed to either side."""


class Nearby(Struct, frozen=True, kw_only=True):
    """Where in a passage the words begin that tell what other words are about."""

    against: Sequence[int]
    lawful: Sequence[int]
    managed: Sequence[int]
    wary: Sequence[int]
    touted: Sequence[int]
    advertising: Sequence[int]

    def named(self, match: Match, *, spared: bool) -> bool | None:
        """Whether what nobody names for its own sake is planted; None where it is spared."""
        clause, sentence = _around(match, *_CLAUSE), _around(match, *_SENTENCE)
        if spared or _stands(self.against, clause):
            return None
        if _stands(self.wary, clause):
            return False if _stands(self.touted, clause) else None
        excused = _is_cited(match) or _stands(self.wary, sentence)
        return self._advertised(clause) or not excused

    def advertised(self, match: Match) -> bool:
        """Whether the clause of the words advertises: 官网, 下载, 开户."""
        return self._advertised(_around(match, *_CLAUSE))

    def ambiguous(self, match: Match, *, spared: bool) -> bool | None:
        """Whether a word with lawful uses is planted; None where its clause makes it right.

        Without a word of advertisement near it, it may be either.
        """
        clause = clause_bounds(match)
        if _stands(self.against, clause):
            return None
        if spared or _stands(self.lawful, clause):
            return False if _stands(self.advertising, clause) else None
        if _stands(self.managed, clause) or _stands(self.wary, clause):
            return False if _stands(self.touted, clause) else None
        return self._advertised(clause)

    def _advertised(self, bounds: tuple[int, int]) -> bool:
        return _stands(self.advertising, bounds) or _stands(self.touted, bounds)


def starts(words: re.Pattern[str], passage: Passage) -> list[int]:
    """Return where in a passage the words begin, in order."""
    return [found.start() for found in words.finditer(passage.text)]


def _stands(starts: Sequence[int], bounds: tuple[int, int]) -> bool:
    """Whether one of the words that begin at these places begins within the bounds."""
    at = bisect_left(starts, bounds[0])
    return at < len(starts) and starts[at] < bounds[1]


def _is_cited(match: Match) -> bool:
    """Whether the words stand within “”, as what somebody else has called so."""
    text = match.passage.text[match.start - min(match.start, _CITED) : match.start]
    return text.rfind("“") > text.rfind("”")


def _around(match: Match, ends: re.Pattern[str], reach: int) -> tuple[int, int]:
    """Return the bounds of what stands about the words, up to the marks that end it."""
    text = match.passage.text
    before = text[max(0, match.start - reach) : match.start]
    after = text[match.end : match.end + reach]
    return (
        match.start - len(ends.split(before)[-1]),
        match.end + len(ends.split(after, maxsplit=1)[0]),
    )


def clause_bounds(match: Match) -> tuple[int, int]:
    """Return where in its passage the clause of the words begins and ends."""
    return _around(match, *_CLAUSE)
