"""Kind ``later-dates``: what is told as done was done before the document was published."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.found import Found, Origin
from govcheck.document.naming import day_words
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import Group, Holds, PassageName

_SAID: Final = frozenset({Origin.GIVEN, Origin.META, Origin.LINE})
"""Origins that say when the document was published."""
_MONTHS: Final = 12
_MOST_PLACES: Final = 10


class LaterDates(Check, Struct, frozen=True, kw_only=True):
    """A sentence that tells of something done names no day after the publication date.

    Of several publication dates the last counts; a month is later when all of it is.
    """

    KIND: ClassVar[str] = "later-dates"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "写成已经做了的事（past）不晚于发布日期；晚于的请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "published", "count"})

    passages: tuple[PassageName, ...]
    days: Annotated[
        re.Pattern[str],
        Group(name="year", holds=Holds.DIGITS),
        Group(name="month", holds=Holds.DIGITS),
        Group(name="day", holds=Holds.DIGITS, needed=False),
    ]
    past: re.Pattern[str] | None = None
    """Words in the sentence that tell of something done; a signature needs none."""
    unless: re.Pattern[str]
    """Words in the sentence that put it into the future, or name the end of a period."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask once for all the places."""
        said = [found for found in case.document.published if found.origin in _SAID]
        if not said:
            yield Inapplicable(reason="未见发布日期，无从比较")
            return
        last = max(said, key=lambda found: found.value)
        later = [
            match
            for match in matches(case.document, self.days, self.passages)
            if self._is_told(match) and _is_after(match, last.value)
        ]
        if later:
            places = [match.evidence for match in later[:_MOST_PLACES]]
            yield Doubt(
                evidence=(*places, _shown(last)),
                values={
                    "words": places[0].quote,
                    "published": day_words(last.value),
                    "count": str(len(later)),
                },
            )

    def _is_told(self, match: Match) -> bool:
        sentence = match.sentence
        if match.quoted or self.unless.search(sentence):
            return False
        return self.past is None or self.past.search(sentence) is not None


def _is_after(match: Match, published: date) -> bool:
    """Whether a day that the calendar has, or a whole month, comes after the publication."""
    year, month, day = (match.number(name) for name in ("year", "month", "day"))
    if year is None or month is None or not 1 <= month <= _MONTHS:
        return False
    if not date.min.year <= year <= date.max.year:
        return False
    whole = (int(year), int(month))
    if day is None:
        return whole > (published.year, published.month)
    return 1 <= day <= monthrange(*whole)[1] and date(*whole, int(day)) > published


def _shown(published: Found[date]) -> Evidence:
    return Evidence(
        quote=published.quote, place=published.place, actual=day_words(published.value)
    )
