"""Numbers as Chinese prose writes them: 14,069, 1.4万, 一百二十, 3至5, 800余."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"百": 2, "千": 3, "万": 4, "亿": 8}

_ONE: Final = Decimal(1)
_NEAR: Final = 2
"""Characters before a number in which the word stands that makes it inexact."""


class Numeral(Struct, frozen=True, kw_only=True):
    """A number with its measure word, at ``text[start:end]``."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    step: Decimal
    unit: str
    approximate: str


def find_numerals(text: str, vocabulary: Vocabulary) -> list[Numeral]:
    """Return every number that has a measure word, in reading order."""
    loose = _Loose(vocabulary)
    arabic = vocabulary.pattern("quantities.arabic").finditer(text)
    found = [_from_arabic(text, match, loose) for match in arabic]
    spelled = list(_from_han(text, vocabulary))
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


def _from_arabic(text: str, match: re.Match[str], loose: "_Loose") -> Numeral:
    rest, fraction, upper, some, scale, more, unit = match.groups()
    start, end = match.span()
    digits = text[start] + rest
    if rest and not rest.isdigit():
        digits = digits.replace(",", "").replace("，", "")
    shift = _SCALES[scale] if scale else 0
    if unit[0] == "万":
        shift, unit = shift + _SCALES["万"], unit[1:]
    value = Decimal(digits + (fraction or ""))
    exponent = shift - (len(fraction) - 1 if fraction else 0)
    return Numeral(
        start=start,
        end=end,
        value=value.scaleb(shift) if shift else value,
        upper=Decimal(upper).scaleb(shift) if upper else None,
        step=Decimal(1).scaleb(exponent) if exponent else _ONE,
        unit=unit,
        approximate=some or more or loose.word(text, start, end),
    )


def _from_han(text: str, vocabulary: Vocabulary) -> Iterator[Numeral]:
    alone = vocabulary.pattern("quantities.counted_alone")
    loose = _Loose(vocabulary)
    for match in vocabulary.pattern("quantities.spelled").finditer(text):
        spelled = text[match.start() : match.start("more" if match["more"] else "unit")].strip()
        if (
            len(spelled) == 1
            and spelled not in _TENS
            and not alone.match(text, match.start("unit"))
        ):
            continue
        value = han_number(spelled)
        if value is None or (len(spelled) > 1 and not any(c in "十百千万" for c in spelled)):
            continue
        inexact = match["more"] or loose.word(text, *match.span())
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


class _Loose:
    """Finds the word beside a number that makes it inexact: 约, 近, 超过; 左右 behind it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._before = vocabulary.pattern("quantities.loose")
        self._behind = vocabulary.pattern("quantities.loose_behind")

    def word(self, text: str, start: int, end: int) -> str:
        """Return that word beside ``text[start:end]``, or ""."""
        found = self._before.search(text, max(0, start - _NEAR), start)
        found = found or self._behind.match(text, end)
        return found["word"] if found else ""
