"""How far from where a match begins a pattern looks at most.

Whoever knows where the words stand that a pattern needs (``pattern_needs``) then knows where
alone a match may begin.  Of what this module does not know, nothing is said.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

_FURTHEST: Final = 400
"""Characters; of what looks further nothing is said."""
_Item = tuple[Any, Any]
"""Of a parsed pattern: what it is, and what of it."""


class Reach(NamedTuple):
    """So many characters to either side decide whether a match begins at a place."""

    behind: int
    ahead: int


class _Extent(NamedTuple):
    """Of a stretch of a pattern: what it takes up at most, and how far it looks."""

    width: int
    behind: int
    ahead: int


_NOWHERE: Final = _Extent(0, 0, 0)
_SIGN: Final = _Extent(1, 0, 1)
_BOUNDLESS: Final = _Extent(_FURTHEST + 1, 0, _FURTHEST + 1)


def reach(parsed: Any) -> Reach | None:  # noqa: ANN401 - the parser has no public types
    """Return how far a parsed pattern looks; None for too far, or if it may match nothing."""
    _, behind, ahead = _sequence(parsed)
    near = max(behind, ahead) <= _FURTHEST and parsed.getwidth()[0] > 0
    return Reach(behind, ahead) if near else None


def _sequence(items: Iterable[_Item]) -> _Extent:
    width = behind = ahead = 0
    for item in items:
        one = _item(item)
        behind, ahead = max(behind, one.behind), max(ahead, width + one.ahead)
        width += one.width
    return _Extent(width, behind, ahead)


def _item(item: _Item) -> _Extent:
    read = _READERS.get(str(item[0]))
    return _BOUNDLESS if read is None else read(item[1])


def _border(_value: object) -> _Extent:
    return _NOWHERE


def _sign(_value: object) -> _Extent:
    return _SIGN


def _look(value: tuple[int, Sequence[_Item]]) -> _Extent:
    direction, items = value
    width, behind, ahead = _sequence(items)
    return _Extent(0, behind if direction > 0 else behind + width, ahead)


def _branch(value: tuple[None, Sequence[Any]]) -> _Extent:
    return _Extent(*map(max, zip(*map(_sequence, value[1]), strict=True)))


def _group(value: tuple[Any, int, int, Sequence[_Item]]) -> _Extent:
    return _sequence(value[3])


def _repeat(value: tuple[int, Any, Sequence[_Item]]) -> _Extent:
    most, one = min(int(value[1]), _FURTHEST + 1), _sequence(value[2])
    width = most * one.width
    return _Extent(width, one.behind, max(0, width - one.width) + one.ahead)


_READERS: Final[dict[str, Callable[[Any], _Extent]]] = {
    "AT": _border,
    "ANY": _sign,
    "LITERAL": _sign,
    "NOT_LITERAL": _sign,
    "IN": _sign,
    "ASSERT": _look,
    "ASSERT_NOT": _look,
    "BRANCH": _branch,
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": _sequence,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
}
