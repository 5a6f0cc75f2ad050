"""Where the prose breaks a total down, and how far each list goes."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from govcheck.document.figure import Figure, Relation
from govcheck.document.once import once
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.statements.breakdowns import Breakdown, Claim
from govcheck.statements.disjoint import are_parts
from govcheck.statements.list_marks import (
    is_announced,
    is_bare,
    is_loose,
    list_mark,
    opens,
    widest,
)
from govcheck.statements.listed_items import items_with_shares, plain_items, sure_items
from govcheck.statements.stated import bounds, text_of
from govcheck.statements.summed_up import summed_up
from govcheck.statements.totals import topic, totals_before
from govcheck.statements.whole_periods import whole_periods

_WORDS: Final = late_pattern(r"[^，,。；;：:、（）()\n0-9]{0,12}")
_MOST_SAID: Final = 400
_MOST_LISTED: Final = 100
_STRONG: Final = late_pattern(r"[；;]")


@once
def breakdowns(document: Document) -> tuple[Breakdown, ...]:
    """Return every total of the prose with the list of its parts that follows or precedes."""
    return *_breakdowns(document), *summed_up(document), *whole_periods(document)


def _breakdowns(document: Document) -> Iterator[Breakdown]:
    figures = document.figures
    for index, nearest in enumerate(figures[:-1]):
        if (
            nearest.relation is not Relation.COUNT
            or figures[index + 1].place.block != nearest.place.block
        ):
            continue
        text = text_of(document, nearest)
        mark = list_mark(text, nearest, figures[index + 1], document.vocabulary)
        if mark and (not mark["division"] or opens(figures, index)):
            yield from _broken_down(text, figures, index, mark, document.vocabulary)


def _broken_down(
    text: str,
    figures: tuple[Figure, ...],
    index: int,
    mark: re.Match[str],
    vocabulary: Vocabulary,
) -> Iterator[Breakdown]:
    nearest, start = figures[index], index + 1
    shared = items_with_shares(text, figures, start, vocabulary)
    within = mark["open"] is not None
    announced = is_announced(mark, vocabulary)
    plain = plain_items(text, figures, start, vocabulary, within=within, announced=announced)
    items = shared or tuple(takewhile(lambda item: _is_of(item, nearest), plain))
    names = tuple(item.subject + _after(text, item) for item in items)
    if items and are_parts(items, names, vocabulary, said=mark["word"] is not None):
        claim = _claim(text, mark, items, vocabulary, divided=bool(shared or mark["division"]))
        beside = figures[start : start + _MOST_LISTED]
        if claim is Claim.LISTED and _counts_on(text, beside, items):
            claim = Claim.PARTIAL
        silent = claim in {Claim.SILENT, Claim.LISTED}
        yield Breakdown(
            total=widest(figures, index) if is_loose(mark, nearest, vocabulary) else nearest,
            totals=(nearest,)
            if within or is_bare(mark)
            else totals_before(text, figures, index, vocabulary),
            items=items,
            claim=claim,
            names=names,
            sure=sure_items(text, items) if silent else len(items),
            vocabulary=vocabulary,
            said=_said(text, bounds(nearest)[1], bounds(items[-1])[1]),
        )


def _is_of(item: Figure, total: Figure) -> bool:
    """Whether an item may be of a total: no lawsuit is one of the applications for review."""
    return topic(item) in {"", topic(total)} or not topic(total)


def _counts_on(text: str, figures: tuple[Figure, ...], items: tuple[Figure, ...]) -> bool:
    """Whether the sentence counts more of the same behind a list: 甲9件（乙1件），丙6件.

    Another list begins behind a semicolon, unless the items stand between such.
    """
    last = items[-1]
    more = [
        one
        for one in figures
        if (one.place.block, one.sentence) == (last.place.block, last.sentence)
        and bounds(one) > bounds(last)
        and one.unit == last.unit
    ]
    parted = _STRONG.search(text, bounds(items[0])[1], bounds(last)[0])
    return any(
        parted or not _STRONG.search(text, bounds(last)[1], bounds(one)[0]) for one in more
    )


def _after(text: str, item: Figure) -> str:
    """Return the words that follow an amount in its clause."""
    words = _WORDS.match(text, bounds(item)[1])
    return words[0] if words else ""


def _said(text: str, start: int, end: int) -> str:
    """Return what a sentence says from its total to its end, not far after its last item."""
    stop = text.find("。", end, end + _MOST_SAID)
    return text[start : end + _MOST_SAID if stop < 0 else stop]


def _claim(
    text: str,
    mark: re.Match[str],
    items: tuple[Figure, ...],
    vocabulary: Vocabulary,
    *,
    divided: bool,
) -> Claim:
    word = mark["word"] or ""
    mainly = vocabulary.pattern("statements.mainly").search(word)
    open_end = vocabulary.pattern("statements.open_end")
    if mainly or open_end.match(text, bounds(items[-1])[1]):
        return Claim.PARTIAL
    if divided:
        return Claim.DIVIDED
    rest = vocabulary.pattern("statements.rest").match(items[-1].subject)
    if is_bare(mark):
        return Claim.WHOLE if rest else Claim.LISTED
    if rest or mark["word"] is None or vocabulary.pattern("statements.each").match(word):
        return Claim.WHOLE
    return Claim.SILENT
