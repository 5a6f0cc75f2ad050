"""Shares of all applications, whose total a table tells: 予以公开301件，占总数的46.3%."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.statements.explicit_rates import ExplicitRate
from govcheck.statements.rates import Share
from govcheck.statements.reading import amounts, fits
from govcheck.statements.rounding import percent, stands_for
from govcheck.statements.scope import ALL_APPLICATIONS, is_whole
from govcheck.statements.stated import bounds, this_year

_RESULTS: Final = tuple(
    f"applications.{result}"
    for result in ("granted", "partial", "denied", "unavailable", "not_processed", "other")
)


def is_of_nothing(
    document: Document, text: str, share: Share, known: Iterable[Decimal]
) -> bool:
    """Whether a share that names no whole is of no amount ``known``, nor of any in the table.

    Results may be shares of some of them together: of what was decided on.
    """
    words, gap = document.vocabulary.pattern, (bounds(share.part)[1], bounds(share.rate)[0])
    exact = not share.part.approximate and not share.rate.approximate and this_year(share.part)
    ours = (share.part.concept or "").startswith("applications.")
    if not (exact and ours and share.part.value):
        return False
    if words("statements.of_all").fullmatch(text, *gap):
        return False
    if not words("statements.plain_share").fullmatch(text, *gap):
        return False
    for table in document.form_tables:
        counted = amounts(table, share.part)
        if any(fits(share.part, one) and one.certain for one in counted):
            wholes = {*known, *_wholes(table, share)} - {Decimal(0)}
            return not any(_makes(share, whole) for whole in wholes)
    return False


def _makes(share: Share, whole: Decimal) -> bool:
    return stands_for(percent(share.part.value, whole), share.rate)


def _wholes(table: Table, share: Share) -> Iterator[Decimal]:
    """Yield whatever the table counts, and what results come to, one after another."""
    concepts = (one for one in table.readings.concepts if one.startswith("applications."))
    for concept in concepts:
        read = replace(share.part, concept=concept, scope="")
        yield from (one.value for one in amounts(table, read))
    results = (amounts(table, replace(share.part, concept=one, scope="")) for one in _RESULTS)
    yield from accumulate(counted[0].value for counted in results if counted)


def share_of_all(document: Document, text: str, share: Share) -> ExplicitRate | None:
    """Return a share of all applications with the nearest total, where no total yields it.

    Its part must be what the table counts, and every total certain.
    """
    words = document.vocabulary.pattern("statements.of_all")
    exact = not share.part.approximate and not share.rate.approximate and this_year(share.part)
    concept = share.part.concept or ""
    results = concept.startswith("applications.") and concept not in ALL_APPLICATIONS
    if not (exact and results and is_whole(document, share.part.scope)):
        return None
    if not words.fullmatch(text, bounds(share.part)[1], bounds(share.rate)[0]):
        return None
    for table in document.form_tables:
        totals = list(_totals(table, share))
        if totals:
            return _nearest(share, totals)
    return None


def _totals(table: Table, share: Share) -> Iterator[Decimal]:
    """Yield what the table holds of all; nothing where it does not bear out the part."""
    counted = amounts(table, share.part)
    if not any(fits(share.part, one) and one.certain for one in counted):
        return
    for concept in ALL_APPLICATIONS:
        whole = replace(share.part, concept=concept)
        yield from (one.value for one in amounts(table, whole) if one.certain and one.value)


def _nearest(share: Share, totals: list[Decimal]) -> ExplicitRate | None:
    """Return the share with the nearest total, where its rate lies beyond that of every one.

    A total between two others may leave out what was withdrawn.
    """
    rate, part = share.rate, share.part.value
    above = rate.value - rate.step >= percent(part, min(totals))
    if not above and rate.value + rate.step > percent(part, max(totals)):
        return None
    base = min(totals) if above else max(totals)
    return ExplicitRate(rate=rate, part=part, base=base, name="占比")


def changed_bases(
    document: Document, figures: Iterable[Figure], one: ExplicitRate
) -> Iterator[Decimal]:
    """Yield last year's amounts by the table, where it counts another amount than is told.

    收到34件，比上年多6件，增长20.69% is right of the 35 in the table: the 34 is raised already.
    """
    for told in figures:
        apart = told.value - one.base
        if (told.sentence, abs(apart)) != (one.rate.sentence, abs(one.part)):
            continue
        for table in document.form_tables if told.concept else ():
            counted = amounts(table, told)
            if not any(fits(told, amount) for amount in counted):
                yield from (amount.value - apart for amount in counted)
