"""Kind ``calendar-dates``: every date that is written stands in the calendar."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import matches
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Group, Holds, PassageName

_LEAP_YEAR: Final = 2000
_MONTHS: Final = 12


_Dates = Annotated[
    re.Pattern[str],
    Group(name="year", holds=Holds.DIGITS, needed=False),
    Group(name="month", holds=Holds.DIGITS),
    Group(name="day", holds=Holds.DIGITS),
]


class CalendarDates(Struct, frozen=True, kw_only=True):
    """``pattern`` finds dates, with groups ``month``, ``day`` and perhaps ``year``."""

    KIND: ClassVar[str] = "calendar-dates"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words"})

    pattern: _Dates
    passages: tuple[PassageName, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Without a year, 29 February is a date."""
        for match in matches(case.document, self.pattern, self.passages):
            year, month, day = (match.number(name) for name in ("year", "month", "day"))
            if month is None or day is None:
                continue
            if not _exists(int(year or _LEAP_YEAR), int(month), int(day)):
                evidence = match.evidence
                yield Violation(evidence=(evidence,), values={"words": evidence.quote})


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(max(year, 1), month)[1]
