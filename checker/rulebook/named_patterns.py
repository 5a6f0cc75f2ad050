r"""Patterns that use other patterns by name: ``{bodies.office}``, or ``{han}``, ``{date}``.

A name begins with a small letter, so that ``{1,8}`` counts and ``\p{Han}`` is a class.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from govcheck.rulebook.safe_pattern import safe_pattern
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.understanding.page.dates import DATE

HAN: Final = "[一-鿿]"
"""One Chinese character: a class that either engine compiles fast."""
_BUILT_IN: Final[Mapping[str, str]] = {"han": HAN, "date": DATE}
_NAME: Final = re.compile(r"\{([a-z][a-z0-9_.-]*)\}")
_LONGEST: Final = 20_000
"""Characters of a pattern written out: names within names double it each time."""


def alternation(words: Sequence[str]) -> str:
    """Return a pattern for any of these words, the longest that fits."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def expanded(pattern: str, meaning: Callable[[str], str]) -> str:
    """Return a pattern with the names in it written out.

    ``meaning`` gives the pattern of a name, and raises ValueError for one that is not known.
    Raises it also for a pattern that becomes too long (Chinese).
    """
    parts: list[str] = []
    length = end = 0
    for match in _NAME.finditer(pattern):
        name = match[1]
        meant = _BUILT_IN[name] if name in _BUILT_IN else f"(?:{meaning(name)})"
        parts += (pattern[end : match.start()], meant)
        length += len(meant)
        if length > _LONGEST:
            raise ValueError(f"展开后过长，至多 {_LONGEST} 字")
        end = match.end()
    return "".join((*parts, pattern[end:]))


def known_as(named: Mapping[str, str]) -> Callable[[str], str]:
    """Return the meaning of names for :func:`expanded`, when all patterns are known."""

    def meaning(name: str) -> str:
        if name not in named:
            raise ValueError(unknown(name, [*_BUILT_IN, *named]))
        return named[name]

    return meaning


class Source(Struct, frozen=True, kw_only=True):
    """A named pattern as its file writes it."""

    pattern: str
    file: str
    """Id of the vocabulary file, which its own names may leave out."""
    safely: bool
    """From elsewhere: it must run on the engine that cannot hang."""
    fault: Callable[[str], UnsoundFile]


class NamedPatterns:
    """Word lists and patterns by name, written out; ``errors`` gathers what is wrong."""

    def __init__(
        self, sources: Mapping[str, Source], words: Mapping[str, Sequence[str]]
    ) -> None:
        """Write out and compile every pattern."""
        self.errors: list[UnsoundFile] = []
        self.written_out = {name: alternation(listed) for name, listed in words.items()}
        self._sources = sources
        self._open: list[str] = []
        for name, source in sources.items():
            try:
                compile_ = safe_pattern if source.safely else re.compile
                compile_(self._meaning(name))
            except Exception as error:  # noqa: BLE001 - re and re2 each have their own
                self.errors.append(source.fault(f"正则表达式不可用：{_reason(error)}"))

    def _meaning(self, name: str) -> str:
        if name in self.written_out:
            return self.written_out[name]
        if name in self._open:
            raise ValueError(f"名称互相引用：{'、'.join(self._open)}")
        if name not in self._sources:
            raise ValueError(unknown(name, [*_BUILT_IN, *self.written_out, *self._sources]))
        source = self._sources[name]
        self._open.append(name)
        try:
            meant = expanded(source.pattern, lambda inner: self._within(source.file, inner))
        finally:
            self._open.pop()
        self.written_out[name] = meant
        return meant

    def _within(self, file: str, name: str) -> str:
        own = f"{file}.{name}"
        return self._meaning(own if own in self._sources or own in self.written_out else name)


def _reason(error: Exception) -> str:
    words = error.args[0] if error.args else error
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
