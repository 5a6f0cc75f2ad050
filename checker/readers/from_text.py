"""Plain text and Markdown: lines read into paragraphs, headings, tables and pictures."""

import re
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import chain, pairwise
from typing import Final, NamedTuple

from govcheck.document.blocks import Image, Link
from govcheck.late_pattern import late_pattern
from govcheck.readers.bounds import require_bounded_text
from govcheck.readers.plain.comma_rows import with_tabs
from govcheck.readers.plain.html_tables import parted
from govcheck.readers.plain.pipe_rows import PipeRow, grids, row
from govcheck.readers.plain.text_lines import TextLines
from govcheck.readers.plain.torn_rows import WrittenLine, rows_mended
from govcheck.readers.plain.wrapping import Wrapping
from govcheck.readers.raw import RawBlock, RawPage, RawParagraph
from govcheck.signs import sign

_PAGE_NUMBER: Final = late_pattern(
    rf"[-—–－―]+\s*[0-9０-９]{{1,4}}\s*[-—–－―]+|{sign('page_number')}"
)
_BREAKS: Final = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line; \\r and \\n, together or alone, are what an editor counts lines by."""
_DRAWN: Final = late_pattern(r"([-=*_])\1{2,}|```.*")
"""A line across the page, or the border of a block of code."""
_HEADING: Final = late_pattern(r"(#{1,6})\s+(.*?)\s*#*", re.DOTALL)
_BOLD: Final = late_pattern(r"(\*\*|__)(?=\S)([^*_]{1,200})(?<=\S)\1")
_TARGET: Final = r"\]\(((?:(?!\]\()[^)\s]){1,2000}+)(?:\s(?:(?!\]\()[^)]){0,200}+)?\)"
"""An address and perhaps a title; neither goes on into the next link, so none is read twice."""
_PICTURE: Final = late_pattern(r"!\[([^\[\]]{0,200}+)" + _TARGET)
_PICTURE_FILE: Final = late_pattern(r"\S{1,100}\.(?:png|jpe?g|gif|bmp|webp)", re.IGNORECASE)
_LINK: Final = late_pattern(r"\[([^\[\]]{1,200}+)" + _TARGET)


class _TextLine(NamedTuple):
    """A line that says something."""

    numbers: tuple[int, ...]
    """Several of a row that is torn."""
    text: str
    apart: bool
    """It follows no other line of text directly."""
    row: PipeRow | None

    @property
    def number(self) -> int:
        """The number of the line that it begins on."""
        return self.numbers[0]


def read_text(text: str) -> RawPage:
    """Read a text; line breaks part paragraphs unless the text is clearly hard-wrapped."""
    require_bounded_text(text)
    text, tables = parted(text)
    lines = list(_lines(text))
    reader = _TextBlocks(lines)
    return RawPage(
        blocks=tuple(merge(reader.blocks(), tables, key=_line_of)),
        links=tuple(reader.links),
        format="text",
        lines=TextLines(numbers=tuple(chain.from_iterable(line.numbers for line in lines))),
    )


def _line_of(block: RawBlock) -> int:
    return block.line or 0


def _lines(text: str) -> Iterator[_TextLine]:
    """Yield the lines that say something, which page numbers do not."""
    apart = True
    for whole in rows_mended(list(with_tabs(list(_written(text))))):
        quoted = whole.text.lstrip(" ").startswith("> ")
        written = whole.text.lstrip(" ")[2:] if quoted else whole.text
        line = written.strip()
        if not line or _DRAWN.fullmatch(line):
            apart = True
        elif not _PAGE_NUMBER.fullmatch(line):
            yield _TextLine(whole.numbers, line, apart, row(written, whole.numbers))
            apart = False


def _written(text: str) -> Iterator[WrittenLine]:
    number = 1
    for whole in text.splitlines(keepends=True):
        yield WrittenLine(text=whole.rstrip(_BREAKS), numbers=(number,))
        number += whole.endswith(("\n", "\r"))


def _runs(lines: Sequence[_TextLine]) -> Iterator[list[_TextLine]]:
    """Yield lines by whether they are rows; an empty line ends a table."""
    run: list[_TextLine] = []
    for line in lines:
        if run and ((line.row is None) != (run[-1].row is None) or (line.row and line.apart)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


class _TextBlocks:
    """Makes blocks of lines, and keeps the links that it meets."""

    def __init__(self, lines: list[_TextLine]) -> None:
        self._lines = lines
        self._wrapping = Wrapping([line.text for line in lines if line.row is None])
        self.links: list[Link] = []

    def blocks(self) -> Iterator[RawBlock]:
        """Yield all blocks in reading order."""
        for run in _runs(self._lines):
            tables = grids([line.row for line in run if line.row])
            yield from tables or self._paragraphs(run)

    def _paragraphs(self, run: Sequence[_TextLine]) -> Iterator[RawBlock]:
        number, texts = run[0].number, [run[0].text]
        for line, follower in pairwise(run):
            if follower.apart or not self._wrapping.joins(line.text, follower.text):
                yield from self._block(self._wrapping.between.join(texts), number)
                number, texts = follower.number, []
            texts.append(follower.text)
        yield from self._block(self._wrapping.between.join(texts), number)

    def _block(self, text: str, number: int) -> Iterator[RawBlock]:
        """Yield a paragraph without Markdown's signs, and the pictures that stand in it."""
        if _PICTURE_FILE.fullmatch(text):
            yield Image(source=text, alt=text, line=number)
            return
        heading = _HEADING.fullmatch(text)
        level = len(heading[1]) if heading else None
        written = heading[2] if heading else text
        shown = _PICTURE.sub("", written) if "![" in written else written
        plain, linked = self._without_signs(shown, number)
        if plain:
            share = linked / len(plain)
            yield RawParagraph(text=plain, line=number, level=level, linked=share)
        for alt, source in _PICTURE.findall(written) if shown != written else ():
            yield Image(source=source, alt=alt, line=number)

    def _without_signs(self, text: str, number: int) -> tuple[str, int]:
        """Return a text without the signs around it, and how much of it is links."""
        linked = 0
        if "](" in text:
            for shown, address in _LINK.findall(text):
                self.links.append(Link(address=address, text=shown, line=number))
                linked += len(shown)
            text = _LINK.sub(r"\1", text)
        if "**" in text or "__" in text:
            text = _BOLD.sub(r"\2", text)
        return text.strip("| ") or text.strip(), linked
