"""Blocks that stop within a sentence, in files that may have lost text."""

from govcheck.document.blocks import Paragraph
from govcheck.document.holes import is_whole
from govcheck.document.losses import cut_off, is_lossy
from govcheck.document.report import Document, Part


def torn_blocks(document: Document) -> frozenset[int]:
    """Return which blocks of the body stop within a sentence, where a file may lose text."""
    if not is_lossy(document):
        return frozenset()
    last = {len(document.body) - 1} if cut_off(document) else set[int]()
    stopped = (
        index
        for index, block in enumerate(document.body)
        if isinstance(block, Paragraph) and not is_whole(block.text.normal)
    )
    return frozenset(last.union(stopped))


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
