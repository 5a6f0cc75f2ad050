r"""What the groups of a pattern can match, read off the way it is written.

What is said of a pattern errs on one side: a group is *certain* only where nothing around it
can leave it out, and its letters are known only where they are few and written out.
"""

import re
from typing import Final, NamedTuple, Self

from govcheck.late_pattern import late_pattern

_DIGITS: Final = frozenset("0123456789")
_DEEPEST: Final = 40
_WIDEST: Final = 100
"""A range of more characters is taken for any character."""
_OPENING: Final = late_pattern(
    r"\((?:\?(?:P?<(?P<name>\w+)>|(?P<look><?[=!])|(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)"
    r"(?P<end>[:)])|(?P<other>.)))?",
    re.DOTALL,
)
_REPEAT: Final = late_pattern(r"(?:(?P<none>[*?])|\+|\{(?P<least>\d+)(?:,\d*)?\})[?+]?")
_CODE: Final = late_pattern(r"x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})")


class Shape(NamedTuple):
    """What a piece of a pattern can match."""

    letters: frozenset[str] | None
    """None for any characters."""
    filled: bool
    """Whether it matches one character at least."""
    certain: bool = True
    """Whether it takes part in every match of the whole."""

    def then(self, other: Self) -> "Shape":
        """Return both, one after the other."""
        return Shape(_both(self, other), self.filled or other.filled)

    def beside(self, other: Self) -> "Shape":
        """Return either."""
        return Shape(_both(self, other), self.filled and other.filled)


_NOTHING: Final = Shape(frozenset(), filled=False)
_ANYTHING: Final = Shape(None, filled=True)


def group_shapes(pattern: str) -> dict[str, Shape]:
    """Return the shape of each group of a pattern that compiles, by number and by name.

    Raises RecursionError for brackets nested deeper than anyone writes them.
    """
    return _PatternWalk(pattern).groups()


class _PatternWalk:
    """One walk through a pattern that is known to compile."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._opened = 0
        self._found: dict[str, Shape] = {}

    def groups(self) -> dict[str, Shape]:
        while self._at < len(self._pattern):
            self._either(0)
            self._at += 1
        return self._found

    def _either(self, depth: int) -> Shape:
        if depth > _DEEPEST:
            raise RecursionError
        before = set(self._found)
        shape = self._row(depth)
        while self._next() == "|":
            self._at += 1
            shape = shape.beside(self._row(depth))
            self._doubt(before)
        return shape

    def _row(self, depth: int) -> Shape:
        shape = _NOTHING
        while self._next() not in ("", "|", ")"):
            before = set(self._found)
            piece = self._piece(depth)
            while repeat := _REPEAT.match(self._pattern, self._at):
                self._at = repeat.end()
                if repeat["none"] or (repeat["least"] and not int(repeat["least"])):
                    piece = Shape(piece.letters, filled=False)
                    self._doubt(before)
            shape = shape.then(piece)
        return shape

    def _piece(self, depth: int) -> Shape:
        char = self._next()
        if char == "(":
            return self._group(depth)
        self._at += 1
        if char == "[":
            return self._set()
        if char == "\\":
            return self._escape()
        if char in "^$":
            return _NOTHING
        return _ANYTHING if char == "." else Shape(frozenset(char), filled=True)

    def _group(self, depth: int) -> Shape:
        opening = _OPENING.match(self._pattern, self._at)
        if opening is None or opening["end"] == ")":
            self._at = opening.end() if opening else self._at + 1
            return _NOTHING
        self._at = opening.end()
        before = set(self._found)
        captures = opening["name"] is not None or opening[0] == "("
        number = self._opened = self._opened + captures
        shape = self._either(depth + 1)
        self._at += 1
        if opening["look"] or opening["other"]:
            self._doubt(before)
            return _NOTHING if opening["look"] else _ANYTHING
        if captures:
            self._found[str(number)] = shape
            self._found[opening["name"] or str(number)] = shape
        return shape

    def _set(self) -> Shape:
        negated = self._next() == "^"
        self._at += negated
        start, known, letters = self._at, not negated, set[str]()
        while self._next() and (self._next() != "]" or self._at == start):
            if self._pattern.startswith("[:", self._at):
                known = False
            low = self._member()
            high = low
            if self._next() == "-" and self._pattern[self._at + 1 : self._at + 2] not in (
                "",
                "]",
            ):
                self._at += 1
                high = self._member()
            known = known and low is not None and high is not None
            letters |= _between(low or frozenset(), high or frozenset())
            known = known and len(letters) <= _WIDEST
        self._at += 1
        return Shape(frozenset(letters) if known else None, filled=True)

    def _member(self) -> frozenset[str] | None:
        char = self._next()
        self._at += 1
        return self._escape().letters if char == "\\" else frozenset(char)

    def _escape(self) -> Shape:
        char = self._next()
        code = _CODE.match(self._pattern, self._at)
        self._at += 1
        if code:
            self._at = code.end()
            value = int(next(filter(None, code.groups())), 16)
            return Shape(frozenset(chr(min(value, 0x10FFFF))), filled=True)
        if char == "d":
            return Shape(_DIGITS, filled=True)
        if char in "bBAZz":
            return Shape(None, filled=False)
        return _ANYTHING if char.isalnum() else Shape(frozenset(char), filled=True)

    def _doubt(self, before: set[str]) -> None:
        """Hold the groups found since for uncertain."""
        for name in self._found.keys() - before:
            self._found[name] = self._found[name]._replace(certain=False)

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]


def _both(one: Shape, other: Shape) -> frozenset[str] | None:
    if one.letters is None or other.letters is None:
        return None
    return one.letters | other.letters


def _between(low: frozenset[str], high: frozenset[str]) -> frozenset[str]:
    """Return the characters from one to the other; a class of them has no other."""
    if len(low) != 1 or len(high) != 1:
        return low | high
    first, last = ord(min(low)), ord(min(high))
    return frozenset(map(chr, range(first, min(last, first + _WIDEST) + 1)))
