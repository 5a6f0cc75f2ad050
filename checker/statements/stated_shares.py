"""Shares whose whole stands beside them, and changes whose base does not."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from govcheck.document.figure import Figure, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.explicit_rates import ExplicitRate
from govcheck.statements.rates import Growth, Share
from govcheck.statements.rounding import misfits, percent
from govcheck.statements.stated import bounds


def come_to_stated(
    text: str, run: Sequence[Share], figures: Sequence[Figure], words: Vocabulary
) -> bool:
    """Whether the parts of a run come to an amount that the paragraph states.

    1026条，其中网站686条，占66.9%，公示栏340条，占33.1%: none names another whole (占全市的).
    """
    named = words.pattern("statements.plain_share")
    plain = all(named.fullmatch(text, bounds(one.part)[1], bounds(one.rate)[0]) for one in run)
    parts = [one.part for one in run]
    come = sum((part.value for part in parts), Decimal(0))
    stated = any(
        one.value == come and one.unit == parts[0].unit and one.relation is Relation.COUNT
        for one in figures
        if one not in parts and not one.approximate
    )
    return plain and stated and len(run) > 1


def misfitting(
    run: Sequence[Share], wholes: Iterable[Decimal], *, sure: bool
) -> tuple[Decimal, list[int]]:
    """Return the whole that is ``sure``, or that most shares agree on, and which do not."""
    parts = [share.part.value for share in run]
    rates = [share.rate for share in run]
    whole = come = sum(parts, Decimal(0))
    wrong: list[int] = []
    for base in chain((come,), wholes):
        if not base or base < max(parts):
            continue
        found = misfits([percent(part, base) for part in parts], rates)
        if not found:
            return base, []
        few = len(found) * 2 < len(run) or (sure and base == come)
        if few and (not wrong or len(found) < len(wrong)):
            wrong, whole = found, base
    return whole, wrong


def untold(growths: Iterable[Growth], told: Iterable[ExplicitRate]) -> Iterator[Growth]:
    """Yield the changes whose base does not stand beside them."""
    known = [change.rate for change in told]
    for growth in growths:
        if not any(growth.rate is rate for rate in known):
            yield growth
