"""The words that govern the figures after them: topic, time, end of a sentence."""

import re
from typing import Final

from govcheck.document.figure import Period
from govcheck.understanding.prose.scopes import LEAD_IN

_PERIODS: Final = {
    "whole": Period.THIS_YEAR,
    "ours": Period.THIS_YEAR,
    "last": Period.LAST_YEAR,
    "part": Period.PART_OF_YEAR,
    "since": Period.CUMULATIVE,
}
_EARLIER: Final = frozenset({Period.LAST_YEAR, Period.OTHER_YEAR})
_STANDING: Final = (".in_force", ".carried_out", ".pending")


def period_of(mark: re.Match[str], year: int | None, held: Period) -> Period | None:
    """Return what time a mark turns to in a report on ``year``; None for other marks.

    全年 is all of the year that was told of: 2022年收到98件，全年办结95件.
    """
    if mark.lastgroup == "whole" and held in _EARLIER:
        return held
    if mark.lastgroup == "until":
        ours = mark["until_year"] in {None, str(year)}
        return Period.YEAR_END if ours else Period.OTHER_YEAR
    if mark.lastgroup != "year":
        return _PERIODS.get(mark.lastgroup or "")
    said = int(mark["year"])
    if year is None or said == year:
        return Period.THIS_YEAR
    return Period.LAST_YEAR if said == year - 1 else Period.OTHER_YEAR


def period_held(period: Period, concept: str | None, *, begun: bool) -> Period:
    """Return the time of a figure: what stands at the year's end is this year's.

    So is what was done by then, where its account of this year has ``begun``.
    """
    stands = (concept or "").endswith(_STANDING)
    if period is Period.YEAR_END and (stands or begun):
        return Period.THIS_YEAR
    in_force = (concept or "").endswith(".in_force")
    return Period.THIS_YEAR if in_force and period is Period.CUMULATIVE else period


def period_led(period: Period, said: str) -> Period:
    """Return the time that holds behind a sentence; it is ``said`` where it has no figure.

    An earlier year goes on behind what but leads to its figures: 2022年情况。收到98件.
    """
    leads = 0 < len(said) <= LEAD_IN
    return period if leads and period in _EARLIER else Period.THIS_YEAR
