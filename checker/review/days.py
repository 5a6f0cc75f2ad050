"""Days as people write them in a ledger: 2025-03-01 or 2025年3月1日."""

from datetime import date
from typing import Final

from govcheck.late_pattern import late_pattern

_WRITTEN: Final = late_pattern(
    r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|年([0-9]{1,2})月([0-9]{1,2})日)"
)


def day_of(value: object) -> date | None:
    """Return the day that is written; None for anything else."""
    found = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None
