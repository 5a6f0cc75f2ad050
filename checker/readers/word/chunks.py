"""Documents within a Word file that Word takes in when it opens it (``w:altChunk``)."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from posixpath import splitext
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image, Link
from govcheck.errors import Unusable
from govcheck.readers.companions import with_pictures
from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.limits import MOST_BLOCKS, MOST_TAGS
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph
from govcheck.readers.word.package import Package
from govcheck.readers.word.source_map import SourceLine
from govcheck.readers.word.writer import HIDDEN, BlockWriter

ReadPage = Callable[[bytes, str], RawPage]
"""Reads the content of a file, by its content and the end of its name."""

_MOST: Final = 20
"""Documents in a file (one that a program has put together of sections has 6)."""
_MOST_PACKED: Final = 5
"""Of those, Word files, saved pages and others whose tags cannot be counted beforehand."""
_SHOWN: Final = frozenset({"", "list", "hidden"})
"""Zones of what stands in the text itself."""


class Allowance:
    """What may be read of the documents within a file, and of those within them."""

    def __init__(self) -> None:
        """Begin before the first."""
        self._read = self._spent = 0

    def spend(self, content: bytes) -> bool:
        """Whether another document, beside the first, keeps to the bounds of one page."""
        is_page = content.lstrip().startswith(b"<")
        self._spent += content.count(b"<") if is_page else MOST_TAGS // _MOST_PACKED
        self._read += 1
        return self._read == 1 or (self._read <= _MOST and self._spent <= MOST_TAGS)


class Chunks:
    """The documents within a file, each read once."""

    def __init__(self, package: Package, read: ReadPage | None, allowance: Allowance) -> None:
        """Take the file, and what reads the documents; without it they stay unread."""
        self._package, self._read, self._allowance = package, read, allowance
        self._pages: dict[str, RawPage] = {}
        self._tried: set[str] = set()
        self._shown = 0
        self.asides: list[RawBlock] = []
        """What stands around their text: notes, headers, footers."""

    def page(self, part: str, relation_id: str) -> RawPage | None:
        """Return the document that a part refers to; None for one that cannot be read."""
        relation = self._package.relations(part).get(relation_id)
        if relation is None or self._read is None or not self._package.holds(relation):
            return None
        name = relation.target
        if name not in self._tried:
            self._read_once(name, self._read)
        return self._pages.get(name)

    def _read_once(self, name: str, read: ReadPage) -> None:
        self._tried.add(name)
        with suppress(Unusable):
            content = self._package.archive.read(name)
            if self._allowance.spend(content):
                self._pages[name] = read(content, splitext(name)[1].lower())

    def blocks(self, page: RawPage, writer: BlockWriter) -> Iterator[FlowBlock]:
        """Yield what a document shows, as blocks of the text around it.

        Raises Unusable where one is shown again and again, beyond what any report holds.
        """
        self._shown += sum(_size(block) for block in page.blocks)
        if self._shown > MOST_BLOCKS:
            raise Unusable(
                "文件中嵌入的文档过多，远多于一份年度报告，不予读取；请只提交报告正文"
            )
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


def _size(block: RawBlock) -> int:
    return len(block.cells) if isinstance(block, RawGrid) else 1


def _line(block: RawParagraph, anchor: int) -> FlowLine:
    hidden = block.zone == "hidden"
    around = HIDDEN if hidden else Surroundings(level=block.level)
    return FlowLine(block.text, None, block.linked, around, hidden, anchor)
