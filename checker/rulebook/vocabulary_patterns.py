"""The word lists and patterns of a vocabulary, written out: names within names, no circles."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from govcheck.rulebook.pattern_error import pattern_error
from govcheck.rulebook.pattern_names import BUILT_IN, expanded
from govcheck.rulebook.safe_pattern import safe_pattern
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile


def alternation(words: Sequence[str]) -> str:
    """Return a pattern for any of these words, the longest that fits."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@cache
def regular(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that is shipped, once: ``re`` keeps half of as many as there are."""
    return re.compile(pattern)


class PatternSource(Struct, frozen=True, kw_only=True):
    """A named pattern as its file writes it."""

    pattern: str
    file: str
    """Id of the vocabulary file, which its own names may leave out."""
    safely: bool
    """From elsewhere: it must run on the engine that cannot hang."""
    fault: Callable[[str], UnsoundFile]


class VocabularyPatterns:
    """Word lists and patterns by name, written out; ``errors`` gathers what is wrong."""

    def __init__(
        self, sources: Mapping[str, PatternSource], words: Mapping[str, Sequence[str]]
    ) -> None:
        """Write out and compile every pattern."""
        self.errors: list[UnsoundFile] = []
        self.written_out = {name: alternation(listed) for name, listed in words.items()}
        self._sources = sources
        self._open: list[str] = []
        for name, source in sources.items():
            try:
                compile_ = safe_pattern if source.safely else regular
                compile_(self._meaning(name))
            except Exception as error:  # noqa: BLE001 - re and re2 each have their own
                self.errors.append(source.fault(f"正则表达式不可用：{pattern_error(error)}"))

    def _meaning(self, name: str) -> str:
        if name in self.written_out:
            return self.written_out[name]
        if name in self._open:
            raise ValueError(f"名称互相引用：{'、'.join(self._open)}")
        if name not in self._sources:
            raise ValueError(unknown(name, [*BUILT_IN, *self.written_out, *self._sources]))
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
