"""Whether a file holds more than any report does: it is refused before it is understood.

What follows takes time that grows evenly with text, paragraphs and cells, so that these bounds
are bounds on time and memory as well.
"""

from collections.abc import Iterable
from itertools import chain

from govcheck.errors import Unusable
from govcheck.readers.limits import (
    MOST_BLOCKS,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_LINKS,
    MOST_TAGS,
)
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph


def require_bounded_text(text: str) -> None:
    """Raise Unusable for a plain text longer than any report."""
    _require("文字", len(text), MOST_CHARACTERS, "字")


def require_bounded_markup(markup: str) -> None:
    """Raise Unusable for a page with more tags than any report, before a tree is built."""
    _require("网页标记", markup.count("<"), MOST_TAGS, "个")


def require_bounded(page: RawPage) -> None:
    """Raise Unusable for a page that holds more of anything than any report does."""
    grids = [block for block in page.blocks if isinstance(block, RawGrid)]
    _require("段落、表格和图片", len(page.blocks), MOST_BLOCKS, "个")
    _require("链接", len(page.links), MOST_LINKS, "个")
    _require("表格", sum(len(grid.cells) for grid in grids), MOST_CELLS, "格")
    _require("文字", sum(map(len, _texts(page.blocks, grids))), MOST_CHARACTERS, "字")


def _texts(blocks: Iterable[RawBlock], grids: Iterable[RawGrid]) -> Iterable[str]:
    paragraphs = (block.text for block in blocks if isinstance(block, RawParagraph))
    return chain(paragraphs, (cell.text for grid in grids for cell in grid.cells))


def _require(what: str, count: int, most: int, unit: str) -> None:
    if count > most:
        raise Unusable(
            f"{what}超过 {most} {unit}，远多于一份年度报告，不予读取；请只提交报告正文"
        )
