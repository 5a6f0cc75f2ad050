"""Shows what hangs on the runs of a part: pictures, drawn words, text boxes, objects."""

from collections.abc import Callable
from posixpath import basename
from typing import Final

from govcheck.readers.html.flow import FlowBlock
from govcheck.readers.word.book import Book
from govcheck.readers.word.drawings import DrawnLetters, Picture, drawn
from govcheck.readers.word.objects import FORMULA, SMART, Embedded
from govcheck.readers.word.package import Relationship
from govcheck.readers.word.writer import BlockWriter
from govcheck.readers.xml_tree import Node

_LOST: Final = "已丢失的图片"
_LONGEST: Final = 60


class Hangings:
    """Shows drawings in a writer."""

    def __init__(
        self,
        book: Book,
        part: str,
        writer: BlockWriter,
        boxed: Callable[[Node], list[FlowBlock]],
    ) -> None:
        """Show those of one part of the file; ``boxed`` reads the text of a text box."""
        self._book, self._part, self._writer, self._boxed = book, part, writer, boxed

    def show(self, node: Node) -> None:
        """Show the pictures, words, text boxes and objects of a drawing."""
        for one in drawn(node):
            if isinstance(one, Picture):
                self._picture(one)
            elif isinstance(one, DrawnLetters):
                self._writer.show_words(one.text)
            elif isinstance(one, Embedded):
                self._embedded(one)
            else:
                self._writer.show(self._boxed(one))

    def unread(self, name: str, source: str = "") -> None:
        """Say that an object stands here which was not read."""
        self._book.embedded[name] = None
        self._writer.show_embedded(name, source)

    def _relation(self, relation_id: str) -> Relationship | None:
        return self._book.package.relations(self._part).get(relation_id)

    def _picture(self, picture: Picture) -> None:
        package = self._book.package
        relation = self._relation(picture.relation)
        if relation is None:
            self.unread(_LOST)
            return
        missing = not relation.external and not package.holds(relation)
        size = picture.extent
        anchor = self._writer.show_image(
            relation.target, picture.alt, missing=missing, slight=size.tiny
        )
        if size.seal:
            self._book.seals.add(anchor)

    def _embedded(self, one: Embedded) -> None:
        relation = self._relation(one.relation)
        data = self._book.package.held(relation) if one.kind == SMART else None
        lines = _lines(data) if data else []
        if lines:
            for line in lines:
                self._writer.show_words(line)
            return
        target = relation.target if relation else ""
        own = "" if target.endswith(".xml") else basename(target)[-_LONGEST:]
        preview = self._relation(one.preview)
        source = preview.target if preview else target
        self._writer.doubted = self._writer.doubted or one.kind == FORMULA
        self.unread(f"{one.kind} {own}".strip(), source)


def _lines(data: Node) -> list[str]:
    """Return the paragraphs of a drawing whose words are in another part."""
    paragraphs = (one for one in data.descendants() if one.name == "a:p")
    lines = (
        "".join(one.text for one in paragraph.descendants() if one.name == "a:t")
        for paragraph in paragraphs
    )
    return [line for line in lines if line.strip()]
