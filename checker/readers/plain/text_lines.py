"""On which line of a plain text something stands: paragraphs may be wrapped."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct


class TextLines(Struct, frozen=True, kw_only=True):
    """The numbers of the lines that say something; a paragraph has its own in a row."""

    numbers: Sequence[int]

    def line_of(
        self, written: str, offset: int, *, line: int | None, anchor: int | None
    ) -> int | None:
        """Return the line on which ``written[offset]`` stands; see ``SourceLines``."""
        del anchor
        wraps = written.count("\n", 0, offset)
        if line is None or not wraps:
            return line
        at = bisect_left(self.numbers, line) + wraps
        return self.numbers[at] if at < len(self.numbers) else line

    def line_near(self, words: str, line: int) -> int | None:
        """Return the line itself: what has no paragraph stands in one line."""
        del words
        return line

    def line_in_tag(self, words: str, line: int | None) -> int | None:
        """Return the line itself; a text says nothing of itself."""
        del words
        return line
