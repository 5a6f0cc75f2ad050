"""Applications by who made them: 收到100件，其中自然人90件、法人或其他组织10件."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.breakdown_lists import breakdowns
from govcheck.statements.breakdowns import Breakdown
from govcheck.statements.reading import amounts, fits
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import this_year

_DIVIDED: Final = frozenset(
    f"applications.{name}" for name in ("new", "received", "handled", "answered")
)


def by_applicant(document: Document, table: Table) -> Iterator[Figure]:
    """Yield the items of lists by applicant, each counting what its total does, of that kind.

    A total that the table does not bear out says nothing of its items.
    """
    for one in breakdowns(document):
        total = one.total
        if total.concept not in _DIVIDED or len(one.totals) > 1 or not this_year(total):
            continue
        borne_out = any(fits(total, counted) for counted in amounts(table, total))
        if borne_out and is_whole(document, total.scope):
            yield from _kinds(one, document.vocabulary)


def _kinds(one: Breakdown, vocabulary: Vocabulary) -> Iterator[Figure]:
    """Yield the kinds that a list begins with; behind other items they may divide one."""
    organised = vocabulary.pattern("statements.organised")
    apart = sum(organised.search(name) is not None for name in one.names) > 1
    for item in one.items:
        named = vocabulary.pattern("statements.applicant").fullmatch(item.subject)
        if named is None or item.unit != one.total.unit:
            return
        if not item.concept and not (apart and named["some"]):
            yield replace(item, concept=one.total.concept, scope=named["kind"])
