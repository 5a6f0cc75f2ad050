"""What there was, what came and went, and what is: 年初51件、新增6件、废止4件、年末53件."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure, Relation
from govcheck.document.report import Document
from govcheck.statements.stated import bounds, figures_by_block, text_of

_LONGEST: Final = 40
"""The words before a number that say what it does to a stock are no longer."""


class Stock(Struct, frozen=True, kw_only=True):
    """The numbers of one sentence about a stock, in reading order."""

    first: Figure
    came: tuple[Figure, ...]
    went: tuple[Figure, ...]
    last: Figure

    @property
    def due(self) -> Decimal:
        """What there should be at the end."""
        came, went = (sum(one.value for one in some) for some in (self.came, self.went))
        return self.first.value + came - went


def stocks(document: Document) -> Iterator[Stock]:
    """Yield the stocks whose beginning and end stand around nothing but what changed them."""
    for block in figures_by_block(document).values():
        for start, first in enumerate(block):
            if not _says(document, block, start, "stock_begins"):
                continue
            beside = [one for one in block[start:] if one.sentence == first.sentence]
            stock = _stock(document, block, start, len(beside))
            if stock and _is_plain((stock.first, *stock.came, *stock.went, stock.last)):
                yield stock


def _stock(document: Document, block: Sequence[Figure], start: int, count: int) -> Stock | None:
    came: list[Figure] = []
    went: list[Figure] = []
    for at in range(start + 1, start + count):
        if _says(document, block, at, "stock_ends"):
            changed = came or went
            first, last = block[start], block[at]
            return (
                Stock(first=first, came=tuple(came), went=tuple(went), last=last)
                if changed
                else None
            )
        if _says(document, block, at, "stock_grows"):
            came.append(block[at])
        elif _says(document, block, at, "stock_shrinks"):
            went.append(block[at])
        else:
            return None
    return None


def _says(document: Document, block: Sequence[Figure], at: int, name: str) -> bool:
    """Whether the clause before a number says so of it."""
    text, start = text_of(document, block[at]), bounds(block[at])[0]
    behind = bounds(block[at - 1])[1] if at else 0
    begin = max(behind, start - _LONGEST)
    return (
        document.vocabulary.pattern(f"statements.{name}").search(text, begin, start) is not None
    )


def _is_plain(figures: Sequence[Figure]) -> bool:
    """Whether all are exact counts of one unit."""
    alike = {(one.relation, one.unit) for one in figures}
    exact = all(not one.approximate and one.upper is None for one in figures)
    return exact and alike == {(Relation.COUNT, figures[0].unit)}
