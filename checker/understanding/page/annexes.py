"""Tables that a part refers to, and that stand in an annex of the same file."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from govcheck.document.blocks import Grid
from govcheck.document.form import Form, FormTable
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.tables.labels import key

_ENOUGH = 2
"""So many of its labels tell a table."""


def refers(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line says that something is attached."""
    return vocabulary.pattern("furniture.refers").search(text) is not None


def without_annexed(
    headings: Sequence[Heading],
    texts: Sequence[str],
    tabular: Collection[str],
    vocabulary: Vocabulary,
) -> list[Heading]:
    """Leave out headings that come again, in an annex, behind all others.

    Under the first of them a part, one of the ``tabular``, says that its table is attached.
    """
    starts = [heading.index for heading in headings]
    spans = dict(zip(starts, pairwise([*starts, len(texts)]), strict=True))
    first = {heading.part_id: heading.index for heading in reversed(headings)}
    last = max(first.values(), default=0)
    attached = {
        part_id
        for part_id, index in first.items()
        if part_id in tabular
        and any(refers(text, vocabulary) for text in texts[slice(*spans[index])])
    }
    return [one for one in headings if one.index <= last or one.part_id not in attached]


def annexed(
    pieces: Sequence[Piece], taken: Collection[int], part_id: str | None, forms: Sequence[Form]
) -> list[int]:
    """Return which pieces hold the tables of a part, told by at least two of their labels.

    Those that are ``taken`` stand in the parts of tables themselves.
    """
    tables = [table for form in forms for table in form.tables.values()]
    every = [_labels(table) for table in tables if table.part == part_id]
    return [
        at
        for at, piece in enumerate(pieces)
        if isinstance(piece.block, Grid)
        and at not in taken
        and any(len(labels & _keys(piece.block)) >= _ENOUGH for labels in every)
    ]


def _keys(grid: Grid) -> set[str]:
    return {key(cell.text.normal) for cell in grid.cells}


def _labels(table: FormTable) -> set[str]:
    return {key(row.label) for row in table.rows} | {key(one.label) for one in table.columns}
