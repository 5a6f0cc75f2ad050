"""Words as an official page writes them: days in Chinese."""

from typing import Final

from govcheck.late_pattern import late_pattern

_DAY: Final = late_pattern(r"(?<![0-9-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])")


def with_days(text: str) -> str:
    """Write every 2025-03-15 in a text as 2025年3月15日."""
    return _DAY.sub(lambda day: f"{day[1]}年{int(day[2])}月{int(day[3])}日", text)
