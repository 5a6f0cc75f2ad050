"""Documents within a Word file that Word takes in when it opens it (``w:altChunk``)."""

from collections.abc import Callable, Iterator
from posixpath import splitext
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image, Link
from govcheck.errors import Unusable
from govcheck.readers.companions import with_pictures
from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph
from govcheck.readers.word.package import Package
from govcheck.readers.word.source_map import SourceLine
from govcheck.readers.word.writer import HIDDEN, Writer

ReadPage = Callable[[bytes, str], RawPage]
"""Reads the content of a file, by its content and the end of its name."""

_MOST: Final = 20
"""Documents in a file (one that a program has put together of sections has 6)."""
_SHOWN: Final = frozenset({"", "list", "hidden"})
"""Zones of what stands in the text itself."""


class Chunks:
    """The documents within a file, each read once."""

    def __init__(self, package: Package, read: ReadPage | None) -> None:
        """Take the file, and what reads the documents; without it they stay unread."""
        self._package, self._read = package, read
        self._pages: dict[str, RawPage] = {}
        self.asides: list[RawBlock] = []
        """What stands around their text: notes, headers, footers."""

    def page(self, part: str, relation_id: str) -> RawPage | None:
        """Return the document that a part refers to; None for one that cannot be read."""
        relation = self._package.relations(part).get(relation_id)
        if relation is None or self._read is None or not self._package.holds(relation):
            return None
        name = relation.target
        if name not in self._pages:
            if len(self._pages) >= _MOST:
                return None
            try:
                content = self._package.archive.read(name)
                self._pages[name] = self._read(content, splitext(name)[1].lower())
            except Unusable:
                return None
        return self._pages[name]

    def blocks(self, page: RawPage, writer: Writer) -> Iterator[FlowBlock]:
        """Yield what a document shows, as blocks of the text around it."""
        for block in page.blocks:
            anchor = writer.map.add(SourceLine(writer.paragraph))
            if isinstance(block, RawGrid):
                cells = tuple(replace(one, line=None, anchor=anchor) for one in block.cells)
                yield replace(block, cells=cells, line=None, page=None)
            elif isinstance(block, Image):
                yield replace(block, line=None, page=None, anchor=anchor)
            elif block.zone in _SHOWN:
                yield _line(block, anchor)
            else:
                self.asides.append(replace(block, line=None, page=None, anchor=anchor))

    def links(self) -> Iterator[Link]:
        """Yield the links in them."""
        for page in self._pages.values():
            yield from (replace(link, line=None) for link in page.links)

    def notes(self) -> Iterator[str]:
        """Yield what could not be read of them, in words for the user (Chinese)."""
        for page in self._pages.values():
            yield from page.notes

    @property
    def incomplete(self) -> bool:
        """Whether something in them was not read."""
        return any(page.incomplete for page in self._pages.values())

    def with_pictures(self, page: RawPage) -> RawPage:
        """Return the page of the file around them with the pictures that they bring along."""
        held = {key: one.pictures for one in self._pages.values() for key in one.pictures}
        return with_pictures(page, held, lambda key: held[key][key]) if held else page


def _line(block: RawParagraph, anchor: int) -> FlowLine:
    hidden = block.zone == "hidden"
    around = HIDDEN if hidden else Surroundings(level=block.level)
    return FlowLine(block.text, None, block.linked, around, hidden, anchor)
