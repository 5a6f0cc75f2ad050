"""The body: title, introduction and parts, each paragraph with its level."""

from collections.abc import Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.blocks import Block, Grid, Image, Paragraph
from govcheck.document.form import Form
from govcheck.document.report import Part
from govcheck.late_pattern import late_pattern
from govcheck.understanding.normal import normal_text
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.parts import divide
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.page.title import TitleLines

_TITLE = 1
_PART = 2
_MINOR = late_pattern(
    "(?P<section>[（(][一二三四五六七八九十]{1,3}[）)])|[1-9][0-9]?[、.．](?![0-9])"
)
_ITEM_TITLE = late_pattern("[^。；;：:|]+(?<![，,])\\Z")
_SECTION_TITLE = late_pattern(f"{_ITEM_TITLE.pattern}|[^。；;：:，,|]+[。：:]\\Z")
_LONGEST_MINOR = 40


class Body(Struct, frozen=True, kw_only=True):
    """The document's own blocks, and the parts that they make up."""

    blocks: tuple[Block, ...]
    parts: tuple[Part, ...]


def build_body(
    pieces: Sequence[Piece],
    indexes: Sequence[int],
    title: TitleLines | None,
    headings: Sequence[Heading],
    form: Form,
) -> Body:
    """Return the body of ``pieces[index]`` for each index, the title's lines made one.

    A picture in a part that is a table by the form stands for the first table of that part.
    """
    heads = {heading.index: heading for heading in headings}
    blocks: list[Block] = []
    starts: list[int] = []
    for index in indexes:
        if title and title.start <= index < title.end:
            if index == title.start:
                blocks.append(_title(pieces[title.start : title.end]))
        elif index in heads:
            starts.append(len(blocks))
            blocks += _headed(pieces[index], heads[index])
        else:
            blocks.append(_levelled(pieces[index].block))
    parts = divide(headings, starts, len(blocks))
    return Body(blocks=_with_pictured_tables(blocks, parts, form), parts=parts)


def _title(pieces: Sequence[Piece]) -> Block:
    lines = [piece.block for piece in pieces if isinstance(piece.block, Paragraph)]
    if len(lines) == 1:
        return replace(lines[0], heading=_TITLE)
    text = normal_text("\n".join(line.text.written for line in lines))
    return replace(lines[0], text=text, heading=_TITLE)


def _headed(piece: Piece, heading: Heading) -> list[Block]:
    """Return the heading, and what runs on behind it as a paragraph of its own."""
    paragraph = piece.block
    if not isinstance(paragraph, Paragraph):
        return [paragraph]
    text = paragraph.text
    if heading.length >= len(text.normal):
        return [replace(paragraph, heading=_PART)]
    cut = text.origin[heading.length] if text.origin else heading.length
    head, rest = normal_text(text.written[:cut]), normal_text(text.written[cut:])
    return [replace(paragraph, text=head, heading=_PART), replace(paragraph, text=rest)]


def _levelled(block: Block) -> Block:
    """Give （一） and 1. their level where they stand alone as headings."""
    if not isinstance(block, Paragraph):
        return block
    text = block.text.normal
    if len(text) > _LONGEST_MINOR:
        return block
    number = _MINOR.match(text)
    if number is None:
        return block
    title = _SECTION_TITLE if number["section"] else _ITEM_TITLE
    if title.match(text, number.end()) is None:
        return block
    return replace(block, heading=3 if number["section"] else 4)


def _is_printed(block: Block) -> bool:
    return isinstance(block, Grid) and not block.recognised


def _with_pictured_tables(
    blocks: list[Block], parts: Sequence[Part], form: Form
) -> tuple[Block, ...]:
    pictured = {table.part: table.id for table in reversed([*form.tables.values()])}
    for part in parts:
        table = pictured.get(part.id or "")
        inside = range(part.start, part.end)
        if table is None or any(_is_printed(blocks[index]) for index in inside):
            continue
        for index in inside:
            block = blocks[index]
            if isinstance(block, Image) and not block.slight:
                blocks[index] = replace(block, table=table)
    return tuple(chain(blocks))
