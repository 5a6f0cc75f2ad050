"""Words as an official page writes them: whole sentences, days in Chinese."""

from typing import Final

from govcheck.late_pattern import late_pattern

_DAY: Final = late_pattern(r"(?<![0-9-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])")
_ENDS: Final = "。！？；：…—"


def sentence(text: str) -> str:
    """End a sentence with its full stop."""
    text = text.rstrip()
    return text if not text or text.endswith(tuple(_ENDS)) else f"{text}。"


def with_days(text: str) -> str:
    """Write every 2025-03-15 in a text as 2025年3月15日."""
    return _DAY.sub(lambda day: f"{day[1]}年{int(day[2])}月{int(day[3])}日", text)
