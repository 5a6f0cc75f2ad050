"""Search the running text of a document with patterns, and say where something stands."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.text import Passage
from govcheck.late_pattern import late_pattern

_SENTENCE_ENDS: Final = "。！？；\n"
_REACH: Final = 1000
"""No sentence is followed further than this, to either side."""
_QUOTATIONS: Final = (("《", "》"), ("“", "”"))
_NUMBER: Final = late_pattern(r"\d{1,30}(?:\.\d{1,30})?")
"""Nothing that a report counts has more digits."""


class Match(Struct, frozen=True, kw_only=True):
    """Words of a passage that a pattern matched: ``passage.text[start:end]``.

    They stand within one paragraph, unless they were searched for across paragraphs.
    """

    document: Document
    passage: Passage
    start: int
    end: int
    words: re.Match[str]
    """May begin and end with line breaks, which belong to no paragraph."""
    shift: int = 0
    """Where in the passage the text begins that ``words`` was found in."""

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]

    def group(self, name: int | str) -> str:
        """Return what a group matched; nothing for one that is not there or took no part."""
        return _group(self.words, name)

    def number(self, name: int | str) -> Decimal | None:
        """Return the number that a group matched, or None for what is no number."""
        return group_number(self.words, name)

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

    def group_place(self, name: int | str) -> Place:
        """Return where that part of a group stands that is part of the match."""
        # RE2, which rules from elsewhere run on, gives spans by number alone.
        number = self.words.re.groupindex[name] if isinstance(name, str) else name
        start, end = (at + self.shift for at in self.words.span(number))
        low, high = max(start, self.start), min(end, self.end)
        return self.document.place(self.passage, low, high) if low < high else self.place

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
    def paragraph_evidence(self) -> Evidence:
        """Quote the paragraph that the match begins in, as written."""
        place = self.document.place(self.passage, *next(self.passage.paragraphs(self.start)))
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


def group_number(words: re.Match[str], name: int | str) -> Decimal | None:
    """Return the number that a group matched (1,200.5); None for all that is none."""
    written = _group(words, name).replace(",", "").replace("，", "").strip()
    return Decimal(written) if _NUMBER.fullmatch(written) else None


def _group(words: re.Match[str], name: int | str) -> str:
    try:
        return words[name] or ""
    except IndexError:
        return ""


def matches(
    document: Document,
    pattern: re.Pattern[str],
    names: Iterable[str],
    *,
    across: bool = False,
) -> Iterator[Match]:
    """Yield every match of a pattern in the passages of these names, in reading order.

    What a pattern finds over the border of two paragraphs is no match, for nobody wrote it,
    unless it is searched for ``across``; then only its first paragraph is its place.
    """
    for name in names:
        passage = document.passage(name)
        if passage is None:
            continue
        text = passage.text
        for words in pattern.finditer(text):
            start, end = words.span()
            broken = text.find("\n", start, end) >= 0
            if broken:
                start, end = _trimmed(text, start, end)
                broken = not across and text.find("\n", start, end) >= 0
            if broken:
                yield from _by_paragraph(document, passage, pattern, start)
                break
            if end > start:
                yield Match(
                    document=document, passage=passage, start=start, end=end, words=words
                )


def first_match(
    document: Document, pattern: re.Pattern[str], names: Iterable[str]
) -> Match | None:
    """Return the first match of a pattern in these passages."""
    return next(matches(document, pattern, names), None)


def says(document: Document, pattern: re.Pattern[str], names: Iterable[str]) -> bool:
    """Whether a pattern is found in these passages, be it over the border of paragraphs."""
    return next(matches(document, pattern, names, across=True), None) is not None


def _by_paragraph(
    document: Document, passage: Passage, pattern: re.Pattern[str], begin: int
) -> Iterator[Match]:
    """Yield the matches from an offset on, each paragraph searched alone.

    A pattern may want to see the line breaks at either end.
    """
    for low, high in passage.paragraphs(begin):
        shift = max(0, low - 1)
        for words in pattern.finditer(passage.text[shift : high + 1]):
            start, end = (at + shift for at in words.span())
            start, end = max(start, low), min(end, high)
            if begin <= start < end:
                yield Match(
                    document=document,
                    passage=passage,
                    start=start,
                    end=end,
                    words=words,
                    shift=shift,
                )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the line breaks at both ends of a stretch of text."""
    words = text[start:end]
    return end - len(words.lstrip("\n")), start + len(words.rstrip("\n"))


def _sentence(text: str, match: Match) -> tuple[int, int]:
    """Return the bounds of the sentence that the match begins in."""
    low, high = max(0, match.start - _REACH), match.start + _REACH
    start = 1 + max(text.rfind(mark, low, match.start) for mark in _SENTENCE_ENDS)
    stops = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, match.start, high)) >= 0]
    return max(start, low), max(min(stops, default=min(high, len(text))), match.end)
