"""Heads that stand above a table and not in it: in text, or in a grid of other columns."""

from collections.abc import Collection, Iterator, Sequence

from govcheck.document.blocks import Block, Grid, Paragraph
from govcheck.document.form import FormTable
from govcheck.understanding.tables.labels import key

_MOST_LOOKED = 40
"""Blocks above a table in which its heads may stand."""


def has_heads_above(
    body: Sequence[Block], first: int, rows: Collection[int], table: FormTable
) -> bool:
    """Whether half of a table's headings stand between its first row and what is above.

    ``first`` is the block of that row; ``rows`` are the blocks that hold rows of the form.
    """
    labels = {key(column.label) for column in table.columns} - {""}
    said = "".join(reversed(list(_words(body, first, rows))))
    return 2 * sum(1 for label in labels if label in said) >= len(labels)


def _words(body: Sequence[Block], first: int, rows: Collection[int]) -> Iterator[str]:
    """Yield the words above a table, from below, without what no label has."""
    for index in range(first - 1, max(-1, first - _MOST_LOOKED), -1):
        block = body[index]
        if index in rows or (isinstance(block, Paragraph) and block.heading):
            return
        if isinstance(block, Paragraph):
            yield "".join(map(key, block.text.normal.split()))
        elif isinstance(block, Grid):
            yield "".join(key(cell.text.normal) for cell in block.cells)
