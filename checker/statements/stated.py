"""How kinds speak of figures that the prose states: their words, and what they agree with."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from govcheck.document.blocks import Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure, Leaning, Period, Relation
from govcheck.document.naming import plain
from govcheck.document.place import Place
from govcheck.document.report import Document

_CLAUSE_ENDS: Final = "，,。；;：:、（(）)\n！？"
_LEAST_QUOTE: Final = 8
"""A clause shorter than this is quoted with the one before it."""
_MOST_QUOTE: Final = 1000
"""A clause is followed no further back than this."""
_MUCH_MORE: Final = Decimal("1.25")
_MUCH_LESS: Final = Decimal("0.75")


def this_year(figure: Figure) -> bool:
    """Whether it is a plain amount of the year that the document reports on."""
    return figure.relation is Relation.COUNT and figure.period is Period.THIS_YEAR


def text_of(document: Document, figure: Figure) -> str:
    """Return the normal text of the paragraph that states a figure."""
    block = document.body[figure.place.block or 0]
    return block.text.normal if isinstance(block, Paragraph) else ""


def bounds(figure: Figure) -> tuple[int, int]:
    """Return where in its paragraph a figure stands."""
    return figure.place.start or 0, figure.place.end or 0


def written(document: Document, figure: Figure) -> str:
    """Return a figure as written: 14万余条."""
    return document.quote(figure.place)


def amount(figure: Figure) -> str:
    """Return a figure's worth and unit: 140000条."""
    return plain(figure.value) + figure.unit


def worked_out(figures: Iterable[Figure]) -> str:
    """Write an addition out: 18＋971＝989."""
    terms = [figure.value for figure in figures]
    return f"{'＋'.join(plain(term) for term in terms)}＝{plain(sum(terms, Decimal(0)))}"


def evidence(document: Document, figure: Figure, expected: Decimal | None = None) -> Evidence:
    """Quote the clause that states a figure, up to the figure."""
    text = text_of(document, figure)
    start, end = bounds(figure)
    before = max(0, start - _LEAST_QUOTE)
    low = max(0, before - _MOST_QUOTE)
    begin = max(low, *(text.rfind(mark, low, before) + 1 for mark in _CLAUSE_ENDS))
    place = Place(
        part=figure.place.part,
        block=figure.place.block,
        start=begin,
        end=end,
        line=figure.place.line,
        page=figure.place.page,
    )
    return Evidence(
        quote=document.quote(place).strip(),
        place=place,
        expected=None if expected is None else plain(expected),
        actual=None if expected is None else _written(document, figure),
    )


def _written(document: Document, figure: Figure) -> str:
    """Write a figure with the word that makes it approximate: 4280余, 约300."""
    words = figure.approximate
    number = plain(figure.value)
    behind = document.vocabulary.pattern("quantities.behind").fullmatch(words)
    return f"{number}{words}" if behind else f"{words}{number}"


def agrees(figure: Figure, value: Decimal) -> bool:
    """Whether a figure, as exactly as it is written, can speak of this value."""
    if figure.upper is not None:
        return figure.value <= value <= figure.upper
    if figure.leaning is Leaning.ABOVE:
        most = max(figure.value * _MUCH_MORE, figure.value + 10 * figure.step)
        return figure.value <= value < most
    if figure.leaning is Leaning.BELOW:
        return figure.value * _MUCH_LESS <= value <= figure.value
    if figure.leaning is Leaning.AROUND:
        return figure.value * _MUCH_LESS <= value <= figure.value * _MUCH_MORE
    if figure.step > 1:
        return abs(value - figure.value) < figure.step
    return value == figure.value
