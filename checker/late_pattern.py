"""Patterns that are compiled when first asked: of those of the package, half never are."""

import re
from typing import Any

from govcheck.pattern_codes import compiled


class LatePattern:
    """Does all that a compiled pattern does, and is one from the first time it is asked."""

    __slots__ = ("_compiled", "_flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take a pattern that is known to compile."""
        self.pattern = pattern
        self._flags = int(flags)
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if self._compiled is None:
            self._compiled = compiled(self.pattern, self._flags)
        return getattr(self._compiled, name)

    def __eq__(self, other: object) -> bool:
        """Two patterns are equal when they are written alike."""
        if isinstance(other, LatePattern | re.Pattern):
            return self.pattern == other.pattern
        return NotImplemented

    def __hash__(self) -> int:
        """Like patterns, like hashes."""
        return hash(self.pattern)


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that will be compiled when it is needed."""
    late: Any = LatePattern(pattern, flags)
    found: re.Pattern[str] = late
    return found
