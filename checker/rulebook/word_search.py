"""Words looked for without regular expressions: any of these, unless those stand near.

Everything beyond the words themselves is plain search in the text around them, so that both
engines, which only find single words here, come to the same.
"""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, Final, Literal

from msgspec import Struct

_SENTENCE: Final = "。；！？\n"
_CLAUSE: Final = f"{_SENTENCE}，："


class WordSearch(Struct, frozen=True, kw_only=True):
    """Stands wherever a kind has a pattern, and is asked like one.  It has no groups.

    Words are found from left to right and do not overlap; of those that begin at one place
    the longest counts.  One that is found is a match if near it all that is needed stands and
    nothing that speaks against it; what stands near may overlap it.  Near is the clause or
    sentence, at most 1000 characters to either side, or fewer; and it ends where the text
    ends that is searched.
    """

    groups: ClassVar[int] = 0
    groupindex: ClassVar[dict[str, int]] = {}

    found: re.Pattern[str]
    needed: tuple[re.Pattern[str], ...] = ()
    """Each must stand near."""
    against: re.Pattern[str] | None = None
    """Must not stand near."""
    followed: re.Pattern[str] | None = None
    """Must stand behind, near."""
    not_followed: re.Pattern[str] | None = None
    """Must not stand behind, near."""
    near: Literal["clause", "sentence"] = "sentence"
    reach: int = 1000
    """So many characters to either side, in the clause or sentence."""

    @property  # type: ignore[misc] # it stands for one
    def __class__(self) -> type[re.Pattern[str]]:  # type: ignore[override]
        return re.Pattern

    @property
    def pattern(self) -> str:
        """The words alone, as a regular expression."""
        return self.found.pattern

    def finditer(
        self, text: str, pos: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[pos:end]``."""
        end = len(text) if end is None else min(end, len(text))
        return self._accepted(self.found.finditer(text, pos, end), text, pos, end)

    def search(self, text: str, pos: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match."""
        return next(self.finditer(text, pos, end), None)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match that the text begins with."""
        return self._first(self.found.match(text), text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text."""
        return self._first(self.found.fullmatch(text), text)

    def findall(self, text: str) -> list[str]:
        """Return the words that match."""
        return [match[0] for match in self.finditer(text)]

    def split(self, text: str) -> list[str]:
        """Return what stands between the matches."""
        pieces, last = [], 0
        for match in self.finditer(text):
            pieces.append(text[last : match.start()])
            last = match.end()
        return [*pieces, text[last:]]

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Put something else, as it stands, where the matches are."""
        pieces = self.split(text)
        for index, match in enumerate(self.finditer(text)):
            pieces[index] += new if isinstance(new, str) else new(match)
        return "".join(pieces)

    def _first(self, match: re.Match[str] | None, text: str) -> re.Match[str] | None:
        found = [] if match is None else [match]
        return next(self._accepted(iter(found), text, 0, len(text)), None)

    def _accepted(
        self, found: Iterator[re.Match[str]], text: str, pos: int, end: int
    ) -> Iterator[re.Match[str]]:
        last, fits = "", True
        for match in found:
            low, high = self._surroundings(text, *match.span())
            low, high = max(low, pos), min(high, end)
            around = text[low:high]
            if around != last:
                last, fits = around, self._fits(around)
            if fits and self._goes_on(text[match.end() : high]):
                yield match

    def _fits(self, around: str) -> bool:
        if self.against is not None and self.against.search(around):
            return False
        return all(words.search(around) for words in self.needed)

    def _goes_on(self, behind: str) -> bool:
        if self.followed is not None and not self.followed.search(behind):
            return False
        return not (self.not_followed is not None and self.not_followed.search(behind))

    def _surroundings(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of what is near a word."""
        marks = _CLAUSE if self.near == "clause" else _SENTENCE
        low, high = max(0, start - self.reach), min(len(text), end + self.reach)
        low = max(low, *(text.rfind(mark, low, start) + 1 for mark in marks))
        ends = (text.find(mark, end, high) for mark in marks)
        return low, min((at for at in ends if at >= 0), default=high)
