"""The characters that a match of a pattern may begin with, for the engine to look for.

The engine skips what no match begins with where a pattern opens with a character or a class.
It sees none behind a look around, nor at the head of each way of a branch.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from govcheck.pattern_reading import Item, PatternReading, cased, name

_MOST: Final = 1200
"""Characters; of more one stands nearly everywhere."""
_WIDEST: Final = 600
"""Characters of a range."""
_RARE: Final = frozenset(("CATEGORY_DIGIT", "CATEGORY_SPACE"))
"""Sorts of characters, by the names that the parser has for them, that few are of."""
_LIKE_LATIN: Final = frozenset("İıſ\u212a")
"""What beside its two cases ``re`` takes for some letter of ASCII where case is ignored."""
_Start = tuple[frozenset[str] | None, bool]
"""What a stretch begins with, None for whatever it may be; and whether it may be empty."""
_ANYTHING: Final[_Start] = (None, False)
_NO_ROOM: Final[_Start] = (frozenset(), True)


def starts(parsed: Any) -> tuple[str, ...]:  # noqa: ANN401 - the parser has no public types
    """Return the characters and sorts of them that a match begins with; nothing for too much.

    Where a line must begin, the engine sees that sooner than of what sort a character is.
    """
    found, empty = _Reading().of(parsed)
    if empty or found is None or len(found) > _MOST:
        return ()
    return () if name(parsed[0]) == "AT" and found & _RARE else tuple(sorted(found))


class _Reading(PatternReading[_Start]):
    """What a match of a pattern begins with."""

    unknown = _ANYTHING
    no_room = _NO_ROOM
    widest = _WIDEST

    def sequence(self, items: Iterable[Item], flags: int) -> _Start:
        begun = frozenset[str]()
        for item in items:
            if name(item) == "ASSERT" and not begun:
                direction, looked_for = item[1]
                if seen := self._seen(direction, looked_for, flags):
                    return seen, False
            found, empty = self.item(item, flags)
            if found is None:
                return self.unknown
            begun |= found
            if not empty:
                return begun, False
        return begun, True

    def _seen(self, direction: int, items: Sequence[Item], flags: int) -> frozenset[str] | None:
        """Return what must stand at a place; nothing for what must stand before it."""
        found, empty = self.sequence(items, flags)
        return None if direction < 0 or empty else found

    def look(self, direction: int, items: Sequence[Item], flags: int) -> _Start:  # noqa: ARG002
        return self.no_room

    def signs(self, codes: Sequence[int], sorts: frozenset[str], flags: int) -> _Start:
        signs = frozenset(map(chr, codes))
        others = list(cased(signs, flags))
        if sorts - _RARE or not all(map(str.isascii, others)):
            return self.unknown
        if others:
            signs = frozenset(map(str.lower, signs)) | set(map(str.upper, signs)) | _LIKE_LATIN
        return signs | sorts, False

    def either(self, ways: Sequence[_Start]) -> _Start:
        begun = frozenset[str]().union(*(found for found, _ in ways if found is not None))
        if any(found is None for found, _ in ways):
            return self.unknown
        return begun, any(empty for _, empty in ways)

    def repeated(self, known: _Start, least: int, most: int) -> _Start:  # noqa: ARG002
        found, empty = known
        return found, empty or not least
