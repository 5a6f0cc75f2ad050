"""Which blocks of a very long text a page shows: those with evidence, and what is near them.

The text of a report is shown whole.  What is longer than any report (a file that was made to
be long) would take a browser too long to open.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from govcheck.document.blocks import Block, Grid, Image, Paragraph

MOST_UNITS: Final = 10_000
"""Paragraphs, pictures and cells that are shown without more ado (a long report has 2,000)."""
_MOST_CHARACTERS: Final = 1_000_000
"""Characters likewise (a long report has 60,000)."""
_AROUND: Final = 2
"""Blocks before and after one with evidence."""
_BEGINNING: Final = 200
"""Blocks from the first that are shown in any case."""
_LONGEST_RUN: Final = 2000
"""Characters of an unbroken run in a long text; of a longer one both ends are shown."""


def is_long(body: Sequence[Block]) -> bool:
    """Tell whether a text is longer than can be shown whole."""
    units = characters = 0
    for block in body:
        for text in _texts(block):
            units += 1
            characters += len(text)
        if units > MOST_UNITS or characters > _MOST_CHARACTERS:
            return True
    return False


def stretches(length: int, marked: Collection[int]) -> Iterator[range]:
    """Yield the stretches of a long text, by index, that are shown, in order."""
    shown = set(range(min(length, _BEGINNING)))
    for index in marked:
        shown.update(range(max(0, index - _AROUND), min(length, index + _AROUND + 1)))
    order = sorted(shown)
    breaks = [at for at, (one, other) in enumerate(pairwise(order), 1) if other > one + 1]
    for start, end in pairwise([0, *breaks, len(order)]):
        if start < end:
            yield range(order[start], order[end - 1] + 1)


def ends(text: str) -> str:
    """Return a run of text, or both its ends and how much stands between them."""
    if len(text) <= _LONGEST_RUN:
        return text
    half = _LONGEST_RUN // 2
    return f"{text[:half]}……（此处略去 {len(text) - 2 * half} 字）……{text[-half:]}"


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text.written
        case Image():
            yield block.caption or block.alt
        case Grid():
            yield from (cell.text.written for cell in block.cells)
