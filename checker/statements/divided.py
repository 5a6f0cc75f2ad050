"""Figures that the prose divides among bodies: 全市26件，其中市本级6件."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.statements.reading import Amount, amounts
from govcheck.statements.scope import ALL_APPLICATIONS, is_part
from govcheck.statements.stated import (
    agrees,
    bounds,
    evidence,
    figures_by_block,
    this_year,
)

_MOST_BESIDE: Final = 20
"""Figures before it, and behind it, that a sentence is searched for (it has 20 at most)."""


def counted_part(
    document: Document, figure: Figure, counted: Sequence[Amount], bodies: re.Pattern[str]
) -> Figure | None:
    """Return a part of a figure, a body's own, that the table counts in its place."""
    end = bounds(figure)[1]
    taken_on = document.vocabulary.pattern("statements.taken_on")
    for one in _beside(document, figure):
        alike = one.concept in {None, figure.concept, *ALL_APPLICATIONS}
        if one.unit != figure.unit or bounds(one)[0] < end or not alike:
            continue
        quote = evidence(document, one).quote
        limited = bodies.search(quote) or taken_on.search(quote)
        if limited and any(agrees(one, amount.value) for amount in counted):
            return one
    return None


def leads_to_whole(document: Document, figure: Figure, counted: Sequence[Amount]) -> bool:
    """Whether the sentence itself leads from a figure to what the table counts.

    By what others received beside it: 我局收到18件，下属单位收到5件; by what was set aside:
    收到241件，27件不属于政府信息公开申请，受理214件.
    """
    beside = [one for one in _beside(document, figure) if one.unit == figure.unit]
    others = [one.value for one in beside if _is_of_others(document, figure, one)]
    set_aside = document.vocabulary.pattern("statements.set_aside")
    less = [one.value for one in beside if set_aside.search(evidence(document, one).quote)]
    values = {amount.value for amount in counted}
    rest = figure.value - sum(less)
    told = bool(less) and rest in values and any(one.value == rest for one in beside)
    return told or (bool(others) and figure.value + sum(others) in values)


def is_told_apart(document: Document, table: Table, figure: Figure, one: Amount) -> bool:
    """Whether the sentence tells all that a reading adds up: 受理9件：新收8件，结转1件."""
    added = [table.value(row, column) for row, column in one.cells]
    beside = {other.value for other in _beside(document, figure) if other.unit == figure.unit}
    return len(added) > 1 and beside.issuperset(added)


def _is_of_others(document: Document, figure: Figure, one: Figure) -> bool:
    """Whether an amount counts what a figure does, of someone else: no part of it."""
    among = document.vocabulary.pattern("statements.among")
    if one.concept != figure.concept or not one.scope or is_part(document, one.scope):
        return False
    return among.search(evidence(document, one).quote) is None


def _beside(document: Document, figure: Figure) -> list[Figure]:
    """Return the other amounts of this year in a figure's sentence, those next to it."""
    block = figures_by_block(document)[figure.place.block]
    place = bisect_left(block, bounds(figure), key=bounds)
    return [
        one
        for one in block[max(0, place - _MOST_BESIDE) : place + _MOST_BESIDE]
        if one.sentence == figure.sentence and one != figure and this_year(one)
    ]


def states_whole(document: Document, table: Table, limited: list[Figure]) -> bool:
    """Whether some number of the prose is what the table counts: 市本级80件，共126件."""
    counted = [one.value for figure in limited for one in amounts(table, figure)]
    alike = {(figure.unit, figure.concept) for figure in limited}
    alike |= {(figure.unit, None) for figure in limited}
    blocks = {figure.place.block for figure in limited}
    divided: dict[tuple[str, str | None], Decimal] = {}
    for one in limited:
        key = one.unit, one.concept
        divided[key] = divided.get(key, Decimal(0)) + one.value
    return (
        not counted
        or not set(counted).isdisjoint(divided.values())
        or any(_told_in_parts(document, figure) in counted for figure in limited)
        or any(
            figure.place.block in blocks
            and (figure.unit, figure.concept) in alike
            and this_year(figure)
            and agrees(figure, value)
            for figure in document.figures
            for value in counted
        )
    )


def _told_in_parts(document: Document, figure: Figure) -> Decimal:
    """Add up what a sentence divides: 以县政府名义制发4件，以县政府办公室名义制发2件."""
    alike = (figure.concept, None)
    beside = [one for one in _beside(document, figure) if one.unit == figure.unit]
    return figure.value + sum(one.value for one in beside if one.concept in alike)
