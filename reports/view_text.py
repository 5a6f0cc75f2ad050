"""The document's own text as the page shows it, with every piece of evidence in its place."""

from collections.abc import Iterator
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.blocks import Block, Grid, Image, Paragraph
from govcheck.document.report import Document
from govcheck.reports.abridgement import ends, is_long, stretches
from govcheck.reports.evidence_rows import CellView, printed_rows
from govcheck.reports.marks import Mark, Marks
from govcheck.reports.references import Reference, distinct
from govcheck.reports.segments import Segment, segments


class _Pointing(TypedDict):
    tone: str | None
    anchors: tuple[str, ...]
    findings: tuple[Reference, ...]


class BlockView(Struct, frozen=True, kw_only=True):
    """A paragraph (``segments``), a picture or gap (``caption``) or a table (``rows``)."""

    kind: str
    line: int | None
    level: int = 0
    segments: tuple[Segment, ...] = ()
    caption: str = ""
    rows: tuple[tuple[CellView, ...], ...] = ()
    tone: str | None = None
    anchors: tuple[str, ...] = ()
    findings: tuple[Reference, ...] = ()


def text_views(document: Document, marks: Marks) -> Iterator[BlockView]:
    """Yield the body, block by block; of one that is too long, what holds evidence."""
    if not is_long(document.body):
        for index, block in enumerate(document.body):
            yield _block(block, index, marks.blocks.get(("body", index), ()), marks)
        return
    yield _gap("原文过长，以下只列开头部分和各处证据及其前后；全文见原文件。")
    marked = {index for side, index in marks.blocks if side == "body"}
    marked |= {block for block, _, _ in marks.cells}
    shown = 0
    for stretch in stretches(len(document.body), marked):
        yield from _left_out(stretch.start - shown)
        for index in stretch:
            block = document.body[index]
            yield _block(block, index, marks.blocks.get(("body", index), ()), marks, long=True)
        shown = stretch.stop
    yield from _left_out(len(document.body) - shown)


def furniture_views(document: Document, marks: Marks) -> Iterator[BlockView]:
    """Yield what of the page around the report holds evidence."""
    long = is_long(document.furniture)
    for index, block in enumerate(document.furniture):
        found = marks.blocks.get(("furniture", index), ())
        if found:
            yield _block(block, index, found, marks, long=long)


def _left_out(count: int) -> Iterator[BlockView]:
    if count:
        yield _gap(f"（此处略去 {count} 段）")


def _gap(words: str) -> BlockView:
    return BlockView(kind="gap", line=None, caption=words)


def _block(
    block: Block, index: int, found: tuple[Mark, ...], marks: Marks, *, long: bool = False
) -> BlockView:
    match block:
        case Paragraph():
            runs = segments(block.text, found)
            return BlockView(
                kind="paragraph",
                line=block.line,
                level=block.heading or 0,
                segments=tuple(
                    replace(run, text=ends(run.text)) if long else run for run in runs
                ),
            )
        case Image():
            return BlockView(
                kind="image",
                line=block.line,
                caption=ends(
                    block.caption or block.alt or block.source.rpartition("/")[2][:80]
                ),
                **_pointing(found),
            )
        case Grid():
            return BlockView(
                kind="grid",
                line=block.line,
                rows=tuple(printed_rows(block, index, marks, long=long)),
                **_pointing(found),
            )


def _pointing(found: tuple[Mark, ...]) -> _Pointing:
    return {
        "tone": found[0].tone if found else None,
        "anchors": tuple(mark.anchor for mark in found),
        "findings": distinct(mark.finding for mark in found),
    }
