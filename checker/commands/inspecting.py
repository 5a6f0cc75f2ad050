"""On which day a check stands, and who made it: as the user says, else today."""

from datetime import date
from typing import Final

from msgspec import Struct

from govcheck.clock import this_day
from govcheck.errors import Unusable
from govcheck.judging.assessment import Inspection

_LONGEST: Final = 100


class Days(Struct, frozen=True, kw_only=True):
    """The days that a check needs; None for what is not asked for."""

    draft: date | None
    """Until publication is counted from here."""
    ledger: date | None
    """Decisions of a ledger that end before no longer hold."""


def days_of(
    *, draft: bool, review: bool, today: date | None, inspected_on: date | None
) -> Days:
    """Return the days.  Raises Unusable for one that serves nothing, or for two at odds."""
    if today and not draft and not review:
        raise Unusable("--today 只用于 --draft（尚未公布的稿件）和 --review（审查台账）")
    if review and today and inspected_on and today != inspected_on:
        raise Unusable(f"--today 和 --inspected-on 不是同一天（{today}，{inspected_on}）")
    return Days(
        draft=today or this_day() if draft else None,
        ledger=today or inspected_on or this_day() if review else None,
    )


def inspection_of(
    inspector: str | None, inspected_on: date | None, days: Days
) -> Inspection | None:
    """Return who inspected and when; with a ledger, the day on which its decisions stood.

    Raises Unusable for a name that is none.
    """
    name = None if inspector is None else " ".join(inspector.split())
    if name is not None and not 0 < len(name) <= _LONGEST:
        raise Unusable(f"--inspector 应为检查人的姓名，1 至 {_LONGEST} 字")
    day = inspected_on or days.ledger
    return Inspection(inspector=name, inspected_on=day) if name or day else None
