"""Search the running text of a document with patterns, and say where something stands."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from govcheck.assessment import Evidence
from govcheck.document import Document
from govcheck.place import Place
from govcheck.text import Passage

_SENTENCE_ENDS: Final = "。！？；\n"
_REACH: Final = 1000
"""No sentence is followed further than this, to either side."""
_QUOTATIONS: Final = (("《", "》"), ("“", "”"))


class Match(Struct, frozen=True, kw_only=True):
    """Words of a passage that a pattern matched: ``passage.text[start:end]``."""

    document: Document
    passage: Passage
    start: int
    end: int
    words: re.Match[str]

    @property
    def sentence(self) -> str:
        """The sentence that the match begins in."""
        return self.passage.text[slice(*_sentence(self.passage.text, self))]

    @property
    def sentence_end(self) -> int:
        """Where in the passage that sentence ends."""
        return _sentence(self.passage.text, self)[1]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document.place(self.passage, self.start, self.end)

    @property
    def evidence(self) -> Evidence:
        """Quote the match as written."""
        place = self.place
        return Evidence(quote=self.document.quote(place), place=place)

    @property
    def sentence_evidence(self) -> Evidence:
        """Quote the sentence that the match begins in, as written."""
        start, end = _sentence(self.passage.text, self)
        place = self.document.place(self.passage, start, end)
        return Evidence(quote=self.document.quote(place), place=place)

    @property
    def quoted(self) -> bool:
        """Whether it stands inside 《》 or “”, and so speaks of something by its name."""
        text = self.passage.text
        low = max(0, self.start - _REACH)
        line = max(text.rfind("\n", low, self.start) + 1, low)
        return any(
            text.rfind(opening, line, self.start) > text.rfind(closing, line, self.start)
            for opening, closing in _QUOTATIONS
        )


def matches(
    document: Document, pattern: re.Pattern[str], names: Iterable[str]
) -> Iterator[Match]:
    """Yield every match of a pattern in the passages of these names, in reading order."""
    for name in names:
        passage = document.passage(name)
        if passage is None:
            continue
        for words in pattern.finditer(passage.text):
            if words.end() > words.start():
                yield Match(
                    document=document,
                    passage=passage,
                    start=words.start(),
                    end=words.end(),
                    words=words,
                )


def first_match(
    document: Document, pattern: re.Pattern[str], names: Iterable[str]
) -> Match | None:
    """Return the first match of a pattern in these passages."""
    return next(matches(document, pattern, names), None)


def _sentence(text: str, match: Match) -> tuple[int, int]:
    """Return the bounds of the sentence that the match begins in."""
    low, high = max(0, match.start - _REACH), match.start + _REACH
    start = 1 + max(text.rfind(mark, low, match.start) for mark in _SENTENCE_ENDS)
    stops = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, match.start, high)) >= 0]
    return max(start, low), max(min(stops, default=min(high, len(text))), match.end)
