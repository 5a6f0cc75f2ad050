"""The characters that a match of a pattern may begin with, for the engine to look for.

The engine skips what no match begins with where a pattern opens with a character or a class.
It sees none behind a look around, nor at the head of each way of a branch.
"""

from collections.abc import Callable, Iterable, Sequence
from re import IGNORECASE
from typing import Any, Final

from govcheck.pattern_needs import caseless

_MOST: Final = 600
"""Characters; of more one stands nearly everywhere."""
_WIDEST: Final = 64
"""Characters of a range."""
_Item = tuple[Any, Any]
"""Of a parsed pattern: what it is, and what of it."""
_Start = tuple[frozenset[int] | None, bool]
"""What a stretch begins with, None for whatever it may be; and whether it may be empty."""
_ANYTHING: Final[_Start] = (None, False)
_NO_ROOM: Final[_Start] = (frozenset(), True)


def starts(parsed: Any) -> tuple[int, ...]:  # noqa: ANN401 - the parser has no public types
    """Return all that a match of a parsed pattern begins with; nothing for too much."""
    found, empty = _sequence(parsed, parsed.state.flags)
    return () if empty or found is None or len(found) > _MOST else tuple(sorted(found))


def _sequence(items: Iterable[_Item], flags: int) -> _Start:
    begun = frozenset[int]()
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


def _seen(value: tuple[int, Sequence[_Item]], flags: int) -> frozenset[int] | None:
    """Return what must stand at a place; nothing for what must stand before it."""
    direction, items = value
    found, empty = _sequence(items, flags)
    return None if direction < 0 or empty else found


def _nowhere(_value: object, _flags: int) -> _Start:
    return _NO_ROOM


def _literal(code: int, flags: int) -> _Start:
    return _written_out([code], flags)


def _class(items: Sequence[_Item], flags: int) -> _Start:
    codes: list[int] = []
    for op, value in items:
        if str(op) == "LITERAL":
            codes.append(value)
        elif str(op) == "RANGE" and value[1] - value[0] < _WIDEST:
            codes += range(value[0], value[1] + 1)
        else:
            return _ANYTHING
    return _written_out(codes, flags)


def _written_out(codes: Sequence[int], flags: int) -> _Start:
    if flags & IGNORECASE and not all(map(caseless, map(chr, codes))):
        return _ANYTHING
    return frozenset(codes), False


def _branch(value: tuple[None, Sequence[Any]], flags: int) -> _Start:
    ways = [_sequence(way, flags) for way in value[1]]
    begun = frozenset[int]().union(*(found for found, _ in ways if found is not None))
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
