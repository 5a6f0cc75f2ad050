"""Numbers as Word writes them before the paragraphs of a list."""

from collections.abc import Callable, Mapping
from string import ascii_uppercase
from typing import Final

_HAN: Final = "〇一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_MOST: Final = 9999
"""Greater numbers are written in digits whatever the format."""


def ordinal(number: int, form: str) -> str:
    """Write a number in one of Word's formats (ST_NumberFormat); in digits if unknown."""
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return write(number) if write and 0 <= number <= _MOST else str(number)


def _counted(number: int, digits: str, units: str) -> str:
    """Write 23 as 二十三, and 13 as 十三 where the tens are named 十."""
    if number == 0:
        return digits[0]
    text, gap = "", False
    for place, unit in zip((1000, 100, 10, 1), (*reversed(units), ""), strict=True):
        digit = number // place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + unit
        gap = not digit
    return text.removeprefix(digits[1]) if text.startswith(digits[1] + "十") else text


def _spelled(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _cycled(number: int, signs: str) -> str:
    return signs[(number - 1) % len(signs)] if number else ""


def _lettered(number: int) -> str:
    """Write A to Z, then AA, BB … as Word does."""
    repeats, letter = divmod(number - 1, len(ascii_uppercase))
    return ascii_uppercase[letter] * (repeats + 1) if number else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _enclosed(number: int, first: int, most: int) -> str:
    return chr(first + number - 1) if 1 <= number <= most else str(number)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _lettered,
    "lowerLetter": lambda number: _lettered(number).lower(),
    "ideographTraditional": lambda number: _cycled(number, _STEMS),
    "ideographZodiac": lambda number: _cycled(number, _BRANCHES),
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: _counted(number, _LEGAL, "拾佰仟"),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "koreanCounting",
        ),
        lambda number: _counted(number, "零" + _HAN[1:], "十百千"),
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"),
        lambda number: _spelled(number, _HAN),
    ),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda number: _spelled(number, "０１２３４５６７８９"),
    ),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
        lambda number: _enclosed(number, 0x2460, 20),
    ),
    "decimalEnclosedParen": lambda number: _enclosed(number, 0x2474, 20),
    "decimalEnclosedFullstop": lambda number: _enclosed(number, 0x2488, 20),
    "ideographEnclosedCircle": lambda number: _enclosed(number, 0x3280, 10),
}
