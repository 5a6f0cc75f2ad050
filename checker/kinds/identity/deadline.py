"""Kind ``deadline``: the document came out in time, the year after its fiscal year."""

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.found import Found, Origin
from govcheck.document.known_losses import UNDATED, UNKNOWN_KIND, UNKNOWN_YEAR
from govcheck.document.naming import day_words
from govcheck.document.report import AgencyKind, Document
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation

_SAID: Final = frozenset({Origin.GIVEN, Origin.META, Origin.LINE})
"""Origins that say when the document was published; only these can prove it late."""


_COMMON_YEAR: Final = 2001
"""29 February is no day of every year."""


class Limit(Struct, frozen=True, kw_only=True):
    """The last day, in the year after the fiscal year, for some kinds of agency."""

    agencies: tuple[AgencyKind, ...]
    month: int
    day: int

    def __post_init__(self) -> None:
        """Raise ValueError for a day that no year has, or not every year."""
        try:
            date(_COMMON_YEAR, self.month, self.day)
        except (ValueError, OverflowError) as error:
            raise ValueError(f"没有{self.month}月{self.day}日，或者不是每年都有") from error


class Deadline(Check, Struct, frozen=True, kw_only=True):
    """The document was published by its agency's last day; the day itself is in time.

    A date in a web address can show that it was in time, not that it was late; the date
    that a document is signed with shows neither.  Of an agency of unknown kind only a
    document that keeps the earliest limit is known to be in time.  For a draft the days are
    counted that are left.
    """

    KIND: ClassVar[str] = "deadline"
    TITLE: ClassVar[str] = "按机关种类在期限（limits）前公布；草稿则提示所余天数。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"published", "deadline", "days_late"})

    limits: tuple[Limit, ...]
    unnamed: re.Pattern[str] | None = None
    """Bodies whose name it is found in no limit names, whatever their kind …"""
    asked: str = ""
    """… and what a person is asked of them."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Find the last day for this kind of agency and hold the dates against it."""
        document = case.document
        kind = document.agency_kind
        if kind is not None and not any(kind in limit.agencies for limit in self.limits):
            yield Inapplicable(reason="没有规定这类机关的公布期限")
            return
        if document.year is None:
            yield Doubt(reason="报告年度不明，无法计算公布期限", loss=UNKNOWN_YEAR)
            return
        if self.asks(document):
            yield Doubt(reason=self.asked, severity=Severity.ADVICE, question=True)
            return
        last = self.last_day(document)
        if last is None:
            yield Inapplicable(reason="没有规定公布期限")
            return
        remarks = tuple(_compare(case, last))
        if kind is None and any(isinstance(remark, Violation) for remark in remarks):
            yield Doubt(reason="机关类型不明，无法确定适用哪一公布期限", loss=UNKNOWN_KIND)
            return
        yield from remarks

    def asks(self, document: Document) -> bool:
        """Tell whether no limit names this body, and a person is asked for its last day."""
        agency = document.agency.value if document.agency else ""
        return bool(self.unnamed and self.unnamed.search(agency))

    def last_day(self, document: Document) -> date | None:
        """Return the last day for a kind of agency: the earliest for one that is not known."""
        kind, year = document.agency_kind, document.year
        days = (
            date(year + 1, limit.month, limit.day)
            for limit in self.limits
            if year is not None and (kind is None or kind in limit.agencies)
        )
        return min(days, default=None)


def _compare(case: Case, last: date) -> Iterator[Remark]:
    """Compare all dates that claim to be the publication date with the last day."""
    if case.draft:
        yield _countdown(case.today, last)
        return
    document = case.document
    said = [found for found in document.published if found.origin in _SAID]
    late = [found for found in said if found.value > last]
    if not said:
        yield from _without_date(document, last)
    elif len(late) == len(said):
        yield _late(said, last)
    elif late:
        days = sorted({found.value for found in said})
        dates = "、".join(map(day_words, days))
        reason = f"发布日期不一（{dates}），有的晚于{day_words(last)}，是否按期需核实"
        yield Doubt(reason=reason, evidence=_evidence(said))


def _countdown(today: date | None, last: date) -> Remark:
    """Say how long a draft can wait; one past its day may be out without our knowing."""
    if today is None:
        return Inapplicable(reason=f"最迟应于{day_words(last)}公布")
    left = (last - today).days
    if left < 0:
        limit = f"截至{day_words(today)}，规定的公布期限（{day_words(last)}）已过 {-left} 天"
        return Doubt(reason=f"{limit}，是否已经公布需核实；没有公布的，立即公布")
    rest = f"截至{day_words(today)}还有 {left} 天" if left else "今天是最后一天"
    return Inapplicable(reason=f"最迟应于{day_words(last)}公布，{rest}")


def _late(said: list[Found[date]], last: date) -> Violation:
    best = min(said, key=lambda found: found.value)
    published = day_words(best.value)
    evidence = Evidence(
        quote=best.quote,
        place=best.place,
        expected=f"不晚于{day_words(last)}",
        actual=published,
    )
    values = {
        "published": published,
        "deadline": day_words(last),
        "days_late": str((best.value - last).days),
    }
    return Violation(evidence=(evidence,), values=values)


def _without_date(document: Document, last: date) -> Iterator[Remark]:
    """Judge a document that shows its publication date at best in its address."""
    addressed = [found for found in document.published if found.origin is Origin.ADDRESS]
    signed = [document.signed] if document.signed else []
    if addressed and all(found.value <= last for found in addressed):
        return
    if addressed:
        shown = day_words(max(found.value for found in addressed))
        reason = f"未见发布日期；网址显示{shown}，晚于{day_words(last)}，是否按期需核实"
    elif signed:
        shown = day_words(signed[0].value)
        reason = f"未见发布日期，只有成文日期{shown}，是否在{day_words(last)}前公布需核实"
    else:
        reason = f"未见发布日期，是否在{day_words(last)}前公布需核实"
    yield Doubt(reason=reason, evidence=_evidence(addressed or signed), loss=UNDATED)


def _evidence(dates: list[Found[date]]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(quote=found.quote, place=found.place, actual=day_words(found.value))
        for found in dates
    )
