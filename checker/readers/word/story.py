"""A story of a Word file: the main text, a header, a footer, a note, a text box."""

from collections.abc import Callable, Mapping
from typing import Final

from govcheck.document.traces import TraceKind
from govcheck.readers.html.flow import FlowBlock
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.word.book import Book
from govcheck.readers.word.enclosures import enclosed, is_strange
from govcheck.readers.word.joined_tables import with_joined_tables
from govcheck.readers.word.runs import Runs
from govcheck.readers.word.styles import hidden_by, numbered_by, outline_of
from govcheck.readers.word.tables import read_table
from govcheck.readers.word.writer import BlockWriter
from govcheck.readers.xml_tree import Node

_STRANGE: Final = "文件中有未能识别的成分，其内容未读取；请在 Word 中重新保存"
_REMOVED: Final = ("w:del", "w:moveFrom")
TITLE_LEVEL: Final = 0
"""Level of a paragraph in the style for titles; headings have 1 to 9."""
CONTENTS_LEVEL: Final = -1
"""Level of a line in a table of contents."""


class Story:
    """Reads blocks one after the other."""

    def __init__(self, book: Book, part: str, *, host: Node | None, main: bool = False) -> None:
        """Read from a part; ``host`` is the paragraph of the main text that it hangs on.

        The paragraphs of the main story are their own hosts.
        """
        self.book = book
        self._part = part
        self._host = host
        self._main = main
        self.writer = BlockWriter(book.map, main=main)
        self.runs = Runs(book, part, self.writer, self._boxed)

    def read(self, nodes: list[Node]) -> list[FlowBlock]:
        """Read blocks to where the writer puts them, and return what it has so far."""
        for node in with_joined_tables(nodes):
            if read := _READERS.get(node.name):
                read(self, node)
            elif is_strange(node):
                self.book.notes.append(_STRANGE)
        return self.writer.blocks

    def read_paragraph(self, node: Node) -> None:
        """Read a paragraph; one whose mark is deleted runs on into the next."""
        properties = node.child("w:pPr") or Node("w:pPr", {}, node.start)
        style = self._style(properties)
        removed = self._note_mark(properties)
        unseen = self._is_unseen(node, properties, style)
        number = "" if removed or unseen else self._number(properties)
        host = node if self._main else self._host
        self.writer.begin(host, number, Surroundings(level=self._level(properties)))
        self.runs.begin_paragraph(style, node)
        self.runs.read(node.children)
        self.runs.end_paragraph()
        if not (removed or unseen or _runs_on(properties)):
            self.writer.end_line()

    def _is_unseen(self, node: Node, properties: Node, style: str) -> bool:
        """Whether a paragraph is hidden with all that is in it: it takes no number either."""
        hides = self.book.styles.hides
        if not hides(style, properties.child("w:rPr")):
            return False
        runs = (one for one in node.descendants() if one.name == "w:r")
        return all(hides(style, run.child("w:rPr")) for run in runs)

    def _note_mark(self, properties: Node) -> bool:
        """Note the tracked changes of a paragraph itself; return whether its mark is gone."""
        anchor = self.book.map.next_anchor
        self.book.note_format(properties, anchor)
        mark = properties.child("w:rPr")
        if mark is None:
            return False
        removed = next(filter(None, map(mark.child, _REMOVED)), None)
        if removed:
            self.book.note_change(removed, TraceKind.DELETION, anchor)
        elif inserted := mark.child("w:ins"):
            self.book.note_change(inserted, TraceKind.INSERTION, anchor)
        return removed is not None

    def _number(self, properties: Node) -> str:
        """Return the automatic number of a paragraph, set off where letters would touch."""
        style = self._style(properties)
        own = numbered_by(properties)
        by_style = self.book.styles.numbered_by(style)
        numbered = own if own and own.list_id else by_style
        if numbered is None or numbered.list_id == "0":
            return ""
        if numbered.level is None and own is not None and own.level is not None:
            numbered = numbered._replace(level=own.level)
        number = self.book.numbering.next(numbered, style)
        return f"{number} " if number[-1:].isalnum() else number

    def _level(self, properties: Node) -> int | None:
        style = self._style(properties)
        if self.book.styles.is_contents(style):
            return CONTENTS_LEVEL
        if self.book.styles.is_title(style):
            return TITLE_LEVEL
        own = outline_of(properties)
        return self.book.styles.outline(style) if own is None else own or None

    def _style(self, properties: Node) -> str:
        return properties.value("w:pStyle") or self.book.styles.default

    def _boxed(self, content: Node) -> list[FlowBlock]:
        """Read a text box, which hangs on the paragraph at hand."""
        inner = Story(self.book, self._part, host=self.writer.paragraph)
        return inner.read(content.children)

    def read_table(self, node: Node) -> None:
        """Read a table."""
        self.writer.end_line()
        read_table(node, self)

    def read_enclosed(self, node: Node) -> None:
        """Read what an element merely encloses."""
        self.read(enclosed(node))

    def read_chunk(self, node: Node) -> None:
        """Read another document that stands here, or say that it was not read."""
        self.writer.end_line()
        page = self.book.chunks.page(self._part, node.get("r:id"))
        if page is None or not page.blocks:
            self.note_unread(node)
        else:
            self.writer.blocks += self.book.chunks.blocks(page, self.writer)

    def note_unread(self, _: Node) -> None:
        """Say that another document stands here and was not read."""
        self.book.notes.append("文件中嵌有另一份文档，其内容未读取；请在 Word 中重新保存")


def _runs_on(properties: Node) -> bool:
    """Whether a paragraph is but the beginning of the next: a large initial, a heading."""
    frame, mark = properties.child("w:framePr"), properties.child("w:rPr")
    initial = frame is not None and frame.get("w:dropCap", "none") != "none"
    return initial or bool(mark and mark.child("w:specVanish") and hidden_by(mark))


_READERS: Final[Mapping[str, Callable[[Story, Node], None]]] = {
    "w:p": Story.read_paragraph,
    "w:tbl": Story.read_table,
    "w:sdt": Story.read_enclosed,
    "mc:AlternateContent": Story.read_enclosed,
    "w:altChunk": Story.read_chunk,
    "w:subDoc": Story.note_unread,
    **dict.fromkeys(("w:customXml", "w:smartTag", "w:ins", "w:moveTo"), Story.read_enclosed),
}
