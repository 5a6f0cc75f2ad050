"""What the words in a table cell mean: a figure, nothing, a sign for nothing, or text."""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from govcheck.document.form import FormColumn, ValueType
from govcheck.document.placeholders import is_placeholder
from govcheck.document.table import CellState
from govcheck.late_pattern import late_pattern
from govcheck.readers.raw import UNREADABLE
from govcheck.signs import sign

_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
"""What stands before 元."""
_MINUS = str.maketrans("－−﹣＋", "---+")

_NUMBER = late_pattern(
    r"['‘’]?(?P<number>[-+]? ?(?:\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,3}(?: \d{3}){1,5}|\d{1,18})"
    r"(?:\.\d{1,8})?)"
    rf"(?P<unit>{sign('unit')})?"
    r"(?P<note>[（(].{1,80}[)）]|[\[【〔].{1,8}[\]】〕]|"
    rf"{sign('note')}[0-9]{{0,2}}|[*＊#＃†‡①-⑳]{{1,3}}|。)?"
)
"""A figure; spreadsheets put an apostrophe before one that is kept as text."""
_MARK = late_pattern(rf"[-－−﹣—–―─/／\\|*＊…{sign('none')}]{{1,4}}|{UNREADABLE}")
_MONEY = late_pattern(sign("money"))
_LAST_MONEY = late_pattern(rf"({sign('money')})[)）]?[:：]?$")


_NOUGHT = late_pattern("[零〇]")
_SPLIT = late_pattern(r"(?=\S+ )[-+]?\d{1,9}(?:(?: ?\. ?| )\d{1,9}){1,8}")
_CUT_SHORT = late_pattern(r"[0-9,.]{1,20}(?:…|\.{3})|#{2,40}")
"""What is shown of a figure for which a column was too narrow."""
_DIGITS = late_pattern("[0-9]+")
_BACKWARDS = "\u202e"
"""Lets what follows be shown from right to left."""
_YET_TO_COME = late_pattern(sign("yet_to_come"))


class UnderstoodCell(Struct, frozen=True, kw_only=True):
    """A cell as understood: see :class:`~govcheck.document.table.Cell`."""

    state: CellState
    value: Decimal | None = None
    note: str = ""
    unit: str = ""
    """元, 万元 or 亿元, where the cell itself writes one."""


_BLANK = UnderstoodCell(state=CellState.BLANK)
_SIGN = UnderstoodCell(state=CellState.MARK)
_TEXT = UnderstoodCell(state=CellState.TEXT)
_ZERO = UnderstoodCell(state=CellState.FIGURE, value=Decimal(0))


@lru_cache(maxsize=8192)
def understood(normal: str) -> UnderstoodCell:
    """Read a cell's normal text; a sum of money keeps the unit that the cell writes.

    Numbers have at most 18 digits before the point and 8 after it; what is longer is text.
    """
    words = normal.strip()
    if not words:
        return _BLANK
    found = _NUMBER.fullmatch(words.translate(_MINUS))
    if found is None and _NOUGHT.fullmatch(words):
        return _ZERO
    if found is None:
        return _SIGN if _MARK.fullmatch(words) else _TEXT
    digits = found["number"].replace(",", "").replace("，", "").replace(" ", "")
    unit = found["unit"] or ""
    return UnderstoodCell(
        state=CellState.FIGURE,
        value=Decimal(digits),
        note=found["note"] or "",
        unit=unit if _MONEY.fullmatch(unit) else "",
    )


def is_unclear(normal: str, written: str) -> bool:
    """Tell whether it cannot be said what a cell shows: nothing of it is to be judged.

    Spaces between digits may part one figure or two.  On two lines they are two, unless one
    of them is a single digit: the line may have been too short for the figure.
    """
    words = normal.strip()
    if not words or words.isdecimal():
        return _BACKWARDS in written
    if UNREADABLE in words or is_placeholder(words) or _BACKWARDS in written:
        return True
    if _CUT_SHORT.fullmatch(words) or _YET_TO_COME.fullmatch(words):
        return True
    if understood(words).value is not None or not _is_split(words):
        return False
    return "\n" not in written.strip() or any(len(one) == 1 for one in _DIGITS.findall(words))


def _is_split(words: str) -> bool:
    """Whether spaces stand within a figure, be it one or two."""
    return _SPLIT.fullmatch(words) is not None or (
        words[:1].isdecimal() and understood(words.replace(" ", "")).value is not None
    )


def is_scrap(normal: str) -> bool:
    """Whether a text has no letter: it is of figures or signs, and no label."""
    return not any(sign.isalpha() for sign in normal)


def measured(reading: UnderstoodCell, column: FormColumn, unit: str) -> Decimal | None:
    """Return a cell's number in the column's unit (in 元 where the form prints none).

    ``unit`` is the unit that the column's heading prints; the cell's own goes before it.
    """
    if reading.value is None or column.value_type is not ValueType.MONEY:
        return reading.value
    written = reading.unit or unit or column.unit
    if not written:
        return reading.value
    return reading.value * _worth(written) / _worth(column.unit or "")


def money_unit(heading: str) -> str:
    """Return the unit of money that a heading ends in: 本年收费金额（单位：万元）."""
    found = _LAST_MONEY.search(heading)
    return found[1] if found else ""


def _worth(unit: str) -> Decimal:
    """Return what one of a unit of money is worth in 元."""
    return _SCALES[unit[:-1]]
