"""On which line of the source file the words of a document stand."""

from typing import Protocol


class SourceLines(Protocol):
    """Knows a file's lines; what it is asked for is little, so it looks only when asked."""

    def line_of(
        self, written: str, offset: int, *, line: int | None, anchor: int | None
    ) -> int | None:
        """Return the line, from 1, on which ``written[offset]`` stands.

        ``written`` is the whole text of a paragraph or cell, which begins on or after ``line``;
        ``anchor`` is its key in the file.
        """
        ...

    def line_near(self, words: str, line: int) -> int | None:
        """Return the line on which words of the text begin, at ``line`` or soon after it."""
        ...

    def line_in_tag(self, words: str, line: int | None) -> int | None:
        """Return the line on which words begin that stand in a tag at ``line``.

        Without a line they are what the page says of itself: its title, a meta tag.
        """
        ...
