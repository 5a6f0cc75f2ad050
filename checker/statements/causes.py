"""Causes that a group of results is given for: 因本机关不掌握等原因无法提供18件."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.statements.reading import Amount, amount
from govcheck.statements.stated import agrees, bounds, text_of

_MOST_ROWS: Final = 8
"""No group of the form has more causes."""
_NEAR: Final = 60
"""Characters on either side of a figure in which its causes are named."""


def of_some_causes(
    document: Document, table: Table, figure: Figure, counted: Sequence[Amount]
) -> Amount | None:
    """Return the fewest causes that a figure counts, where its words name causes by example.

    Such words may mean all of a group, or the causes named and some others.  A blank cell
    counts nothing: it is only asked.
    """
    if not names_examples(document, figure):
        return None
    fitting = (
        one
        for whole in counted
        for one in _some_rows(table, whole)
        if agrees(figure, one.value)
    )
    return min(fitting, key=lambda one: len(one.reading.rows), default=None)


def names_examples(document: Document, figure: Figure) -> bool:
    """Whether a figure's words name causes by example: 因过程性信息等原因."""
    text, (start, end) = text_of(document, figure), bounds(figure)
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    pattern = document.vocabulary.pattern
    named_before = pattern("figures.causes_before").search(before)
    return bool(named_before or pattern("figures.causes_behind").match(behind))


def _some_rows(table: Table, whole: Amount) -> Iterator[Amount]:
    """Yield what some of a reading's rows come to, of those that count anything."""
    rows = [*dict.fromkeys(row for row, column in whole.cells if table.value(row, column))]
    if len(rows) > _MOST_ROWS:
        return
    for count in range(1, len(rows)):
        for chosen in combinations(rows, count):
            found = amount(table, replace(whole.reading, rows=chosen))
            if found is not None:
                yield found
