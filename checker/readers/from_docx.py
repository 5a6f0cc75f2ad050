"""Word files (.docx, of Word, WPS or LibreOffice): the text as if all changes were accepted.

Read with nothing but the standard library, whose parser tells where each element stands in
the file: ``annotated_word`` writes comments there without touching anything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from msgspec.structs import replace

from govcheck.readers.formats import ZIP_SIGNATURE, read_page
from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.pictures import PackedPictures
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph
from govcheck.readers.word.book import Book
from govcheck.readers.word.chunks import Allowance
from govcheck.readers.word.flat import flat_package, is_flat
from govcheck.readers.word.package import Package
from govcheck.readers.word.seals import with_seals
from govcheck.readers.word.source_map import SourceMap
from govcheck.readers.word.story import CONTENTS_LEVEL, TITLE_LEVEL, Story
from govcheck.readers.xml_tree import Node

_DEEPEST_HEADING: Final = 6
_MOST_NAMED: Final = 5
_DEEPEST_CHUNK: Final = 3
"""Files within files within a file."""


def read_docx(content: bytes) -> RawPage:
    """Read a Word file.

    Notes, headers and footers follow the text, marked as surroundings of it.  The title among
    the properties is often an older file's and nobody sees it: it is no title here.  Raises
    Unusable for what is no Word file or goes beyond the limits.
    """
    return _read(Package(content))[0]


def read_flat(content: bytes) -> RawPage:
    """Read a Word file whose parts stand one after the other in one XML file.

    Raises Unusable as ``read_docx`` does.
    """
    return _read(flat_package(content))[0]


def map_docx(package: Package) -> SourceMap:
    """Return where each line that ``read_docx`` makes of a file stands in it."""
    return _read(package)[1]


def _read(
    package: Package, *, depth: int = 0, allowance: Allowance | None = None
) -> tuple[RawPage, SourceMap]:
    """Read a file that stands so deep in others; what is too deep in it stays unread."""
    allowance = allowance or Allowance()
    reading = partial(_read_chunk, depth=depth + 1, allowance=allowance)
    book = Book(package, reading if depth < _DEEPEST_CHUNK else None, allowance)
    body = package.document.child("w:body")
    story = Story(book, package.main, host=None, main=True)
    blocks = story.read(body.children if body else [])
    story.writer.end_line()
    blocks = with_seals(blocks, book.seals)
    page = RawPage(
        blocks=(
            *_finished(blocks),
            *_around(_notes(book), "footer"),
            *_around(_margins(book, "header"), "header"),
            *_around(_margins(book, "footer"), "footer"),
            *book.chunks.asides,
        ),
        meta=package.properties(),
        links=(*book.links, *book.chunks.links()),
        pictures=PackedPictures(package.archive.entries.keys(), package.archive.read),
        format="docx",
        traces=tuple(book.traces),
        notes=tuple(dict.fromkeys((*book.notes, *book.chunks.notes(), *_unread(book)))),
        incomplete=bool(book.notes) or book.chunks.incomplete,
    )
    return book.chunks.with_pictures(page), book.map


def _unread(book: Book) -> Iterator[str]:
    """Say which objects were not read; each is open where something would rest on it."""
    names = list(book.embedded)
    if names:
        listed = "、".join(names[:_MOST_NAMED]) + ("等" if len(names) > _MOST_NAMED else "")
        yield f"文件中的嵌入对象未读取：{listed}；请在 Word 中把其内容转为正文或表格后再检查"


def _read_chunk(content: bytes, suffix: str, *, depth: int, allowance: Allowance) -> RawPage:
    if content.startswith(ZIP_SIGNATURE):
        return _read(Package(content), depth=depth, allowance=allowance)[0]
    if is_flat(content):
        return _read(flat_package(content), depth=depth, allowance=allowance)[0]
    return read_page(content, suffix)


def _finished(blocks: Sequence[FlowBlock]) -> Iterator[RawBlock]:
    """Yield the blocks of the text; where titles have a level of their own, headings follow."""
    levels = [block.around.level for block in blocks if isinstance(block, FlowLine)]
    shift = 1 if TITLE_LEVEL in levels or levels.count(1) > 1 else 0
    for block in blocks:
        yield _paragraph(block, shift) if isinstance(block, FlowLine) else block


def _paragraph(line: FlowLine, shift: int) -> RawParagraph:
    zone = "hidden" if line.hidden else ""
    level = line.around.level
    if level == CONTENTS_LEVEL:
        zone, level = "nav", None
    elif level is not None:
        level = min(level + shift, _DEEPEST_HEADING) or 1
    return RawParagraph(
        text=line.text, level=level, linked=line.linked, zone=zone, anchor=line.anchor
    )


def _around(blocks: Sequence[FlowBlock], zone: str) -> Iterator[RawBlock]:
    for block in _finished(blocks):
        yield block if isinstance(block, RawGrid) else replace(block, zone=zone)


def _notes(book: Book) -> list[FlowBlock]:
    """Return the footnotes and endnotes that the text refers to, in its order."""
    found: Mapping[str, tuple[str, dict[str, Node]]] = {
        kind: (part[0], {note.get("w:id"): note for note in part[1].children})
        for kind in ("footnote", "endnote")
        if (part := book.package.part(f"{kind}s"))
    }
    blocks: list[FlowBlock] = []
    for kind, note_id, host in tuple(book.references):
        name, notes = found.get(kind, ("", {}))
        if note := notes.pop(note_id, None):
            blocks += Story(book, name, host=host).read(note.children)
    return blocks


def _margins(book: Book, kind: str) -> list[FlowBlock]:
    """Return the headers or the footers, those of the same text once."""
    blocks: list[FlowBlock] = []
    said: set[str] = set()
    for part, root in book.package.parts(kind):
        for block in Story(book, part, host=None).read(root.children):
            if not isinstance(block, FlowLine):
                blocks.append(block)
            elif block.text not in said:
                said.add(block.text)
                blocks.append(block)
    return blocks
