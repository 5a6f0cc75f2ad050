"""Lists of the prose that a total behind them sums up: 预算68条、决算52条，共计120条."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from govcheck.document.figure import AMONG, Figure
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.breakdowns import Breakdown, Claim
from govcheck.statements.disjoint import are_parts
from govcheck.statements.stated import bounds, text_of, this_year
from govcheck.statements.totals import neighbour_sums

_MOST_ITEMS: Final = 30
_WIDEST: Final = 6
"""So many signs stand at most between the last item and the sum."""


def summed_up(document: Document) -> Iterator[Breakdown]:
    """Yield every total that right behind a list, with no word of its own, sums it up.

    One that has a concept is added up with those of its paragraph, unless its items are that
    by the way in which they came: 信函收到18件、网络收到9件，共计27件.
    """
    figures, words = document.figures, document.vocabulary
    for index in range(2, len(figures)):
        last, total = figures[index - 1 : index + 1]
        far = bounds(total)[0] - bounds(last)[1] > _WIDEST
        if far or not _is_beside(last, total):
            continue
        text = text_of(document, total)
        sums = words.pattern("statements.sums_list")
        mark = sums.fullmatch(text, bounds(last)[1], bounds(total)[0])
        listed = _listed(text, figures, index, words) if mark else ()
        if not mark or not listed or (mark["number"] and _count(mark) != len(listed)):
            continue
        apart = any(one.concept != total.concept or not one.scope for one in listed)
        if total.concept and apart:
            continue
        if not _is_doubtful(text, listed, total, words):
            sure = _is_sure(text, listed, total, words, numbered=mark["number"] is not None)
            first = index - len(listed)
            before = figures[max(0, first - _MOST_ITEMS) : first]
            if sure or not _adds_what_stood_before(listed, total, before):
                yield _summed(text, listed, total, words, sure=sure)


def _count(mark: re.Match[str]) -> int:
    """Return how many a sum says that it adds: 2 of 两项合计."""
    return "两三四五六七八九".index(mark["number"]) + 2


def _listed(
    text: str, figures: tuple[Figure, ...], index: int, words: Vocabulary
) -> tuple[Figure, ...]:
    """Return the amounts before a sum, where all its sentence has are of one list.

    They have the total's unit; of 培训2期，其中第一期60人、第二期70人 those behind 其中.
    """
    total = figures[index]
    begun = figures[max(0, index - _MOST_ITEMS) : index]
    items = tuple(one for one in begun if _is_beside(one, total))
    items = items[_behind_last_sum(text, items, words) :]
    told = [at for at, one in enumerate(items) if one.subject.startswith(AMONG)]
    if len(told) == 1 and told[0] and all(x.unit != total.unit for x in items[: told[0]]):
        items = items[told[0] :]
    joint = words.pattern("statements.joins_list")
    pairs = pairwise(items)
    joined = (joint.fullmatch(text, bounds(a)[1], bounds(b)[0]) for a, b in pairs)
    alike = all(this_year(one) and one.unit == total.unit for one in (*items, total))
    return items if alike and len(items) > 1 and all(joined) else ()


def _behind_last_sum(text: str, items: tuple[Figure, ...], words: Vocabulary) -> int:
    """Return where a list begins anew: 文字6篇、图解5篇，合计11篇；视频2篇，合计3篇."""
    sums = words.pattern("statements.sums_list")
    gaps = [(bounds(a)[1], bounds(b)[0]) for a, b in pairwise(items)]
    return max((at + 2 for at, gap in enumerate(gaps) if sums.fullmatch(text, *gap)), default=0)


def _is_doubtful(
    text: str, items: tuple[Figure, ...], total: Figure, words: Vocabulary
) -> bool:
    """Whether items are no plain parts of a sum: 每月10条; 新建2个 of 共计15个; 等."""
    names = [item.subject for item in items]
    among = len(AMONG) if names[0].startswith(AMONG) else 0
    start = max(0, bounds(items[0])[0] - len(names[0])) + among
    if words.pattern("statements.no_plain_list").search(text, start, bounds(total)[0]):
        return True
    if words.pattern("statements.sums_more").match(text, bounds(total)[1]):
        return True
    for told in ("own_year", "every"):
        names[0] = words.pattern(f"statements.{told}").sub("", names[0])
    less = _come(items) < total.value
    fresh = any(map(words.pattern("statements.comes").search, names))
    return (less and (fresh or among > 0)) or not are_parts(items, names, words, said=False)


def _is_sure(
    text: str,
    items: tuple[Figure, ...],
    total: Figure,
    words: Vocabulary,
    *,
    numbered: bool,
) -> bool:
    """Whether the sum is of these items alone, and none is counted in two of them.

    A comma may stand between two lists; what is published through two channels is one.
    """
    channels = words.pattern("quantities.channels")
    more = _come(items) > total.value
    twice = more and any(channels.search(item.subject) for item in items)
    gaps = (text[bounds(a)[1] : bounds(b)[0]] for a, b in pairwise(items))
    close = numbered or all(gap.startswith("、") for gap in gaps)
    return close and not twice and not items[0].subject.startswith(AMONG)


def _adds_what_stood_before(
    items: tuple[Figure, ...], total: Figure, before: tuple[Figure, ...]
) -> bool:
    """Whether a sum is of its list and of what the paragraph counted before it."""
    missing = total.value - _come(items)
    place = total.place.block
    earlier = [one for one in before if (one.place.block, one.unit) == (place, total.unit)]
    return missing in neighbour_sums(earlier)


def _come(items: tuple[Figure, ...]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


def _summed(
    text: str, items: tuple[Figure, ...], total: Figure, words: Vocabulary, *, sure: bool
) -> Breakdown:
    return Breakdown(
        total=total,
        totals=(total,),
        items=items,
        claim=Claim.WHOLE if sure else Claim.SUMMED,
        names=tuple(item.subject for item in items),
        sure=len(items),
        said=text[bounds(items[0])[0] : bounds(total)[1]],
        vocabulary=words,
    )


def _is_beside(one: Figure, total: Figure) -> bool:
    return (one.place.block, one.sentence) == (total.place.block, total.sentence)
