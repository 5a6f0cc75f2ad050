"""Kind ``dates``: what is written as a date or a period can be one."""

import re
from calendar import monthrange
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Group, Holds, PassageName

_LEAP_YEAR: Final = 2000
_MONTHS: Final = 12

_Days = Annotated[
    re.Pattern[str],
    Group(name="year", holds=Holds.DIGITS, needed=False),
    Group(name="month", holds=Holds.DIGITS),
    Group(name="day", holds=Holds.DIGITS),
]
_Periods = Annotated[
    re.Pattern[str],
    *(
        Group(name=name, holds=Holds.DIGITS)
        for name in ("year", "month", "day", "to_month", "to_day")
    ),
    Group(name="to_year", holds=Holds.DIGITS, needed=False),
]


class Dates(Check, Struct, frozen=True, kw_only=True):
    """Every day stands in the calendar, and no period ends before it begins."""

    KIND: ClassVar[str] = "dates"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "所写的日期（days）确有其日，起止日期（periods）不颠倒。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words"})

    passages: tuple[PassageName, ...]
    days: _Days | None = None
    """Finds days: groups ``month``, ``day`` and perhaps ``year``."""
    periods: _Periods | None = None
    """Finds periods: ``year``, ``month``, ``day``, ``to_year`` and so on.

    A last year that is not written is the first one.
    """

    def __post_init__(self) -> None:
        """Raise ValueError for a check that looks for nothing."""
        if self.days is None and self.periods is None:
            raise ValueError("应写明 days（日期）或 periods（起止日期）的正则表达式")

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at the days, then at the periods."""
        for pattern, wrong in ((self.days, _is_no_day), (self.periods, _is_reversed)):
            if pattern is None:
                continue
            for match in matches(case.document, pattern, self.passages):
                if wrong(match):
                    evidence = match.evidence
                    yield Violation(evidence=(evidence,), values={"words": evidence.quote})


def _is_no_day(match: Match) -> bool:
    """Whether no calendar has it; without a year, 29 February is a day."""
    year, month, day = (match.number(name) for name in ("year", "month", "day"))
    if month is None or day is None:
        return False
    if not 1 <= month <= _MONTHS:
        return True
    return not 1 <= day <= monthrange(max(int(year or _LEAP_YEAR), 1), int(month))[1]


def _is_reversed(match: Match) -> bool:
    first, last = _end(match, ""), _end(match, "to_")
    return first is not None and last is not None and last < first


def _end(match: Match, which: str) -> list[Decimal] | None:
    """Return year, month and day, or None when one of them is no number."""
    year = match.number(f"{which}year") or match.number("year")
    read = (year, match.number(f"{which}month"), match.number(f"{which}day"))
    known = [number for number in read if number is not None]
    return known if len(known) == len(read) else None
