"""Kind ``ordered-dates``: a period does not end before it begins."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import Match, matches
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Group, Holds, PassageName

_Periods = Annotated[
    re.Pattern[str],
    *(
        Group(name=name, holds=Holds.DIGITS)
        for name in ("year", "month", "day", "to_month", "to_day")
    ),
    Group(name="to_year", holds=Holds.DIGITS, needed=False),
]


class OrderedDates(Struct, frozen=True, kw_only=True):
    """``pattern`` finds periods: ``year``, ``month``, ``day``, ``to_year`` and so on.

    A last year that is not written is the first one.
    """

    KIND: ClassVar[str] = "ordered-dates"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words"})

    pattern: _Periods
    passages: tuple[PassageName, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare both ends of every period."""
        for match in matches(case.document, self.pattern, self.passages):
            first, last = _end(match, ""), _end(match, "to_")
            if first and last and last < first:
                evidence = match.evidence
                yield Violation(evidence=(evidence,), values={"words": evidence.quote})


def _end(match: Match, which: str) -> list[Decimal] | None:
    """Return year, month and day, or None when one of them is no number."""
    year = match.number(f"{which}year") or match.number("year")
    read = (year, match.number(f"{which}month"), match.number(f"{which}day"))
    known = [number for number in read if number is not None]
    return known if len(known) == len(read) else None
