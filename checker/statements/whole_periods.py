"""All quarters of a year, or both halves, and the year: 上半年15件、下半年16件，全年31件."""

from collections.abc import Iterator, Sequence
from typing import Final

from govcheck.document.figure import Figure, Relation
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.breakdowns import Breakdown, Claim
from govcheck.statements.stated import bounds, figures_by_block, text_of

_LONGEST: Final = 40
"""The words that name a period and what was done in it are no longer."""


def whole_periods(document: Document) -> Iterator[Breakdown]:
    """Yield the years that are told right behind all their parts, and count the same."""
    words = document.vocabulary
    for block in figures_by_block(document).values():
        for end in range(2, len(block)):
            for first in (end - 4, end - 2):
                items = tuple(block[max(0, first) : end])
                if _is_whole(document, items, block[end]):
                    yield _breakdown(document, items, block[end], words)


def _is_whole(document: Document, items: Sequence[Figure], total: Figure) -> bool:
    """Whether items are of all parts of a year, one after another, and of the same doing.

    What may be counted in two of them, as a body or a person, is not added up.
    """
    exact = all(not one.approximate and one.upper is None for one in (*items, total))
    alike = {(one.relation, one.unit, one.sentence) for one in (*items, total)}
    if not exact or alike != {(Relation.COUNT, total.unit, total.sentence)}:
        return False
    words, text = document.vocabulary.pattern, text_of(document, total)
    told = [
        words("statements.period").search(text, max(0, start - _LONGEST), start)
        for start in (bounds(one)[0] for one in items)
    ]
    year = words("statements.whole_year").fullmatch(
        text, bounds(items[-1])[1], bounds(total)[0]
    )
    named = [one["part"] for one in told if one]
    once = words("statements.counted_once").fullmatch(total.unit)
    if not year or not once or not words("statements.all_parts").fullmatch("".join(named)):
        return False
    fill = words("statements.period_fill")
    done = {fill.sub("", one["done"]) for one in told if one} | {fill.sub("", year["done"])}
    return len(done - {""}) <= 1


def _breakdown(
    document: Document, items: tuple[Figure, ...], total: Figure, words: Vocabulary
) -> Breakdown:
    return Breakdown(
        total=total,
        totals=(total,),
        items=items,
        claim=Claim.WHOLE,
        names=tuple(item.subject for item in items),
        sure=len(items),
        said=text_of(document, total)[bounds(items[0])[0] : bounds(total)[1]],
        vocabulary=words,
    )
