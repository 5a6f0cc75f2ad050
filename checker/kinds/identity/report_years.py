"""Kind ``report-years``: title, statistics period and publication speak of the same year."""

import re
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Annotated, Any, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.found import Found, Origin
from govcheck.document.known_losses import UNKNOWN_YEAR
from govcheck.document.naming import day_words, days_words
from govcheck.document.report import Document
from govcheck.document.search import group_number
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import Group, Holds

_SAID: Final = frozenset({Origin.GIVEN, Origin.META, Origin.LINE})


class ReportYears(Check, Struct, frozen=True, kw_only=True):
    """The title's year is the period's, and the document came out after that year's end.

    Long after it proves nothing: pages are published anew.  A year that neither bears out is
    one finding.
    """

    KIND: ClassVar[str] = "report-years"
    TITLE: ClassVar[str] = "标题、统计期限、发布日期所示的年度一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"problem"})

    title_year: Annotated[re.Pattern[str], Group(name="1", holds=Holds.DIGITS)]
    """Group 1 is the year in a title."""
    months: int
    """How many months after the fiscal year's end a publication date is believable."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare what can be compared; with fewer than two years there is nothing to say."""
        document = case.document
        named = self._title_year(document)
        year = named[0] if named else document.year
        if year is None:
            yield Doubt(reason="标题和正文均未写明报告年度", loss=UNKNOWN_YEAR)
            return
        source = "标题年度" if named else "报告年度"
        said = [] if case.draft else _published(document)
        period, publication = _period(document, year), _too_early(said, year)
        problems = [one for one, _ in (period, publication) if one]
        if problems:
            evidence = (*period[1], *publication[1])
            problem = f"{source}为{year}年，{'，'.join(problems)}"
            others = _others(document, {year, *_ends(document)}, said if publication[0] else ())
            yield Violation(evidence=evidence, values={"problem": problem}, years=others)
        elif said:
            yield from self._long_after(said, year)

    def _title_year(self, document: Document) -> tuple[int, Found[str]] | None:
        found = self.title_year.search(document.title.value) if document.title else None
        year = group_number(found, 1) if found else None
        if year is None or document.title is None or not MINYEAR <= year < MAXYEAR:
            return None
        return int(year), document.title

    def _long_after(self, said: Sequence[Found[date]], year: int) -> Iterator[Doubt]:
        first = min(found.value for found in said)
        if _months(first) > _months(date(year, 12, 1)) + self.months:
            reason = f"报告年度为{year}年，发布日期{day_words(first)}相隔过久，报告年度需核实"
            yield Doubt(reason=reason, evidence=_shown(said))


def _ends(document: Document) -> Iterator[int]:
    """Yield the years of the first and the last day of the period."""
    yield from (day.year for day in document.period.value) if document.period else ()


def _others(
    document: Document, told: set[int], early: Sequence[Found[date]]
) -> tuple[int, ...]:
    """Return the years that title, period and too early a day speak for, but its own."""
    before = {found.value.year - 1 for found in early}
    return tuple(sorted((told | before) - {document.year}))


def _published(document: Document) -> list[Found[date]]:
    return [found for found in document.published if found.origin in _SAID]


def _period(document: Document, year: int) -> tuple[str, tuple[Evidence, ...]]:
    """Say that the period is another year's, and show it; nothing where it is not."""
    if document.period is None:
        return "", ()
    start, end = document.period.value
    if year in {start.year, end.year}:
        return "", ()
    return f"统计期限却为{days_words(start, end)}", _shown([document.period])


def _too_early(said: Sequence[Found[date]], year: int) -> tuple[str, tuple[Evidence, ...]]:
    """Say that the document came out before the year's end, and show it; else nothing."""
    last = max((found.value for found in said), default=date.max)
    if last > date(year, 12, 31):
        return "", ()
    return f"发布日期{day_words(last)}却在该年度结束之前", _shown(said)


def _shown(said: Sequence[Found[Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(quote=found.quote, place=found.place) for found in said)


def _months(day: date) -> int:
    return day.year * 12 + day.month
