"""Shares that together are more than their whole: 自然人占60%，法人占50%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise
from typing import Final

from govcheck.document.figure import Figure, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.stated import bounds

_WHOLE: Final = Decimal(100)
_MOST_NAME: Final = 16
_MOST_LEAD: Final = 64


def beyond_whole(
    text: str, figures: Sequence[Figure], ways: Sequence[re.Pattern[str]], words: Vocabulary
) -> Iterator[list[Figure]]:
    """Yield runs of shares of one whole by one way of dividing it that come to more than 100.

    Every item is named by one of the words of that way, no two by the same; what each digit
    may have been rounded by is allowed for.
    """
    named = (
        ([_name(text, figures, rate, words) for rate in run], run)
        for run in _runs(text, figures, words)
    )
    for names, run in chain(named, _listed(text, figures, words)):
        divided = any(_divides(way, names, run) for way in ways)
        slack = sum((rate.step for rate in run), Decimal(0))
        if divided and sum(rate.value for rate in run) > _WHOLE + slack:
            yield run


def above_whole(text: str, figures: Sequence[Figure], words: Vocabulary) -> Iterator[Figure]:
    """Yield the rates above 100 that no such rate can be: 办结率103%, 占110%."""
    named = words.pattern("statements.of_the_whole")
    for rate in figures:
        start = bounds(rate)[0]
        above = rate.relation is Relation.RATE and rate.value > _WHOLE
        if above and named.search(text, max(0, start - _MOST_NAME), start):
            yield rate


def _runs(text: str, figures: Sequence[Figure], words: Vocabulary) -> Iterator[list[Figure]]:
    """Yield the neighbouring exact shares of a sentence that name the same whole, or none."""
    run: list[Figure] = []
    for rate in (one for one in figures if one.relation is Relation.RATE):
        if run and not _goes_on(text, run[-1], rate, words):
            yield run
            run = []
        if _whole(text, rate, words) is not None and not rate.approximate:
            run.append(rate)
    yield run


def _listed(
    text: str, figures: Sequence[Figure], words: Vocabulary
) -> Iterator[tuple[list[str], list[Figure]]]:
    """Yield shares that follow one by one the names of what they are of: 分别占60%、50%."""
    comma, listed = words.pattern("statements.shares_comma"), "statements.shares_listed"
    ended = [
        not comma.fullmatch(text, bounds(one)[1], bounds(after)[0])
        for one, after in pairwise(figures)
    ]
    for at, first in enumerate(figures):
        start = bounds(first)[0]
        lead = words.pattern(listed).search(text, max(0, start - _MOST_LEAD), start)
        if lead and first.relation is Relation.RATE:
            stop = next((i for i in range(at, len(ended)) if ended[i]), len(ended))
            names, run = comma.split(lead["names"]), list(figures[at : stop + 1])
            if len(names) == len(run) and not any(one.approximate for one in run):
                yield names, run


def _goes_on(text: str, last: Figure, rate: Figure, words: Vocabulary) -> bool:
    beside = (last.sentence, last.place.block) == (rate.sentence, rate.place.block)
    gap = text[bounds(last)[1] : bounds(rate)[0]]
    turned = words.pattern("statements.shares_turn").search(gap)
    return beside and not turned and _whole(text, last, words) == _whole(text, rate, words)


def _whole(text: str, rate: Figure, words: Vocabulary) -> str | None:
    """Return what a rate is said to be a share of, or ""; None where it is no share."""
    start = bounds(rate)[0]
    found = words.pattern("statements.share_of").search(text, max(0, start - 24), start)
    return found["whole"] if found else None


def _name(text: str, figures: Sequence[Figure], rate: Figure, words: Vocabulary) -> str:
    """Return what stands between the share before, or its sentence's beginning, and a share."""
    end = bounds(rate)[0]
    before = [bounds(one)[1] for one in figures if one.relation is Relation.RATE]
    begin = max((at for at in before if at < end), default=0)
    clauses = words.pattern("statements.share_clause").findall(text[begin:end])
    return "".join(clauses[-1:])


def _divides(way: re.Pattern[str], names: Sequence[str], run: Sequence[Figure]) -> bool:
    """Whether each share is of an item of its own.

    满意 may hold 非常满意, where it is no less of all than that.
    """
    found = [way.search(name) for name in names]
    said = [match[0] for match in found if match]
    if not len(said) == len(names) == len(set(said)) > 1:
        return False
    named = list(zip(said, (rate.value for rate in run), strict=True))
    return not any(a != b and a in b and x >= y for a, x in named for b, y in named)
