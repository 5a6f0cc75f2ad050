"""Shares whose whole stands between part and share: 企业申请88件，占新收总数1435件的6.1%."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, chain

from govcheck.document.figure import Figure, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.explicit_rates import ExplicitRate
from govcheck.statements.rounding import percent, stands_for
from govcheck.statements.stated import bounds


def shares_of_named(
    text: str, figures: list[Figure], vocabulary: Vocabulary
) -> Iterator[ExplicitRate]:
    """Yield these shares; 予以公开301件、部分公开12件，占650件的48.2% is of both parts."""
    of_named = vocabulary.pattern("statements.of_named")
    joined = vocabulary.pattern("statements.named_whole")
    for part, whole, rate in zip(figures, figures[1:], figures[2:], strict=False):
        if not _are_counted(part, whole) or rate.relation is not Relation.RATE:
            continue
        if not joined.fullmatch(text, bounds(whole)[1], bounds(rate)[0]):
            continue
        if of_named.fullmatch(text, bounds(part)[1], bounds(whole)[0]):
            come = _fitting(part, whole, rate, figures)
            yield ExplicitRate(rate=rate, part=come, base=whole.value, name="占比")


def _are_counted(part: Figure, whole: Figure) -> bool:
    counts = part.relation is whole.relation is Relation.COUNT and part.unit == whole.unit
    return counts and not (part.approximate or whole.approximate) and whole.value > 0


def _fitting(part: Figure, whole: Figure, rate: Figure, figures: list[Figure]) -> Decimal:
    """Return what is said to be a share: the part, or it and others before it."""
    beside = [one for one in figures if (one.sentence, one.unit) == (part.sentence, part.unit)]
    before = [one.value for one in beside if bounds(one) <= bounds(part)]
    sums = chain(before, accumulate(reversed(before)))
    fitting = (one for one in sums if stands_for(percent(one, whole.value), rate))
    return next(fitting, part.value)
