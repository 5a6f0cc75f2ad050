"""Lists of the prose that a total behind them sums up: 预算68条、决算52条，共计120条."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.breakdowns import Breakdown, Claim
from govcheck.statements.disjoint import are_parts
from govcheck.statements.stated import bounds, text_of, this_year

_MOST_ITEMS: Final = 30
_WIDEST: Final = 6
"""So many signs stand at most between the last item and the sum."""


def summed_up(document: Document) -> Iterator[Breakdown]:
    """Yield every total that right behind a list, with no word of its own, sums it up.

    One that has a concept is added up with those of its paragraph.
    """
    figures, words = document.figures, document.vocabulary
    for index in range(2, len(figures)):
        last, total = figures[index - 1 : index + 1]
        far = bounds(total)[0] - bounds(last)[1] > _WIDEST
        if far or total.concept or not _is_beside(last, total):
            continue
        text = text_of(document, total)
        items = _items(text, figures, index, words)
        if items and not _is_doubtful(text, items, total, words):
            yield _summed(text, items, total, words)


def _items(
    text: str, figures: tuple[Figure, ...], index: int, words: Vocabulary
) -> tuple[Figure, ...]:
    """Return the amounts before a sum, where all its sentence has are of one list.

    They have the total's unit, and 、 alone joins them.
    """
    total, last = figures[index], figures[index - 1]
    sums = words.pattern("statements.sums_list")
    if not sums.fullmatch(text, bounds(last)[1], bounds(total)[0]):
        return ()
    begun = figures[max(0, index - _MOST_ITEMS) : index]
    items = tuple(one for one in begun if _is_beside(one, total))
    joint = words.pattern("statements.joins_list")
    pairs = pairwise(items)
    joined = (joint.fullmatch(text, bounds(a)[1], bounds(b)[0]) for a, b in pairs)
    alike = all(this_year(one) and one.unit == total.unit for one in (*items, total))
    return items if alike and len(items) > 1 and all(joined) else ()


def _is_doubtful(
    text: str, items: tuple[Figure, ...], total: Figure, words: Vocabulary
) -> bool:
    """Whether items are no plain parts of a sum: 每月10条; through two channels; 等."""
    names = [item.subject for item in items]
    start = max(0, bounds(items[0])[0] - len(names[0]))
    if words.pattern("statements.no_plain_list").search(text, start, bounds(total)[0]):
        return True
    if words.pattern("statements.sums_more").match(text, bounds(total)[1]):
        return True
    channels = words.pattern("quantities.channels")
    twice = sum(item.value for item in items) > total.value and any(map(channels.search, names))
    return twice or not are_parts(items, names, words, said=False)


def _summed(
    text: str, items: tuple[Figure, ...], total: Figure, words: Vocabulary
) -> Breakdown:
    return Breakdown(
        total=total,
        totals=(total,),
        items=items,
        claim=Claim.WHOLE,
        names=tuple(item.subject for item in items),
        sure=len(items),
        said=text[bounds(items[0])[0] : bounds(total)[1]],
        vocabulary=words,
    )


def _is_beside(one: Figure, total: Figure) -> bool:
    return (one.place.block, one.sentence) == (total.place.block, total.sentence)
