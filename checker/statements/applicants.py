"""Applications by who made them: 收到100件，其中自然人90件、法人或其他组织10件."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, takewhile

from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.once import once
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.breakdown_lists import breakdowns
from govcheck.statements.breakdowns import Breakdown
from govcheck.statements.reading import amounts, fits
from govcheck.statements.scope import ALL_APPLICATIONS, is_whole
from govcheck.statements.stated import bounds, text_of, this_year


def by_applicant(document: Document, table: Table) -> Iterator[Figure]:
    """Yield the items of lists by applicant, each counting what its total does, of that kind.

    A total that the table does not bear out says nothing of its items.
    """
    for one in lists_of_applications(document):
        total = one.total
        borne_out = any(fits(total, counted) for counted in amounts(table, total))
        units = {item.unit for item in one.items} == {total.unit}
        if borne_out and units and is_whole(document, total.scope):
            yield from _kinds(one, document.vocabulary)


def by_proposer(document: Document, table: Table) -> Iterator[Figure]:
    """Yield what kinds of applicants asked of all: 31件申请中，24件由自然人提出.

    A total that the table does not bear out says nothing of them.
    """
    opens = document.vocabulary.pattern("statements.of_which_asked")
    asked = document.vocabulary.pattern("statements.asked_by_kind")
    total: Figure | None = None
    for last, item in pairwise(document.figures):
        text, (start, end) = text_of(document, item), bounds(item)
        beside = (last.sentence, last.place.block) == (item.sentence, item.place.block)
        gap = text[bounds(last)[1] : start] if beside else ""
        if beside and opens.fullmatch(gap):
            total = borne_out(document, table, last)
        elif not asked.fullmatch(gap):
            total = None
        found = asked.match(text, end)
        if total is None or found is None or item.concept or item.unit != total.unit:
            continue
        if not (found["rest"] or found["some"]):
            yield replace(item, concept=total.concept, scope=found["kind"])


def borne_out(document: Document, table: Table, figure: Figure) -> Figure | None:
    """Return a figure of all applications with what it counts by the table; None for others."""
    named = figure.concept in ALL_APPLICATIONS and is_whole(document, figure.scope)
    if not this_year(figure) or not (named or (not figure.concept and not figure.subject)):
        return None
    read = (replace(figure, concept=one, scope="") for one in ALL_APPLICATIONS)
    told = (one for one in read if any(fits(one, counted) for counted in amounts(table, one)))
    return next(told, None)


@once
def lists_of_applications(document: Document) -> tuple[Breakdown, ...]:
    """Return the lists of all applications of the year.

    新收86件，其中自然人80件；上年结转5件，其中自然人4件: the second is of those carried in.
    """
    before = {item.place: last.concept for last, item in pairwise(document.figures)}
    return tuple(
        one
        for one in breakdowns(document)
        if one.total.concept in ALL_APPLICATIONS
        and len(one.totals) <= 1
        and this_year(one.total)
        and before.get(one.items[0].place) in {None, one.total.concept}
    )


def _kinds(one: Breakdown, vocabulary: Vocabulary) -> Iterator[Figure]:
    """Yield the kinds that a list begins with; behind other items they may divide one.

    Where other items follow, the kinds come to the total, or those items may take from them.
    """
    named = [
        vocabulary.pattern("statements.applicant").fullmatch(item.subject) for item in one.items
    ]
    found = list(takewhile(all, zip(one.items, named, strict=True)))
    come = sum((item.value for item, _ in found), Decimal(0))
    if len(found) < len(one.items) and come != one.total.value:
        return
    organised = vocabulary.pattern("statements.organised")
    apart = sum(organised.search(name) is not None for name in one.names) > 1
    for item, words in found:
        told = words and not words["rest"] and not (apart and words["some"])
        if words and told and not item.concept:
            yield replace(item, concept=one.total.concept, scope=words["kind"])
