"""What is wrong with an entry: under which keys, and why."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from unicodedata import category

from govcheck.review.entry import DECISIONS, KEYS

EntryFault = tuple[tuple[str, ...], str]
"""The keys below the entry, and the reason (Chinese)."""
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNSEEN: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that are drawn as a blank: Hangul fillers, the empty Braille pattern."""


def faults(data: object, today: date) -> Iterator[EntryFault]:
    """Yield what is wrong with an entry on the day that it is read."""
    if not isinstance(data, Mapping) or not data:
        yield (), "应由 decision、reason、person、date 等键组成"
        return
    for name, value in data.items():
        if name not in KEYS:
            yield (name,), f"不认识的键“{name}”；可用：{'、'.join(KEYS)}"
        elif not isinstance(value, str | None):
            yield (name,), f"{name} 应为文字（数字和 true、false 要加引号）"
    if data.get("decision") is not None:
        yield from _decision_faults(data, today)


def _decision_faults(data: Mapping[str, Any], today: date) -> Iterator[EntryFault]:
    if data["decision"] not in DECISIONS:
        yield ("decision",), f"decision 应为 {'、'.join(DECISIONS)} 之一"
    for name in ("reason", "person", "date"):
        value = data.get(name)
        if value is None:
            yield (), f"作了决定，还须填写 {name}"
        elif isinstance(value, str) and not _is_seen(value):
            yield (name,), f"作了决定，还须填写 {name}：现在只有空白"
    yield from _date_faults(_day(data.get("date")), _day(data.get("expires")), data, today)


def _date_faults(
    decided: date | None, expires: date | None, data: Mapping[str, Any], today: date
) -> Iterator[EntryFault]:
    for name, day in (("date", decided), ("expires", expires)):
        value = data.get(name)
        if day is None and isinstance(value, str) and (name == "expires" or _is_seen(value)):
            yield (name,), f"{name} 应写作 2025-03-01，并且是日历上有的日子"
    if decided and decided > today:
        yield ("date",), f"date {decided} 还没有到（检查日期是 {today}）"
    if decided and expires and expires < decided:
        yield ("expires",), f"expires {expires} 早于作出决定的 {decided}"


def _day(value: object) -> date | None:
    """Return the day that is written; None for anything else."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _is_seen(text: str) -> bool:
    """Tell whether a reader sees anything: a letter, a figure, a sign."""
    return any(category(one)[0] in "LNPS" and one not in _UNSEEN for one in text)
