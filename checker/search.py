"""Search the running text of a document with patterns, and say where something stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from govcheck.assessment import Evidence
from govcheck.document import Document, Passage
from govcheck.place import Place

_SENTENCE_ENDS: Final = "。！？；\n"
_CLAUSE_ENDS: Final = "，,：:" + _SENTENCE_ENDS
_QUOTATIONS: Final = (("《", "》"), ("“", "”"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words of a passage that a pattern matched: ``passage.text[start:end]``."""

    document: Document
    passage: Passage
    start: int
    end: int
    words: re.Match[str]

    @property
    def sentence(self) -> str:
        """The sentence that the match begins in."""
        return self.passage.text[slice(*_around(self.passage.text, self, _SENTENCE_ENDS))]

    @property
    def clause(self) -> str:
        """The clause that the match begins in, up to the next comma or colon."""
        return self.passage.text[slice(*_around(self.passage.text, self, _CLAUSE_ENDS))]

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
        start, end = _around(self.passage.text, self, _SENTENCE_ENDS)
        place = self.document.place(self.passage, start, end)
        return Evidence(quote=self.document.quote(place), place=place)

    @property
    def quoted(self) -> bool:
        """Whether it stands inside 《》 or “”, and so speaks of something by its name."""
        text = self.passage.text
        line = text.rfind("\n", 0, self.start) + 1
        return any(
            text.rfind(opening, line, self.start) > text.rfind(closing, line, self.start)
            and text.find(closing, self.end) >= 0
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


def _around(text: str, match: Match, ends: str) -> tuple[int, int]:
    """Return the bounds of the stretch between two of ``ends`` that the match begins in."""
    start = 1 + max(text.rfind(mark, 0, match.start) for mark in ends)
    stops = [at for mark in ends if (at := text.find(mark, match.start)) >= 0]
    return start, max(min(stops, default=len(text)), match.end)
