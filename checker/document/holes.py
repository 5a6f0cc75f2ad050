"""Signs within a text that some of it was lost: sentences that stop, items with a gap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from govcheck.document.blocks import Block, Paragraph
from govcheck.document.report import Document, Part
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern

ENDS: Final = (*"。！？；）)”》.;!?日",)
"""How sentences, signatures and dates end."""
_MARKS: Final = "，,。；;"
_HAN: Final = "一二三四五六七八九十"
_SERIES: Final = (
    late_pattern(r"^[（(](?P<han>[一二三四五六七八九十])[）)]"),
    late_pattern(r"^(?P<arabic>[1-9])[.．、](?:(?![0-9])|(?=20[0-9]{2}年))"),
)
_SECTION: Final = 3
"""Level of the headings （一）."""


def has_hole(blocks: Sequence[Block], vocabulary: Vocabulary, *, gaps: bool) -> bool:
    """Tell whether items of a part stand alone or have lost what they head.

    With ``gaps`` also whether some are left out; else that is the writer's fault.
    """
    sections = list(_sections(blocks))
    texts = [text for section in sections for text in section]
    said = vocabulary.pattern("numerals.item")
    return (
        (gaps and any(_skips(pattern, texts) for pattern in (*_SERIES, said)))
        or any(_is_single(section, vocabulary) for section in sections)
        or _heads_nothing(blocks)
    )


def _sections(blocks: Iterable[Block]) -> Iterator[list[str]]:
    """Yield the paragraphs under each heading （一）, and those before the first."""
    section: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.heading == _SECTION:
                yield section
                section = []
            section.append(block.text.normal)
    yield section


def _skips(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Whether a series begins after its first item or leaves one out."""
    numbers = [_number(found) for text in texts for found in pattern.finditer(text)]
    return any(after > before + 1 for before, after in pairwise((0, *numbers)))


def _number(found: re.Match[str]) -> int:
    words = found[found.lastgroup or 0]
    return int(words) if words.isdecimal() else _HAN.index(words) + 1


def _is_single(texts: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether 一是 is said, and never 二是."""
    whole = "。".join(texts)
    if vocabulary.pattern("numerals.first_item").search(whole) is None:
        return False
    return vocabulary.pattern("numerals.second_item").search(whole) is None


def _heads_nothing(blocks: Sequence[Block]) -> bool:
    """Whether a heading （一） stands right above the next one, or at the end."""
    sections = [isinstance(block, Paragraph) and block.heading == _SECTION for block in blocks]
    return any(above and below for above, below in pairwise((*sections, True)))


def is_whole(text: str) -> bool:
    """Whether a paragraph does not stop within a sentence.

    A line without a sentence's mark is a heading, a label, a cell, and can be whole, unless
    a bracket stands open in it.
    """
    if text.endswith(ENDS):
        return True
    opened = text.endswith(("：", ":")) or any(
        text.count(mark[0]) > text.count(mark[1]) or text.rfind(mark[0]) > text.rfind(mark[1])
        for mark in ("（）", "()", "《》")
    )
    return not opened and not any(mark in text for mark in _MARKS)


def ends_whole(document: Document, part: Part) -> bool:
    """Whether a part does not stop within a sentence or a list."""
    text = last_words(document, part)
    return not text.endswith(("；", ";", "：", ":")) and is_whole(text)


def last_words(document: Document, part: Part) -> str:
    """Return the last block of a part, where it is a paragraph."""
    last = document.body[part.start : part.end][-1:]
    return last[0].text.normal if last and isinstance(last[0], Paragraph) else ""
