"""Figures that the prose divides among bodies: 全市26件，其中市本级6件."""

import re
from collections.abc import Sequence
from decimal import Decimal

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.statements.reading import Amount, amounts
from govcheck.statements.stated import agrees, bounds, evidence, this_year


def counted_part(
    document: Document, figure: Figure, counted: Sequence[Amount], bodies: re.Pattern[str]
) -> Figure | None:
    """Return a part of a figure, a body's own, that the table counts in its place."""
    end = bounds(figure)[1]
    return next(
        (
            one
            for one in document.figures
            if (one.place.block, one.sentence) == (figure.place.block, figure.sentence)
            and one.unit == figure.unit
            and bounds(one)[0] >= end
            and this_year(one)
            and any(agrees(one, amount.value) for amount in counted)
            and bodies.search(evidence(document, one).quote)
        ),
        None,
    )


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
        or any(
            figure.place.block in blocks
            and (figure.unit, figure.concept) in alike
            and this_year(figure)
            and agrees(figure, value)
            for figure in document.figures
            for value in counted
        )
    )
