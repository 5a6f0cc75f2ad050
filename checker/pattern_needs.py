"""The words of which a text must hold some, or a pattern is not found in it.

Whatever matches ``(?:开|关)[^。]{0,9}渠道`` holds 开 or 关, and 渠道.  Nothing is said that is
not certain.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from govcheck.pattern_reading import Item, PatternReading, cased, name

_MOST_WORDS: Final = 100
"""Of a group, before words are cut short."""
_MOST_GROUPS: Final = 4
_LONGEST: Final = 24
"""Characters of a word; more tell nothing more."""
_SHORTENED: Final = 3
"""Characters that are left of each of very many words."""
_WIDEST: Final = 48
"""Characters of a class that is written out."""
_Words = frozenset[str]
_NOTHING: Final[_Words] = frozenset({""})


def needs(parsed: Any) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401 - as it comes
    """Return the words that a parsed pattern needs, the most telling groups first."""
    known = _Reading().of(parsed)
    told = list[_Words]()
    for words in sorted({*known.groups, *_telling(known.exact)}, key=_vagueness):
        if not any(_follows(words, other) for other in told):
            told.append(words)
    return tuple(tuple(sorted(words)) for words in told[:_MOST_GROUPS])


def _follows(words: _Words, others: _Words) -> bool:
    """Whether one of some words stands wherever one of the others does."""
    return all(any(word in other for word in words) for other in others)


def _vagueness(words: _Words) -> tuple[float, list[str]]:
    """Many short words stand in any text, one long one in few."""
    return sum(16.0 ** -min(len(word), 4) for word in words), sorted(words)


class _Known:
    """What is known of a stretch of a pattern."""

    def __init__(self, exact: _Words | None, groups: Iterable[_Words] = ()) -> None:
        self.exact = exact
        """All that it can match; None for more than can be listed."""
        self.groups = list(groups)
        """Of each, whatever it matches holds one."""

    def best(self) -> _Words | None:
        """Return the one group that tells most."""
        return min([*self.groups, *_telling(self.exact)], key=_vagueness, default=None)


class _Reading(PatternReading[_Known]):
    """What every match of a pattern holds."""

    unknown = _Known(None)
    no_room = _Known(_NOTHING)
    widest = _WIDEST

    def sequence(self, items: Iterable[Item], flags: int) -> _Known:
        run: _Words = _NOTHING
        whole, groups = True, list[_Words]()
        for item in items:
            known = self.item(item, flags)
            groups += known.groups
            if name(item) == "ASSERT":
                run, whole, told = _beside(run, known, item[1][0], whole=whole)
                groups += told
                continue
            longer = None if known.exact is None else _joined(run, known.exact)
            if longer is None:
                whole = False
                groups += _telling(run)
            run = longer or known.exact or _NOTHING
        return _Known(run, groups) if whole else _Known(None, [*groups, *_telling(run)])

    def look(self, direction: int, items: Sequence[Item], flags: int) -> _Known:  # noqa: ARG002
        return self.sequence(items, flags)

    def signs(self, codes: Sequence[int], sorts: frozenset[str], flags: int) -> _Known:
        words = frozenset(map(chr, codes))
        many = sorts or len(codes) > _WIDEST
        return self.unknown if many or any(cased(words, flags)) else _Known(words)

    def either(self, ways: Sequence[_Known]) -> _Known:
        listed = [way.exact for way in ways if way.exact is not None]
        whole = frozenset[str]().union(*listed)
        if len(listed) == len(ways) and len(whole) <= _MOST_WORDS:
            return _Known(whole)
        best = [words for way in ways if (words := way.best()) is not None]
        either = frozenset[str]().union(*best)
        return _Known(None, _telling(either) if len(best) == len(ways) else [])

    def repeated(self, known: _Known, least: int, most: int) -> _Known:
        if least == most == 1:
            return known
        if (least, most) == (0, 1) and known.exact is not None:
            return _Known(known.exact | _NOTHING)
        return _Known(None, [*known.groups, *_telling(known.exact)] if least else [])


def _beside(
    run: _Words, seen: _Known, direction: int, *, whole: bool
) -> tuple[_Words, bool, list[_Words]]:
    """Return what stands before a place, once what is looked for there is known as well."""
    if seen.exact is None:
        return run, whole, []
    if direction > 0:
        return run, whole, _telling(_joined(run, seen.exact))
    if run == _NOTHING:
        return seen.exact, False, _telling(seen.exact)
    return run, whole, _telling(seen.exact)


def _telling(words: _Words | None) -> list[_Words]:
    """Return a group of words, if it tells anything; of very many only their beginnings."""
    if not words or "" in words:
        return []
    many = len(words) > _MOST_WORDS
    short = {word[:_SHORTENED] for word in words} if many else words
    return [frozenset(word for word in short if short.isdisjoint(_within(word)))]


def _within(word: str) -> Iterator[str]:
    """Yield the shorter words in a word: where it stands, they do."""
    for length in range(1, len(word)):
        for start in range(len(word) - length + 1):
            yield word[start : start + length]


def _joined(first: _Words, second: _Words) -> _Words | None:
    """Return each of the first with each of the second behind it; None for too many."""
    if len(first) * len(second) > _MOST_WORDS:
        return None
    words = frozenset(one + other for one in first for other in second)
    return None if any(len(word) > _LONGEST for word in words) else words
