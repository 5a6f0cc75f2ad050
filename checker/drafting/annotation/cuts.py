"""Where in the bytes of ``word/document.xml`` a stretch of a line begins and ends."""

import re
from typing import Final, NamedTuple

from govcheck.readers.word.source_map import RunText, SourceLine
from govcheck.readers.xml_tree import Node

_START_TAG: Final = re.compile(rb"<([^\s/>]++)(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_CHARACTER: Final = re.compile(rb"&[^;]{1,12};|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_SPACE: Final = re.compile(rb"[ \t\r\n]")


class Cut(NamedTuple):
    """A place between bytes at which something can be inserted."""

    offset: int
    before: bytes = b""
    """What must come before it, to end the run that is cut."""
    after: bytes = b""
    """What must come after it, to begin the rest of that run."""
    replaced: int = 0
    """Bytes from the offset on that ``before`` stands for: the /> of a tag without content."""


class Cutter:
    """Finds the cuts in one file."""

    def __init__(self, content: bytes) -> None:
        """Work on the bytes that the nodes were read from."""
        self._content = content

    def stretch(self, line: SourceLine, start: int | None, end: int | None) -> tuple[Cut, Cut]:
        """Return the cuts before and after ``line.text[start:end]``, or around all of it.

        A line that has no words of its own in the file is a place at its paragraph's end.
        """
        if not line.segments:
            return (self.closing(line.paragraph),) * 2 if line.paragraph else (Cut(0),) * 2
        first = max(0, (start or 0) - line.number)
        last = (len(line.text) if end is None else end) - line.number
        opening = next((one for one in line.segments if one.end > first), line.segments[-1])
        closing = next(
            (one for one in reversed(line.segments) if one.start < last), line.segments[0]
        )
        return self._at(opening, first, opening=True), self._at(closing, last, opening=False)

    def tag(self, node: Node) -> tuple[bytes, bytes]:
        """Return an element's start tag as written, and its name in it."""
        match = _START_TAG.match(self._content, node.start)
        return (match[0], match[1]) if match else (b"", b"")

    def closing(self, node: Node) -> Cut:
        """Return the place at the end of what an element holds."""
        if not self._is_empty(node):
            return Cut(node.close)
        tag, name = self.tag(node)
        return Cut(node.start + len(tag) - 2, b">", b"</" + name + b">", 2)

    def _at(self, segment: RunText, offset: int, *, opening: bool) -> Cut:
        """Return the cut at an offset of a line, at the run's border if it cannot be cut."""
        run, child = segment.run, segment.child
        border = Cut(run.start if opening else self._end(run))
        properties = run.child("w:rPr")
        if run.name != "w:r" or child not in run.children or _is_traced(properties):
            return border
        contents = [node for node in run.children if node.name != "w:rPr"]
        inside = segment.start < offset < segment.end
        if inside and child.name == "w:t":
            cut = self._within(run, child, offset - segment.start)
            if cut:
                return cut
        if child is contents[0 if opening else -1]:
            return border
        after = self.tag(run)[0] + self._whole(properties)
        at = child.start if opening else self._end(child)
        return Cut(at, self._end_tag(run), after)

    def _within(self, run: Node, child: Node, characters: int) -> Cut | None:
        """Return the cut behind so many characters of a ``w:t``.

        None where white space beside the cut would be lost, or where the text is written in
        a way in which characters cannot be counted.
        """
        tag, _ = self.tag(child)
        begin = child.start + len(tag)
        written = self._content[begin : child.close]
        if b"<" in written:
            return None
        pieces = _CHARACTER.findall(written)
        if not 0 < characters < len(pieces) or any(
            map(_SPACE.match, pieces[characters - 1 : characters + 1])
        ):
            return None
        offset = begin + sum(map(len, pieces[:characters]))
        after = self.tag(run)[0] + self._whole(run.child("w:rPr")) + tag
        return Cut(offset, self._end_tag(child) + self._end_tag(run), after)

    def _end_tag(self, node: Node) -> bytes:
        return b"</" + self.tag(node)[1] + b">"

    def _is_empty(self, node: Node) -> bool:
        """Whether an element is written as one tag."""
        return (
            not node.children
            and not node.text
            and self._content[node.close - 2 : node.close] == b"/>"
        )

    def _end(self, node: Node) -> int:
        if self._is_empty(node):
            return node.close
        return self._content.index(b">", node.close) + 1

    def _whole(self, node: Node | None) -> bytes:
        return self._content[node.start : self._end(node)] if node else b""


def _is_traced(properties: Node | None) -> bool:
    """Whether run properties hold a tracked change, which must not be doubled."""
    names = (node.name for node in properties.children) if properties else ()
    return any(name.endswith("Change") or name in {"w:ins", "w:del"} for name in names)
