"""What stands in a paragraph: runs, links, fields, tracked changes, notes, pictures."""

from collections.abc import Callable, Mapping
from typing import Final

from govcheck.document.traces import TraceKind
from govcheck.readers.html.flow import FlowBlock
from govcheck.readers.word.alternatives import alternative
from govcheck.readers.word.book import Book, NoteReference
from govcheck.readers.word.enclosures import enclosed
from govcheck.readers.word.fields import OpenFields, choice_of
from govcheck.readers.word.hangings import Hangings
from govcheck.readers.word.open_links import OpenLinks
from govcheck.readers.word.sight import RunSight
from govcheck.readers.word.symbols import TEXTS
from govcheck.readers.word.writer import BlockWriter
from govcheck.readers.xml_tree import Node

_TRACED: Final[Mapping[str, tuple[TraceKind, bool]]] = {
    "w:ins": (TraceKind.INSERTION, True),
    "w:del": (TraceKind.DELETION, False),
    "w:moveTo": (TraceKind.MOVE, True),
    "w:moveFrom": (TraceKind.MOVE, False),
}
"""Tracked changes, and whether what is in them stands in the accepted text."""


class Runs:
    """Reads the contents of paragraphs into a writer."""

    def __init__(
        self,
        book: Book,
        part: str,
        writer: BlockWriter,
        boxed: Callable[[Node], list[FlowBlock]],
    ) -> None:
        """Read for one part of the file; ``boxed`` reads the text of a text box."""
        self._book = book
        self._part = part
        self._writer = writer
        self._hangings = Hangings(book, part, writer, boxed)
        self._sight = RunSight(book.styles, writer)
        self._fields = OpenFields()
        self._links = OpenLinks(book.links)
        self._at: Node | None = None

    def read(self, nodes: list[Node]) -> None:
        """Read what stands in a paragraph."""
        for node in nodes:
            if node.name == "w:r":
                self._run(node)
            elif node.name in _TRACED:
                self._traced(node)
            elif read := _READERS.get(node.name):
                read(self, node)

    def begin_paragraph(self, style: str, paragraph: Node) -> None:
        """Let a paragraph and its style hold for what is read next."""
        self._sight.begin(style, paragraph)

    def end_paragraph(self) -> None:
        """Forget what must not reach beyond a paragraph."""
        self._fields.end_paragraph()

    def _run(self, run: Node) -> None:
        self._at, properties = run, run.child("w:rPr")
        hidden = self._sight.hides(properties)
        if properties:
            self._book.note_format(properties, self._writer.map.next_anchor)
        self._run_content(run.children, run, hidden=hidden)

    def _run_content(self, nodes: list[Node], run: Node, *, hidden: bool) -> None:
        for node in nodes:
            if text := TEXTS.get(node.name):
                said = text(node)
                note = self._sight.is_note(said, node)
                self._write(said, run, node, hidden=hidden or note)
            elif node.name == "mc:AlternateContent":
                self._run_content(alternative(node).children, run, hidden=hidden)
            elif read := _CONTENTS.get(node.name):
                read(self, node)

    def _write(self, text: str, run: Node, child: Node, *, hidden: bool) -> None:
        if not text or self._fields.hidden:
            return
        self._fields.show()
        if hidden:
            self._writer.hide(text)
            return
        self._links.write(text)
        self._writer.write(text, run, child, linked=bool(self._links))

    def break_line(self, _: Node) -> None:
        """End the line."""
        self._writer.end_line()

    def note_reference(self, node: Node) -> None:
        """Keep the place of a footnote or an endnote."""
        kind = node.name.removeprefix("w:").removesuffix("Reference")
        reference = NoteReference(kind, node.get("w:id"), self._writer.paragraph)
        self._book.references.append(reference)

    def note_comment(self, node: Node) -> None:
        """Keep the place of a comment."""
        self._book.note_comment(node.get("w:id"), self._writer.map.next_anchor)

    def read_instruction(self, node: Node) -> None:
        """Read a piece of the instruction of a field."""
        self._fields.instruct(node.text)

    def read_field(self, node: Node) -> None:
        """Read a border of a field."""
        match node.get("w:fldCharType"):
            case "begin":
                self._fields.begin(choice_of(node))
            case "separate":
                if address := self._fields.separate():
                    self._links.begin(address)
            case "end":
                self._end_field(node)

    def _end_field(self, node: Node) -> None:
        ended = self._fields.end()
        if ended.linking:
            self._links.end()
        if ended.unread:
            self._hangings.unread(ended.unread)
        if self._at:
            self._write(ended.drawn, self._at, node, hidden=False)

    def read_simple_field(self, node: Node) -> None:
        """Read a field that is written as one element."""
        self._fields.begin()
        self._fields.instruct(node.get("w:instr"))
        if address := self._fields.separate():
            self._links.begin(address)
        self.read(node.children)
        self._end_field(node)

    def _traced(self, node: Node) -> None:
        kind, stays = _TRACED[node.name]
        if node.name != "w:moveFrom":
            self._book.note_change(node, kind, self._writer.map.next_anchor)
        if stays:
            self.read(node.children)

    def read_drawing(self, node: Node) -> None:
        """Read the pictures, words and text boxes of a drawing."""
        self._fields.show()
        self._hangings.show(node)

    def read_linked(self, node: Node) -> None:
        """Read the text of a link."""
        relation = self._book.package.relations(self._part).get(node.get("r:id"))
        anchor = node.get("w:anchor")
        address = relation.target if relation else f"#{anchor}" if anchor else ""
        if address:
            self._links.begin(address)
        self.read(node.children)
        if address:
            self._links.end()

    def read_enclosed(self, node: Node) -> None:
        """Read what an element merely encloses."""
        self.read(enclosed(node))

    def read_formula(self, node: Node) -> None:
        """Read the letters of a formula."""
        for one in node.descendants():
            if one.name == "m:t":
                self._write(one.text, node, one, hidden=False)


_READERS: Final[Mapping[str, Callable[[Runs, Node], None]]] = {
    "w:hyperlink": Runs.read_linked,
    "w:sdt": Runs.read_enclosed,
    "mc:AlternateContent": Runs.read_enclosed,
    "m:oMath": Runs.read_formula,
    "m:oMathPara": Runs.read_formula,
    "w:fldSimple": Runs.read_simple_field,
    "w:subDoc": Runs.read_drawing,
    **dict.fromkeys(("w:smartTag", "w:customXml", "w:dir", "w:bdo"), Runs.read_enclosed),
}
_CONTENTS: Final[Mapping[str, Callable[[Runs, Node], None]]] = {
    "w:br": Runs.break_line,
    "w:cr": Runs.break_line,
    "w:fldChar": Runs.read_field,
    "w:instrText": Runs.read_instruction,
    "w:drawing": Runs.read_drawing,
    "w:pict": Runs.read_drawing,
    "w:object": Runs.read_drawing,
    "w:control": Runs.read_drawing,
    "w:contentPart": Runs.read_drawing,
    "w:footnoteReference": Runs.note_reference,
    "w:endnoteReference": Runs.note_reference,
    "w:commentReference": Runs.note_comment,
    "w:ruby": Runs.read_enclosed,
}
