"""Patterns of a rule book found sound, compiled when first asked: half of them never are."""

import re
from typing import Any


class LatePattern:
    """Does all that a compiled pattern does, and is one from the first time it is asked."""

    __slots__ = ("_compiled", "pattern")

    def __init__(self, pattern: str) -> None:
        """Take a pattern that is known to compile."""
        self.pattern = pattern
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
        return getattr(self._compiled, name)

    def __eq__(self, other: object) -> bool:
        """Two patterns are equal when they are written alike."""
        if isinstance(other, LatePattern | re.Pattern):
            return self.pattern == other.pattern
        return NotImplemented

    def __hash__(self) -> int:
        """Like patterns, like hashes."""
        return hash(self.pattern)


def late_pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern that will be compiled when it is needed."""
    late: Any = LatePattern(pattern)
    compiled: re.Pattern[str] = late
    return compiled
