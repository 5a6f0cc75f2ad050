"""Patterns that are compiled when first asked: of those of the package, half never are.

Nor is a long text searched where a pattern cannot be found: which words it needs is known
(``pattern_needs``), and so is how far it looks (``pattern_reach``).
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from govcheck.pattern_codes import Needs, compiled, looks, needed
from govcheck.pattern_reach import Reach
from govcheck.pattern_windows import Sought, Windows, holding_of

_SHORT: Final = 300
"""Characters of a text that is searched as soon as looked at."""
_BORDER: Final = 2
"""Characters more of a text, so that it does not seem to end where a pattern still looks."""


class LatePattern:
    """Does all that a compiled pattern does, and is one from the first time it is asked."""

    __slots__ = (
        "_compiled",
        "_flags",
        "_sought",
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
        self._compiled: re.Pattern[str] | None = None
        self._sought: Sought | None = None

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match in a text, or between its bounds."""
        if len(text) > _SHORT and (near := self._near(text, bounds)) is not None:
            return next(near, None)
        return (self._compiled or self._made()).search(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """Yield every match in a text, or between its bounds."""
        if len(text) > _SHORT and (near := self._near(text, bounds)) is not None:
            return near
        return (self._compiled or self._made()).finditer(text, *bounds)

    def _near(self, text: str, bounds: tuple[int, ...]) -> Iterator[re.Match[str]] | None:
        """Return the matches near words that the pattern needs; None where it needs none."""
        start, end = (*bounds, len(text))[:2] if bounds else (0, len(text))
        if end - start <= _SHORT:
            return None
        if self._sought is None:
            known = (self.pattern, self._flags)
            self._sought = Sought(known, self.needs(), self.reach())
        if not self._sought.needs:
            return None
        windows = holding_of(text).windows(self._sought)
        return None if windows is None else self._found(text, windows, start, end)

    def _found(
        self, text: str, windows: Windows, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """Yield the matches that begin in these windows, and no others."""
        reach = self._sought and self._sought.reach
        beyond = reach.ahead + _BORDER if reach else 0
        for low, high in windows:
            start = max(start, low)
            limit = min(end, high + beyond)
            while start <= high:
                found = (self._compiled or self._made()).search(text, start, limit)
                if found is None or found.start() > high:
                    break
                yield found
                start = found.end()

    def needs(self) -> Needs:
        """Return the words without which it is not found, as far as they are known."""
        return needed(self.pattern, self._flags)

    def reach(self) -> Reach | None:
        """Return how far it looks from where a match begins, as far as that is known."""
        return looks(self.pattern, self._flags)

    def compile(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        return compiled(self.pattern, self._flags)

    def _made(self) -> re.Pattern[str]:
        made = self._compiled = self.compile()
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


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that will be compiled when it is needed."""
    late: Any = LatePattern(pattern, flags)
    found: re.Pattern[str] = late
    return found
