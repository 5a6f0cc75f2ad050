"""Numbers as Chinese prose writes them: 14,069, 1.4万, 一百二十, 3至5, 800余."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.late_pattern import late_pattern

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"百": 2, "千": 3, "万": 4, "亿": 8}

_UNIT: Final = (
    r"(?P<unit>个?百分点|万?元|平方米|平方公里|公里|"
    r"[件条人场批家]次|条(?![例款])|个(?!工作日|月|小时|百分点)|"
    r"[%％‰倍件宗例起份项期篇场次人名家部户台本册张位封幅批段种类组套轮处座辆笔])"
)
_ARABIC: Final = late_pattern(
    r"[0-9](?<![0-9A-Za-z.第万][0-9])(?<![0-9] [0-9])"
    r"(?P<rest>[0-9]{0,2}(?:[,，][0-9]{3}){1,4}(?![0-9])|[0-9]{0,14})"
    r"(?P<fraction>\.[0-9]{1,6})?"
    r"(?: ?[至到~～\-—–] ?(?P<upper>[0-9]{1,12}(?:\.[0-9]{1,6})?))?"
    r" ?(?P<some>[余多])?(?P<scale>[百千万亿])?(?P<more>[余多])? ?" + _UNIT
)
_HAN: Final = late_pattern(
    r"[一二两三四五六七八九十百千](?<![第每这那某同几数之一二两三四五六七八九十百千万零〇0-9][一-龥])"
    r"[一二两三四五六七八九十百千万零〇]{0,9}(?P<more>[余多])? ?"
    r"(?P<unit>[件宗例起条个项次期篇份家场名人部])"
)
_LOOSE: Final = frozenset("约近超逾")
_ONE: Final = Decimal(1)
_ENDS: Final = frozenset(("，", "。", "；", "、", ",", ";", "（", "(", "）", ")", ""))


class Numeral(Struct, frozen=True, kw_only=True):
    """A number with its measure word, at ``text[start:end]``."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    step: Decimal
    unit: str
    approximate: str


def find_numerals(text: str) -> list[Numeral]:
    """Return every number that has a measure word, in reading order."""
    found = [_from_arabic(text, match) for match in _ARABIC.finditer(text)]
    spelled = list(_from_han(text))
    return sorted([*found, *spelled], key=lambda numeral: numeral.start) if spelled else found


def han_number(text: str) -> int | None:
    """Return what 一百二十 or 二〇二四 means; None for what is no number."""
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char == "万":
            total += (section + digit) * 10000
            section = digit = 0
        else:
            return None
    return total + section + digit if text else None


def _from_arabic(text: str, match: re.Match[str]) -> Numeral:
    rest, fraction, upper, some, scale, more, unit = match.groups()
    start, end = match.span()
    digits = text[start] + rest
    if rest and not rest.isdigit():
        digits = digits.replace(",", "").replace("，", "")
    shift = (_SCALES[scale] if scale else 0) + (4 if unit == "万元" else 0)
    value = Decimal(digits + (fraction or ""))
    exponent = shift - (len(fraction) - 1 if fraction else 0)
    return Numeral(
        start=start,
        end=end,
        value=value.scaleb(shift) if shift else value,
        upper=Decimal(upper).scaleb(shift) if upper else None,
        step=Decimal(1).scaleb(exponent) if exponent else _ONE,
        unit="元" if unit == "万元" else unit,
        approximate=some or more or _loose(text, start),
    )


def _from_han(text: str) -> Iterator[Numeral]:
    for match in _HAN.finditer(text):
        spelled = text[match.start() : match.start("more" if match["more"] else "unit")].strip()
        if len(spelled) == 1 and spelled not in _TENS and not _stands_alone(text, match):
            continue
        value = han_number(spelled)
        if value is None or (len(spelled) > 1 and not any(c in "十百千万" for c in spelled)):
            continue
        inexact = match["more"] or _loose(text, match.start())
        yield Numeral(
            start=match.start(),
            end=match.end(),
            value=Decimal(value),
            upper=None,
            step=_last_place(spelled) if inexact else _ONE,
            unit=match["unit"],
            approximate=inexact,
        )


def _last_place(spelled: str) -> Decimal:
    """Return the worth of one in the last place of a spelled number: 100 of 三百."""
    return Decimal(_TENS.get(spelled[-1], 1))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell a count (收到申请两件，) from a word (一件件, 一条龙)."""
    return match["unit"] in "件宗例起" and text[match.end() : match.end() + 1] in _ENDS


def _loose(text: str, start: int) -> str:
    """Return the word before a number that makes it inexact: 约, 近, 超, 逾, 超过."""
    before = text[max(0, start - 2) : start].rstrip()
    if before[-1:] == "过":
        before = before[:-1]
    return before[-1:] if before[-1:] in _LOOSE else ""
