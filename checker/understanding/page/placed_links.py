"""Links: which of them stand in the document and which around it."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Grid, Link, Paragraph
from govcheck.understanding.page.sheet import Piece

_MOST_ON_A_LINE: Final = 2000
"""So many of the last blocks that begin on one line are searched for a link's words."""


def place_links(
    links: Sequence[Link], pieces: Sequence[Piece], body: Sequence[int]
) -> tuple[Link, ...]:
    """Return the links, each knowing whether it stands in the body.

    It stands in the last block that begins above it; of several that begin on one line in
    the last one that has its words.
    """
    own = frozenset(body)
    by_line: dict[int, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.block.line:
            by_line.setdefault(piece.block.line, []).append(index)
    lines = sorted(by_line)

    @cache  # a page may be one line of many blocks and links
    def text_of(line: int) -> _Text:
        return _Text([_words(pieces[index]) for index in by_line[line][-_MOST_ON_A_LINE:]])

    def holder(link: Link, line: int) -> int | None:
        above = bisect_right(lines, line)
        if above == 0:
            return None
        nearest = lines[above - 1]
        return by_line[nearest][text_of(nearest).last_with("".join(link.text.split()))]

    return tuple(
        link if link.line is None else replace(link, in_body=holder(link, link.line) in own)
        for link in links
    )


class _Text:
    """The blocks that begin on one line, to be searched at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)][:-1]

    def last_with(self, words: str) -> int:
        """Return which block is the last with these words (else the last), from the end: -1."""
        at = self._text.rfind(words) if words else -1
        return bisect_right(self._starts, at) - 1 - len(self._starts) if at >= 0 else -1


def _words(piece: Piece) -> str:
    block = piece.block
    if isinstance(block, Paragraph):
        return "".join(block.text.written.split())
    if isinstance(block, Grid):
        return "".join("".join(cell.text.written.split()) for cell in block.cells)
    return ""
