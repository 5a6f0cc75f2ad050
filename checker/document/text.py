"""Running text, as written and in the normal form that rules are matched on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct


def folded(written: str) -> str:
    """Return a text with each run of white space as one blank, and none at its ends."""
    return " ".join(written.split())


class Text(Struct, frozen=True, kw_only=True):
    """A run of text twice: as written, and in the normal form that rules are matched on.

    Normal text is in simplified characters and half-width digits and Latin letters, without
    zero-width characters and without white space at its ends or between Han characters'
    letter-spacing.  Punctuation keeps its width.  ``origin[i]`` is the index in ``written``
    of the normal character ``i``; None says that the two run side by side.
    """

    normal: str
    written: str
    origin: tuple[int, ...] | None = None

    def quote(self, start: int, end: int) -> str:
        """Return as written what stands at ``normal[start:end]``, white space as one blank."""
        first, last = self.written_span(start, end)
        return folded(self.written[first:last])

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in ``written`` ``normal[start:end]`` stands."""
        if self.origin is None or start >= min(end, len(self.origin)):
            return start, end
        return self.origin[start], self.origin[min(end, len(self.origin)) - 1] + 1

    def begin(self, start: int) -> int:
        """Return where in ``written`` the first character is that ``quote(start, …)`` has."""
        at, written = self.written_span(start, start + 1)[0], self.written
        while at < len(written) and written[at].isspace():
            at += 1
        return min(at, max(len(written) - 1, 0))

    def normal_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the least stretch of normal text around ``written[start:end]``."""
        if self.origin is None:
            return start, end
        first = max(0, bisect_right(self.origin, start) - 1)
        return first, max(first + 1, bisect_left(self.origin, end))


class Passage(Struct, frozen=True, kw_only=True):
    """Paragraphs joined by line breaks, to be searched at once; knows where each stands."""

    text: str
    starts: tuple[int, ...]
    """Offset in ``text`` of each paragraph."""
    blocks: tuple[int, ...]
    """Index in the body of each paragraph."""
    part: str | None = None

    def within(self, start: int, end: int) -> tuple[int, int, int]:
        """Return the paragraph that a stretch of the text begins in, and the bounds in it.

        The paragraph is its index in the body.  What goes on in the next paragraph is left
        out, and so are the line breaks between paragraphs.
        """
        index = max(0, bisect_right(self.starts, start) - 1)
        while start >= self._end(index) and end > self._end(index) + 1:
            index, start = index + 1, self._end(index) + 1
        first, last = self.starts[index], self._end(index)
        return self.blocks[index], min(start, last) - first, min(end, last) - first

    def paragraphs(self, begin: int) -> Iterator[tuple[int, int]]:
        """Yield the bounds of each paragraph from the one at an offset on."""
        for index in range(max(0, bisect_right(self.starts, begin) - 1), len(self.starts)):
            yield self.starts[index], self._end(index)

    def _end(self, index: int) -> int:
        """Return the offset after a paragraph; a line break stands before the next."""
        last = index + 1 == len(self.starts)
        return len(self.text) if last else self.starts[index + 1] - 1
