"""Patterns that are compiled when first asked: of those of the package, half never are.

Nor is a pattern compiled for a text, or a long one searched for it, that cannot hold it: which
words it needs is known (``pattern_needs``), and most need some that a text does not hold.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from govcheck.pattern_codes import Needs, compiled, needed

_SHORT: Final = 300
"""Characters of a text for which a pattern is compiled as soon as looked at."""
_LONG: Final = 20_000
"""Characters of a text that one which is compiled finds sooner than its words."""
_TEXTS: Final = 16
"""So many texts are remembered."""


class LatePattern:
    """Does all that a compiled pattern does, and is one from the first time it is asked."""

    __slots__ = (
        "_at_once",
        "_compiled",
        "_flags",
        "_needs",
        "findall",
        "fullmatch",
        "match",
        "pattern",
        "sub",
    )

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take a pattern that is known to compile."""
        self.pattern = pattern
        self._flags = int(flags)
        self._at_once = _SHORT
        self._compiled: re.Pattern[str] | None = None
        self._needs: Needs | None = None

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match in a text, or between its bounds."""
        if len(text) > self._at_once and self._lacks(text):
            return None
        return (self._compiled or self._made()).search(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """Yield every match in a text, or between its bounds."""
        if len(text) > self._at_once and self._lacks(text):
            return iter(())
        return (self._compiled or self._made()).finditer(text, *bounds)

    def _lacks(self, text: str) -> bool:
        """Whether a text does not hold what the pattern needs."""
        if self._needs is None:
            self._needs = self.needs()
        return bool(self._needs) and _holding(text).lacks(self._needs, self.pattern)

    def needs(self) -> Needs:
        """Return the words without which it is not found, as far as they are known."""
        return needed(self.pattern, self._flags)

    def compile(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        return compiled(self.pattern, self._flags)

    def _made(self) -> re.Pattern[str]:
        made = self._compiled = self.compile()
        self._at_once = _LONG
        self.match, self.fullmatch = made.match, made.fullmatch
        self.sub, self.findall = made.sub, made.findall
        return made

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        return getattr(self._compiled or self._made(), name)

    @property  # type: ignore[misc] # it stands for one
    def __class__(self) -> type[re.Pattern[str]]:  # type: ignore[override]
        return re.Pattern

    def __eq__(self, other: object) -> bool:
        """Two patterns are equal when they are written alike."""
        if isinstance(other, LatePattern | re.Pattern):
            return self.pattern == other.pattern
        return NotImplemented

    def __hash__(self) -> int:
        """Like patterns, like hashes."""
        return hash(self.pattern)


class _Holding:
    """What a text holds."""

    __slots__ = ("_lacking", "_signs", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._signs = frozenset(text)
        self._lacking: dict[str, bool] = {}

    def lacks(self, needs: Needs, pattern: str) -> bool:
        """Whether it holds no word of one of the groups; asked once of each pattern."""
        known = self._lacking.get(pattern)
        if known is None:
            known = self._lacking[pattern] = not all(map(self._holds, needs))
        return known

    def _holds(self, words: tuple[str, ...]) -> bool:
        text = self._text
        return any(word in text for word in filter(self._signs.issuperset, words))


_holding = lru_cache(_TEXTS)(_Holding)


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that will be compiled when it is needed."""
    late: Any = LatePattern(pattern, flags)
    found: re.Pattern[str] = late
    return found
