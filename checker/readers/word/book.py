"""What all parts of one Word file share while they are read, and what is gathered of them."""

from itertools import islice
from typing import Final, NamedTuple

from msgspec.structs import replace

from govcheck.document.blocks import Link
from govcheck.document.traces import Trace, TraceKind
from govcheck.readers.word.chunks import Allowance, Chunks, ReadPage
from govcheck.readers.word.numbering import Numbering
from govcheck.readers.word.package import Package
from govcheck.readers.word.source_map import SourceMap
from govcheck.readers.word.styles import Styles
from govcheck.readers.xml_tree import Node

_TEXTS: Final = frozenset({"w:t", "w:delText"})
_LONGEST_TRACE: Final = 200
_MOST_LOOKED_AT: Final = 1000
"""So many elements tell the beginning of what was changed; changes may stand in changes."""


class NoteReference(NamedTuple):
    """A place in the text that a footnote or an endnote belongs to."""

    kind: str
    note_id: str
    paragraph: Node | None
    """The paragraph of the main text that it stands in."""


class Book:
    """Styles, lists and comments of a file; its lines, links and traces as they are met."""

    def __init__(
        self,
        package: Package,
        read_chunk: ReadPage | None = None,
        allowance: Allowance | None = None,
    ) -> None:
        """Read the parts that the text is read with.

        ``read_chunk`` reads the documents within the file, which stay unread without it.
        """
        self.package = package
        self.chunks = Chunks(package, read_chunk, allowance or Allowance())
        self.styles = Styles(_root(package, "styles"))
        self.numbering = Numbering(_root(package, "numbering"), self.styles)
        self.map = SourceMap()
        self.links: list[Link] = []
        self.references: list[NoteReference] = []
        self.traces: list[Trace] = []
        self.notes: list[str] = []
        """What could not be read, in words for the user (Chinese)."""
        self.embedded: dict[str, None] = {}
        """What the objects are called that were not read (Chinese)."""
        self.seals: set[int] = set()
        """Anchors of pictures that look like seals."""
        comments = _root(package, "comments")
        said = comments.children if comments else []
        self._comments = {node.get("w:id"): node for node in said}

    def note_change(self, node: Node, kind: TraceKind, anchor: int) -> None:
        """Keep a tracked change; what one author did in one go is one change."""
        text = _text(node)
        author = node.get("w:author")
        last = self.traces[-1] if self.traces else None
        if last and (last.kind, last.author, last.anchor) == (kind, author, anchor):
            self.traces[-1] = replace(last, text=(last.text + text)[:_LONGEST_TRACE])
        else:
            self.traces.append(Trace(kind=kind, text=text, author=author, anchor=anchor))

    def note_format(self, properties: Node, anchor: int) -> None:
        """Keep a tracked change of looks, if properties hold one."""
        for child in properties.children:
            if child.name.endswith("Change"):
                self.note_change(child, TraceKind.FORMAT, anchor)

    def note_comment(self, comment_id: str, anchor: int) -> None:
        """Keep a comment, once."""
        node = self._comments.pop(comment_id, None)
        if node:
            trace = Trace(
                kind=TraceKind.COMMENT,
                text=_text(node),
                author=node.get("w:author"),
                anchor=anchor,
            )
            self.traces.append(trace)


def _root(package: Package, kind: str) -> Node | None:
    part = package.part(kind)
    return part[1] if part else None


def _text(node: Node) -> str:
    """Return what an element says, or the beginning of it."""
    inside = islice(node.descendants(), _MOST_LOOKED_AT)
    texts = (one.text[:_LONGEST_TRACE] for one in inside if one.name in _TEXTS)
    return "".join(texts).strip()[:_LONGEST_TRACE]
