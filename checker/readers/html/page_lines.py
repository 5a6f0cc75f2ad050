"""On which line of a page's source something stands: its text, taken from there a second time.

The tree that a page is read from knows where tags stand, but not where text does, and much
may stand between a tag and a word: comments, line breaks, tags that say nothing.  So a piece
of the source is looked at again when a line is asked for, from the last tag before the words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.flow import Mark
from govcheck.readers.html.source_text import SourceText, white_in
from govcheck.readers.html.tag_words import breaks_in_tag, line_in_head

_MOST_WORDS: Final = 200
"""So many characters are enough to find a text by."""
_STEPS: Final = (200, 3_000, 48_000)
"""How much of the source is looked at, one after the other, beyond what must be."""
_HEAD: Final = 1_000_000
_TAGS: Final = 20_000
"""How much of the source is searched for what stands in its head, or in the tags of a line."""
_FAR: Final = 1 << 62
"""Behind every character."""
_LINE: Final = late_pattern("\r\n?|\n")

_Tag = tuple[int, int]
"""Line and column."""
_Block = tuple[SourceText, list[tuple[int, int]], list[int]]
"""Where a block's text is found, where its pieces begin in it and there, its white space."""


class PageLines:
    """The lines of a page, by the marks at which its blocks begin."""

    def __init__(self, source: str, marks: Sequence[Mark]) -> None:
        """Keep a page's source; ``marks[anchor]`` says where the block of an anchor begins."""
        self._source = source
        self._marks = marks
        self._texts: dict[tuple[_Tag, int], SourceText] = {}
        self._blocks: dict[tuple[int, str], _Block | None] = {}

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same page."""
        return isinstance(other, PageLines) and self._source == other._source

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self._source)

    def line_of(
        self, written: str, offset: int, *, line: int | None, anchor: int | None
    ) -> int | None:
        """Return the line on which ``written[offset]`` stands; see ``SourceLines``."""
        if anchor is None:
            return line and self.line_near(written[offset : offset + _MOST_WORDS], line)
        if (anchor, written) not in self._blocks:
            self._blocks[anchor, written] = self._find(written, *self._marks[anchor])
        block = self._blocks[anchor, written]
        if block is None:
            return line
        text, pieces, white = block
        solid = offset - bisect_left(white, offset)
        begin, at = pieces[bisect_right(pieces, (solid, _FAR)) - 1]
        return text.line_at(at + solid - begin)

    def line_near(self, words: str, line: int) -> int | None:
        """Return the line on which words of the text begin; see ``SourceLines``."""
        block = self._find(words, (line, 0), 0)
        return block[0].line_at(block[1][0][1]) if block else line

    def line_in_tag(self, words: str, line: int | None) -> int | None:
        """Return the line on which words in a tag, or the title, begin; see ``SourceLines``."""
        if line is None:
            return line_in_head(self._source[:_HEAD], words)
        begin = self._begins[min(line, len(self._begins)) - 1]
        breaks = breaks_in_tag(self._source[begin : begin + _TAGS], words)
        return line + (breaks or 0)

    def _find(self, written: str, tag: _Tag | None, passed: int) -> _Block | None:
        """Find a text that stands ``passed`` characters of text after a tag, or soon after."""
        solid = "".join(written.split())
        for step in _STEPS:
            text = self._text(tag or (1, 0), 2 * (passed + len(written)) + step)
            begin = text.find(solid, passed)
            if begin is not None:
                return text, [(0, begin)], white_in(written)
        pieces = text.find_apart(solid, passed)
        return (text, pieces, white_in(written)) if pieces else None

    def _text(self, tag: _Tag, length: int) -> SourceText:
        """Return the text from a tag on, out of at least so many characters of the source."""
        size = 1 << length.bit_length()
        if (tag, size) not in self._texts:
            begin = self._begins[min(tag[0], len(self._begins)) - 1] + tag[1]
            stretch = self._source[begin : begin + size]
            self._texts[tag, size] = SourceText(stretch, tag[0])
        return self._texts[tag, size]

    @cached_property
    def _begins(self) -> list[int]:
        """Where each line of the source begins."""
        return [0, *(end.end() for end in _LINE.finditer(self._source))]
