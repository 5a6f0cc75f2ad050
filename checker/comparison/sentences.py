"""The sentences of a report by which it can be known again: what its body wrote itself."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.text import Passage
from govcheck.late_pattern import late_pattern

_SENTENCE: Final = late_pattern(r"[^。！？；\n]+[。！？；]?")
_SILENT: Final = late_pattern(r"[\W_]+")
"""Marks and white space: two sentences that differ in these alone are one."""
_MASK: Final = "0"


class Selection(Struct, frozen=True, kw_only=True):
    """Which sentences of a report count, and what in them is masked."""

    passages: tuple[str, ...]
    left_out: re.Pattern[str]
    """A sentence in which it is found is not the body's own: statute, form, set phrases."""
    masked: re.Pattern[str]
    """Years, figures, the numbers of a list."""
    least: int
    """Characters, masked and without marks, below which a sentence tells nothing."""


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence that counts: where it stands, and what is left of it when it is masked."""

    passage: Passage
    start: int
    end: int
    key: str

    def evidence(self, document: Document) -> Evidence:
        """Quote it as written in its document."""
        place = document.place(self.passage, self.start, self.end)
        return Evidence(quote=document.quote(place), place=place)


def sentences(document: Document, selection: Selection) -> Iterator[Sentence]:
    """Yield the sentences that count, in reading order; headings do not.

    Takes time in proportion to the text.
    """
    for passage in _passages(document, selection.passages):
        headings = _headings(document, passage)
        for found in _SENTENCE.finditer(passage.text):
            start, end = found.span()
            if passage.within(start, end)[0] in headings:
                continue
            words = found.group()
            key = masked(words, selection.masked)
            if len(key) >= selection.least and not selection.left_out.search(words):
                yield Sentence(passage=passage, start=start, end=end, key=key)


def masked(words: str, mask: re.Pattern[str]) -> str:
    """Return a text without its marks, and with one sign for each thing that is masked."""
    return _SILENT.sub("", mask.sub(_MASK, words))


def _passages(document: Document, names: Iterable[str]) -> Iterator[Passage]:
    return (found for name in names if (found := document.passage(name)))


def _headings(document: Document, passage: Passage) -> frozenset[int]:
    return frozenset(
        index
        for index in passage.blocks
        if isinstance(block := document.body[index], Paragraph) and block.heading is not None
    )
