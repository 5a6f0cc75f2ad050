"""What is wrong with an entry: under which keys, and why."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from unicodedata import category

from govcheck.judging.assessment import Ruling
from govcheck.review.days import day_of
from govcheck.review.entry import FORMER_BLANKS, FORMER_FACTS, KEYS, NAMES, RULINGS

EntryFault = tuple[tuple[str, ...], str]
"""The keys below the entry, and the reason (Chinese)."""
_UNSEEN: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that are drawn as a blank: Hangul fillers, the empty Braille pattern."""
_FORMER: Final = {now: former for former, now in NAMES.items()}


def faults(data: object, today: date) -> Iterator[EntryFault]:
    """Yield what is wrong with an entry on the day that it is read."""
    if not isinstance(data, Mapping) or not data:
        yield (), "应由决定、核验人、日期、理由等项组成"
        return
    for name, value in data.items():
        if name not in (*KEYS, *FORMER_FACTS, *FORMER_BLANKS):
            yield (name,), f"不认识的项“{name}”；可用：{'、'.join(KEYS)}"
        elif not isinstance(value, str | None):
            yield (name,), f"{name} 应为文字（数字和 true、false 要加引号）"
        elif name in NAMES and NAMES[name] in data:
            yield (name,), f"{name} 与“{NAMES[name]}”是同一项，只能写一个"
    if _written(data, "决定")[1] is not None:
        yield from _decision_faults(data, today)


def _decision_faults(data: Mapping[str, Any], today: date) -> Iterator[EntryFault]:
    name, decision = _written(data, "决定")
    ruling = RULINGS.get(decision) if isinstance(decision, str) else None
    if ruling is None:
        yield (name,), f"{name} 应为 {'、'.join(Ruling)} 之一"
    asked = ("核验人", "日期") if ruling is Ruling.BROKEN else ("核验人", "日期", "理由")
    for key in asked:
        name, value = _written(data, key)
        if value is None:
            yield (), f"作了决定，还须填写 {name}"
        elif isinstance(value, str) and not _is_seen(value):
            yield (name,), f"作了决定，还须填写 {name}：现在只有空白"
    yield from _date_faults(data, today)


def _date_faults(data: Mapping[str, Any], today: date) -> Iterator[EntryFault]:
    (first, made), (last, ending) = _written(data, "日期"), _written(data, "有效期至")
    decided, until = day_of(made), day_of(ending)
    for name, value, day in ((first, made, decided), (last, ending, until)):
        if day is None and isinstance(value, str) and (name == last or _is_seen(value)):
            yield (name,), f"{name} 应写作 2025-03-01 或 2025年3月1日，并且是日历上有的日子"
    if decided and decided > today:
        yield (first,), f"{first} {decided} 还没有到（检查日期是 {today}）"
    if decided and until and until < decided:
        yield (last,), f"{last} {until} 早于作出决定的 {decided}"


def _written(data: Mapping[str, Any], key: str) -> tuple[str, Any]:
    """Return a key as the entry writes it, and what stands there."""
    former = _FORMER[key]
    if key not in data and (former in data or "decision" in data):
        return former, data.get(former)
    return key, data.get(key)


def _is_seen(text: str) -> bool:
    """Tell whether a reader sees anything: a letter, a figure, a sign."""
    return any(category(one)[0] in "LNPS" and one not in _UNSEEN for one in text)
