"""A day as a user writes it: 2026-01-10, 2026/1/10, 2026年1月10日."""

from contextlib import suppress
from datetime import date
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.understanding.hints import YEARS

_DAY: Final = late_pattern(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")


def day_of(written: str) -> date | None:
    """Return the day; None for what is none, or no day of these times."""
    found = _DAY.fullmatch(written.strip())
    with suppress(ValueError):
        if found and int(found[1]) in YEARS:
            return date(int(found[1]), int(found[2]), int(found[3]))
    return None
