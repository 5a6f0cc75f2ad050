"""Numbers of parts, however bodies write them."""

import re
from collections.abc import Mapping
from typing import Final
from unicodedata import numeric

from msgspec import Struct

from govcheck.late_pattern import late_pattern
from govcheck.signs import SIGNS, sign
from govcheck.understanding.prose.numerals import han_number

_USUAL: Final = late_pattern(
    rf"(?:第(?P<part>[一二三四五六七八九十]{{1,3}}){sign('part')}[、：:．.]?"
    r"|(?P<han>[一二三四五六七八九十]{1,3})[、丶､．.，,]"
    rf"|(?P<said>[二三四五六]){sign('item')}[：:]?"
    r"|(?P<dash>[—–―－-])[、丶､]"
    r"|(?P<arabic>[1-9][0-9]?)(?![0-9])[、．.，]?"
    r"|[（(](?P<paren>[一二三四五六七八九十]{1,3})[）)][、．.]?"
    r"|(?P<sign>[①-⑨Ⅰ-Ⅸ])[、．.，]?"
    r"|(?P<latin>I{1,3}|IV|VI?)[、．.，]"
    r"|\W{0,2}(?:PART|Part)?\W?(?P<bare>0?[1-9]|[一二三四五六])\W{0,2})"
)
_SERIES: Final[Mapping[str, int]] = {
    sign: place for series in SIGNS.series for place, sign in enumerate(series.split(), 1)
}
_LONGEST_FIRST: Final = sorted(map(re.escape, _SERIES), key=len, reverse=True)
_ANY: Final = late_pattern(
    rf"\W{{0,6}}(?:(?i:{sign('counter')})?\W?(?P<other>{'|'.join(_LONGEST_FIRST)})"
    rf"(?:{sign('division')}|\.0)?[\W_]{{0,6}})?"
)
_RANKS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("part", "han", "dash"), 0),
    **dict.fromkeys(("", "said", "bare"), 1),
    **dict.fromkeys(("arabic", "sign", "latin", "other"), 2),
    "paren": 3,
}
_LATIN: Final = ("", "I", "II", "III", "IV", "V", "VI")


class PartNumber(Struct, frozen=True, kw_only=True):
    """What a line has before a title: how it is numbered, where that ends."""

    kind: str = ""
    value: int | None = None
    end: int = 0

    @property
    def rank(self) -> int:
        """How unlike the form's 一、 it is: 1 for none, 2 for 1., 3 for （一）."""
        return _RANKS[self.kind]


def part_number(text: str) -> PartNumber:
    """Return the number that a line begins with, as parts and lists in them are numbered."""
    found = _USUAL.match(text)
    if found is None:
        return PartNumber()
    kind = found.lastgroup or ""
    return PartNumber(kind=kind, value=_value(kind, found[kind]), end=found.end())


def any_number(text: str) -> PartNumber:
    """Return whatever sign or number of any series a line begins with: 甲、, A), ●, 第3章.

    Before a title, and nothing else, it is the number of a part.
    """
    found = _ANY.match(text)
    if found is None or not found.end():
        return PartNumber()
    return PartNumber(kind="other", value=_SERIES.get(found["other"]), end=found.end())


def _value(kind: str, number: str) -> int | None:
    if kind == "dash":
        return 1
    if kind == "sign":
        return int(numeric(number))
    if kind == "latin":
        return _LATIN.index(number)
    digits = number.lstrip("0")
    return int(digits) if digits.isdecimal() else han_number(number)
