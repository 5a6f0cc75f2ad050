"""Percentages of the prose, with the figures beside them that they are made of."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.statements.stated import bounds, text_of, this_year

_BRACKETED: Final = late_pattern(r"[（(][^，,。；;）)\n]{0,6}")
_MOST_FIGURES: Final = 200
_WHOLE: Final = 100
"""The rate of everything; it needs no base."""


class Share(Struct, frozen=True, kw_only=True):
    """N条，占X%: a part and its share of some whole."""

    part: Figure
    rate: Figure


class NamedRate(Struct, frozen=True, kw_only=True):
    """办结率98.4%: a rate, and the counts of the paragraph that its name speaks of."""

    name: str
    rate: Figure
    parts: tuple[Figure, ...]


class Growth(Struct, frozen=True, kw_only=True):
    """N件，同比增长X%."""

    amount: Figure
    rate: Figure
    falling: bool
    since: str = ""
    """The year that it names as its base: 较2022年增长5%."""


def paragraphs(document: Document) -> Iterator[tuple[str, list[Figure]]]:
    """Yield the text and the figures of each paragraph that states a percentage.

    One with more figures than any author would write is let be.
    """
    blocks: dict[int | None, list[Figure]] = {}
    for figure in document.figures:
        blocks.setdefault(figure.place.block, []).append(figure)
    for figures in blocks.values():
        if len(figures) <= _MOST_FIGURES and any(map(_is_rate, figures)):
            yield text_of(document, figures[0]), figures


def shares(text: str, figures: list[Figure], vocabulary: Vocabulary) -> list[list[Share]]:
    """Return the shares of a paragraph, those that stand in one run together.

    从办理结果看 begins another: its shares may be of another whole.
    """
    runs: list[list[Share]] = []
    between = vocabulary.pattern("statements.share")
    divided_anew = vocabulary.pattern("statements.seen_by")
    last = -1
    for index, (part, rate) in enumerate(pairwise(figures)):
        if rate.relation is not Relation.RATE or part.relation is not Relation.COUNT:
            continue
        if not between.fullmatch(text, bounds(part)[1], bounds(rate)[0]):
            continue
        share = Share(part=part, rate=rate)
        beside = runs and index - last <= 2 and part.unit == runs[-1][-1].part.unit  # noqa: PLR2004 - adjacent
        before = bounds(runs[-1][-1].rate)[1] if runs else 0
        if beside and not divided_anew.search(text, before, bounds(part)[0]):
            runs[-1].append(share)
        else:
            runs.append([share])
        last = index
    return runs


def named_rates(
    text: str, figures: list[Figure], vocabulary: Vocabulary
) -> Iterator[NamedRate]:
    """Yield the rates whose name also stands beside a count of the same sentence."""
    prefix = vocabulary.pattern("statements.rate_prefix")
    for rate in figures:
        if rate.relation is not Relation.RATE:
            continue
        start = bounds(rate)[0]
        found = vocabulary.pattern("statements.named_rate").search(
            text, max(0, start - 16), start
        )
        name = prefix.sub("", found["name"]) if found else ""
        if len(name) < 2:  # noqa: PLR2004 - one character says nothing
            continue
        parts = tuple(
            figure
            for index, figure in enumerate(figures)
            if rate.value != _WHOLE
            and figure.sentence == rate.sentence
            and figure.relation is Relation.COUNT
            and (_names(name, _around(text, figures, index)) or _is_told(text, rate, figure))
        )
        yield NamedRate(name=name, rate=rate, parts=parts)


def told_of_last_year(figures: Iterable[Figure], amount: Figure) -> frozenset[Decimal]:
    """Return the exact amounts that the prose states of the same thing a year before."""
    return frozenset(
        one.value
        for one in figures
        if one.period is Period.LAST_YEAR
        and one.relation is Relation.COUNT
        and not one.approximate
        and one.upper is None
        and (one.concept, one.unit, one.scope) == (amount.concept, amount.unit, amount.scope)
    )


def growths(text: str, figures: list[Figure], vocabulary: Vocabulary) -> Iterator[Growth]:
    """Yield the changes against last year, with the amount that changed."""
    amount: Figure | None = None
    for figure in figures:
        if this_year(figure):
            amount = figure
            continue
        if figure.relation is not Relation.CHANGE or not _is_rate(figure):
            continue
        if amount is None or amount.sentence != figure.sentence:
            continue
        gap = text[bounds(amount)[1] : bounds(figure)[0]]
        against = vocabulary.pattern("statements.against_last").search(gap)
        if against and not re.search(r"[。；;]", gap):
            less = vocabulary.pattern("statements.lessened").search(gap[-8:])
            named = vocabulary.pattern("statements.against_year").search(gap)
            since = named["year"] if named else ""
            yield Growth(amount=amount, rate=figure, falling=less is not None, since=since)


def _is_rate(figure: Figure) -> bool:
    return figure.unit in {"%", "％"}


def _names(name: str, clause: str) -> bool:
    """Whether a clause says what a rate is named after, in either order: 回收, 收回."""
    return name in clause or name[::-1] in clause


def _is_told(text: str, rate: Figure, figure: Figure) -> bool:
    """Whether an amount stands in brackets right behind a rate: 办结率95.7%（22件）."""
    return _BRACKETED.fullmatch(text[bounds(rate)[1] : bounds(figure)[0]]) is not None


def _around(text: str, figures: list[Figure], index: int) -> str:
    """Return the clause that a figure stands in, without those of its neighbours."""
    start, end = bounds(figures[index])
    before = bounds(figures[index - 1])[1] if index else 0
    begin = max(before, *(text.rfind(mark, before, start) for mark in "，,。；;"))
    stop = min(
        at for mark in "，,。；;" if (at := text.find(mark, end)) >= 0 or (at := len(text))
    )
    return text[begin:stop]
