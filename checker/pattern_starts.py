"""The characters that a match of a pattern may begin with, for the engine to look for.

The engine skips what no match begins with where a pattern opens with a character or a class.
It sees none behind a look around, nor at the head of each way of a branch.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import filterfalse
from re import IGNORECASE
from typing import Any, Final

from govcheck.pattern_needs import caseless

_MOST: Final = 1200
"""Characters; of more one stands nearly everywhere."""
_WIDEST: Final = 600
"""Characters of a range."""
_RARE: Final = frozenset(("CATEGORY_DIGIT", "CATEGORY_SPACE"))
"""Sorts of characters, by the names that the parser has for them, that few are of."""
_LIKE_LATIN: Final = frozenset("İıſ\u212a")
"""What beside its two cases ``re`` takes for some letter of ASCII where case is ignored."""
_Item = tuple[Any, Any]
"""Of a parsed pattern: what it is, and what of it."""
_Start = tuple[frozenset[str] | None, bool]
"""What a stretch begins with, None for whatever it may be; and whether it may be empty."""
_ANYTHING: Final[_Start] = (None, False)
_NO_ROOM: Final[_Start] = (frozenset(), True)


def starts(parsed: Any) -> tuple[str, ...]:  # noqa: ANN401 - the parser has no public types
    """Return the characters and sorts of them that a match begins with; nothing for too much.

    Where a line must begin, the engine sees that sooner than of what sort a character is.
    """
    found, empty = _sequence(parsed, parsed.state.flags)
    if empty or found is None or len(found) > _MOST:
        return ()
    return () if str(parsed[0][0]) == "AT" and found & _RARE else tuple(sorted(found))


def _sequence(items: Iterable[_Item], flags: int) -> _Start:
    begun = frozenset[str]()
    for item in items:
        if str(item[0]) == "ASSERT" and not begun and (seen := _seen(item[1], flags)):
            return seen, False
        read = _READERS.get(str(item[0]))
        found, empty = _ANYTHING if read is None else read(item[1], flags)
        if found is None:
            return _ANYTHING
        begun |= found
        if not empty:
            return begun, False
    return begun, True


def _seen(value: tuple[int, Sequence[_Item]], flags: int) -> frozenset[str] | None:
    """Return what must stand at a place; nothing for what must stand before it."""
    direction, items = value
    found, empty = _sequence(items, flags)
    return None if direction < 0 or empty else found


def _nowhere(_value: object, _flags: int) -> _Start:
    return _NO_ROOM


def _literal(code: int, flags: int) -> _Start:
    return _written_out([code], flags)


def _class(items: Sequence[_Item], flags: int) -> _Start:
    codes, sorts = list[int](), set[str]()
    for op, value in items:
        if str(op) == "LITERAL":
            codes.append(value)
        elif str(op) == "RANGE" and value[1] - value[0] < _WIDEST:
            codes += range(value[0], value[1] + 1)
        elif str(op) == "CATEGORY" and str(value) in _RARE:
            sorts.add(str(value))
        else:
            return _ANYTHING
    found, empty = _written_out(codes, flags)
    return (found, empty) if found is None else (found | sorts, empty)


def _written_out(codes: Sequence[int], flags: int) -> _Start:
    signs = frozenset(map(chr, codes))
    if not flags & IGNORECASE or all(map(caseless, signs)):
        return signs, False
    if not all(map(str.isascii, filterfalse(caseless, signs))):
        return _ANYTHING
    return frozenset(map(str.lower, signs)) | set(map(str.upper, signs)) | _LIKE_LATIN, False


def _branch(value: tuple[None, Sequence[Any]], flags: int) -> _Start:
    ways = [_sequence(way, flags) for way in value[1]]
    begun = frozenset[str]().union(*(found for found, _ in ways if found is not None))
    if any(found is None for found, _ in ways):
        return _ANYTHING
    return begun, any(empty for _, empty in ways)


def _group(value: tuple[Any, int, int, Sequence[_Item]], flags: int) -> _Start:
    _, added, removed, items = value
    return _sequence(items, (flags | added) & ~removed)


def _repeat(value: tuple[int, int, Sequence[_Item]], flags: int) -> _Start:
    least, _, items = value
    found, empty = _sequence(items, flags)
    return found, empty or not least


_READERS: Final[dict[str, Callable[[Any, int], _Start]]] = {
    "AT": _nowhere,
    "ASSERT": _nowhere,
    "ASSERT_NOT": _nowhere,
    "LITERAL": _literal,
    "IN": _class,
    "BRANCH": _branch,
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": _sequence,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
}
