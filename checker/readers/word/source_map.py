"""Where in a Word file each line of text comes from, to find the way back to it."""

from typing import NamedTuple

from govcheck.readers.xml_tree import Node


class RunText(NamedTuple):
    """Text that one element of a run stands for: a ``w:t``, a tab, a symbol."""

    start: int
    """Offset in its line, counted from behind the number; the first may begin before 0."""
    end: int
    run: Node
    child: Node


class SourceLine(NamedTuple):
    """A line of text as the reader handed it over."""

    paragraph: Node | None
    """The paragraph of the main text that it stands in, or that a note, a text box or a
    picture hangs on; None for headers and footers."""
    text: str = ""
    segments: tuple[RunText, ...] = ()
    """Empty for what is not the paragraph's own text."""
    number: int = 0
    """Length of the number that Word puts before it."""


class SourceMap:
    """Lines by their anchors."""

    def __init__(self) -> None:
        """Begin with none."""
        self.lines: list[SourceLine] = []

    @property
    def next_anchor(self) -> int:
        """The anchor that the next line will have."""
        return len(self.lines)

    def add(self, line: SourceLine) -> int:
        """Take in a line; return its anchor."""
        self.lines.append(line)
        return len(self.lines) - 1
