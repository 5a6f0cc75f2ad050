"""Blocks that stop within a sentence or a cell, in files that may have lost text."""

from collections.abc import Iterator

from govcheck.document.blocks import Paragraph
from govcheck.document.holes import is_whole
from govcheck.document.losses import cut_off, is_lossy
from govcheck.document.naming import is_unread
from govcheck.document.report import Document, Part


def torn_blocks(document: Document) -> frozenset[int]:
    """Return which blocks of the body stop within a sentence, where a file may lose text.

    Of a table that did not come through whole, every line may be some of a cell.
    """
    if not is_lossy(document):
        return frozenset()
    last = {len(document.body) - 1} if cut_off(document) else set[int]()
    stopped = (
        index
        for index, block in enumerate(document.body)
        if isinstance(block, Paragraph) and not is_whole(block.text.normal)
    )
    return frozenset(last.union(stopped, _lines_of_cells(document)))


def _lines_of_cells(document: Document) -> Iterator[int]:
    """Yield the blocks under the headings of parts whose tables were not read whole."""
    tables = document.tables
    torn = {
        form_table.part
        for name, form_table in document.form.tables.items()
        if name not in tables or tables[name].partial or is_unread(tables[name])
    }
    for part in document.parts:
        if part.id in torn:
            yield from range(part.start + 1, part.end)


def is_stump(document: Document, part: Part) -> bool:
    """Tell whether a text file breaks off within the heading of this part."""
    titles = (
        title for known in document.form.parts for title in (known.title, *known.variants)
    )
    return (
        document.parts[-1] == part
        and bool(cut_off(document))
        and any(title.startswith(part.title) for title in titles)
    )
