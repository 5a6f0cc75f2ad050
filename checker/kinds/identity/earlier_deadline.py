"""Kind ``earlier-deadline``: the document kept the earlier day that its place asks for."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.demand import Demand
from govcheck.document.evidence import Evidence
from govcheck.document.found import Origin
from govcheck.document.naming import day_words
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.identity.deadline import Limit
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation

_SAID: Final = frozenset({Origin.GIVEN, Origin.META, Origin.LINE})
"""Origins that say when the document was published; only these can prove it late."""


class EarlierDeadline(Check, Struct, frozen=True, kw_only=True):
    """A day that a notice of the place sets counts where it is earlier than the law's.

    A document that is late by the law is not told so twice.
    """

    KIND: ClassVar[str] = "earlier-deadline"
    TITLE: ClassVar[str] = (
        "所在地的通知要求更早公布的，在其要求的日期前公布；"
        "只在早于法定期限（limits）时、只对通知所说的年度比较。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"published", "deadline", "days_late", "notice", "statutory"}
    )

    limits: tuple[Limit, ...]
    """The law's own days, as the kind ``deadline`` has them."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Hold the dates against the earliest day that the place asks for."""
        document = case.document
        statutory = self._statutory(document)
        earlier = sorted(_earlier(document, statutory), key=lambda one: one[0])
        if statutory is None or not earlier:
            yield Inapplicable(reason="")
            return
        day, demand = earlier[0]
        if case.draft:
            yield Inapplicable(reason=f"{demand.title}要求于{day_words(day)}前公布")
            return
        yield from _compare(document, day, statutory, demand)

    def _statutory(self, document: Document) -> date | None:
        """Return the law's last day, or None where it names none for such a body."""
        year, kind = document.year, document.agency_kind
        if year is None or kind is None:
            return None
        days = [
            date(year + 1, one.month, one.day) for one in self.limits if kind in one.agencies
        ]
        return min(days, default=None)


def _earlier(document: Document, statutory: date | None) -> Iterator[tuple[date, Demand]]:
    for demand in document.demands:
        last = demand.published_by
        if last is None or statutory is None:
            continue
        day = date(statutory.year, last.month, last.day)
        if day < statutory:
            yield day, demand


def _compare(
    document: Document, day: date, statutory: date, demand: Demand
) -> Iterator[Remark]:
    said = [found for found in document.published if found.origin in _SAID]
    late = [found for found in said if found.value > day]
    if not late or all(found.value > statutory for found in said):
        return
    best = min(late, key=lambda found: found.value)
    evidence = Evidence(
        quote=best.quote,
        place=best.place,
        expected=f"不晚于{day_words(day)}",
        actual=day_words(best.value),
    )
    values = {
        "published": day_words(best.value),
        "deadline": day_words(day),
        "days_late": str((best.value - day).days),
        "notice": demand.title,
        "statutory": day_words(statutory),
    }
    remark = Violation if len(late) == len(said) else Doubt
    yield remark(evidence=(evidence,), values=values)
