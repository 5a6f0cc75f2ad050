"""A page's blocks in normal text, in one row, before anything is made of them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from govcheck.document.blocks import Block, Grid, GridCell, Image, Paragraph
from govcheck.document.text import Text
from govcheck.late_pattern import late_pattern
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph
from govcheck.understanding.normal import normal_texts

_IMAGE_FILE = late_pattern(
    r"[^\s。，；：、/\\]{1,60}?\.(?:png|jpe?g|gif|bmp|webp)", re.IGNORECASE
)
_LONGEST_IMAGE_LINE = 300


class Piece(Struct, frozen=True):
    """A block with what the page's markup says of its surroundings."""

    block: Block
    linked: float = 0.0
    """Share of its characters that stand inside links, 0 to 1."""
    zone: str = ""
    level: int | None = None
    """As the markup has it, 1 to 6."""

    @property
    def text(self) -> str:
        """The normal text of a paragraph; nothing for a table or a picture."""
        return self.block.text.normal if isinstance(self.block, Paragraph) else ""


def lay_out(page: RawPage) -> list[Piece]:
    """Return the page's blocks in reading order; empty paragraphs are left out."""
    texts = iter(normal_texts(list(_written(page.blocks))))
    return [piece for block in page.blocks for piece in _pieces(block, texts)]


def _written(blocks: Sequence[RawBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block.text
        elif isinstance(block, RawGrid):
            for cell in block.cells:
                yield cell.text


def _pieces(block: RawBlock, texts: Iterator[Text]) -> Iterator[Piece]:
    if isinstance(block, RawParagraph):
        yield from _paragraph(block, next(texts))
    elif isinstance(block, RawGrid):
        yield Piece(_grid(block, texts), zone=block.zone)
    else:
        yield Piece(block, float(block.linked), block.zone)


def _paragraph(block: RawParagraph, text: Text) -> Iterator[Piece]:
    normal = text.normal
    if not normal:
        return
    if _names_images(normal):
        for file in _IMAGE_FILE.findall(normal):
            yield Piece(Image(source=file, line=block.line, page=block.page))
        return
    paragraph = Paragraph(text=text, line=block.line, page=block.page, anchor=block.anchor)
    yield Piece(paragraph, block.linked, block.zone, block.level)


def _names_images(text: str) -> bool:
    """Whether a line is nothing but names of image files, as plain text leaves them."""
    if "." not in text or len(text) > _LONGEST_IMAGE_LINE:
        return False
    return not _IMAGE_FILE.sub("", text)


def _grid(block: RawGrid, texts: Iterator[Text]) -> Grid:
    cells = tuple(
        GridCell(
            row=cell.row,
            column=cell.column,
            height=cell.height,
            width=cell.width,
            text=next(texts),
            line=cell.line,
            anchor=cell.anchor,
            unread=cell.unread,
        )
        for cell in block.cells
    )
    return Grid(
        cells=cells,
        height=block.height,
        width=block.width,
        line=block.line,
        page=block.page,
        recognised=block.recognised,
        typed=block.typed,
    )
