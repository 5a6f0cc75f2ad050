"""What a parsed pattern says, read in one way whatever is asked of it.

A pattern is what Python's own parser makes of it: items, one behind the other.  What is
known of each is told by who asks; of what this module does not know, nothing is said.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from re import IGNORECASE
from typing import Any, Generic, TypeVar

Item = tuple[Any, Any]
"""Of a parsed pattern: what it is, and what of it."""
Known = TypeVar("Known")
"""What is told of a stretch of a pattern."""


class PatternReading(ABC, Generic[Known]):
    """One question that is asked of a pattern, and the answer for each item of it."""

    unknown: Known
    """Of what cannot be told."""
    no_room: Known
    """Of what takes no room: a border, or what must not stand there."""
    widest: int
    """Characters of a range in a class that is written out."""

    def of(self, parsed: Any) -> Known:  # noqa: ANN401 - the parser has no public types
        """Return what is known of a whole pattern."""
        return self.sequence(parsed, parsed.state.flags)

    @abstractmethod
    def sequence(self, items: Iterable[Item], flags: int) -> Known:
        """Return what is known of items one behind the other."""

    @abstractmethod
    def look(self, direction: int, items: Sequence[Item], flags: int) -> Known:
        """Return what is known of a look ahead, or back where the direction is below 0."""

    @abstractmethod
    def signs(self, codes: Sequence[int], sorts: frozenset[str], flags: int) -> Known:
        """Return what is known of one of these characters, or of these sorts of them."""

    @abstractmethod
    def either(self, ways: Sequence[Known]) -> Known:
        """Return what is known of a branch, from what is known of each of its ways."""

    @abstractmethod
    def repeated(self, known: Known, least: int, most: int) -> Known:
        """Return what is known of a stretch that stands so many times."""

    def item(self, item: Item, flags: int) -> Known:
        """Return what is known of an item; what it is has a name that the parser gives it."""
        known, value = self.unknown, item[1]
        match name(item):
            case "AT" | "ASSERT_NOT":
                known = self.no_room
            case "ASSERT":
                direction, items = value
                known = self.look(direction, items, flags)
            case "LITERAL":
                known = self.signs([value], frozenset(), flags)
            case "IN":
                known = self._class(value, flags)
            case "BRANCH":
                known = self.either([self.sequence(way, flags) for way in value[1]])
            case "SUBPATTERN":
                _, added, removed, items = value
                known = self.sequence(items, (flags | added) & ~removed)
            case "ATOMIC_GROUP":
                known = self.sequence(value, flags)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, items = value
                known = self.repeated(self.sequence(items, flags), least, most)
        return known

    def _class(self, items: Sequence[Item], flags: int) -> Known:
        codes, sorts = list[int](), set[str]()
        for item in items:
            value = item[1]
            match name(item):
                case "LITERAL":
                    codes.append(value)
                case "RANGE" if value[1] - value[0] < self.widest:
                    codes += range(value[0], value[1] + 1)
                case "CATEGORY":
                    sorts.add(str(value))
                case _:
                    return self.unknown
        return self.signs(codes, frozenset(sorts), flags)


def name(item: Item) -> str:
    """Return what an item is: LITERAL, MAX_REPEAT."""
    return str(item[0])


def cased(signs: Iterable[str], flags: int) -> Iterator[str]:
    """Yield those of some characters that stand for others as well, if case is ignored."""
    if flags & IGNORECASE:
        yield from (sign for sign in signs if not _is_caseless(sign))


def _is_caseless(sign: str) -> bool:
    return sign.lower() == sign.upper() == sign.casefold()
