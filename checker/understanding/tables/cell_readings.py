"""What a person makes of a cell in which more, or other, than a plain figure stands.

Only of cells in columns of figures: elsewhere （1） is the number of an item, and 一 a word.
"""

from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from govcheck.document.form import FormColumn, ValueType
from govcheck.document.table import (
    BRACKETED,
    ERROR,
    FORMULA,
    LETTERED,
    MARKED,
    SPELLED,
    CellState,
)
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.prose.numerals import han_number
from govcheck.understanding.tables.cell_words import UnderstoodCell, understood

_BRACKETED = late_pattern(r"[（(](?P<figure>[^()（）]{1,24})[)）]")
_UNIT = late_pattern(rf"[（(](?:{sign('unit')})[)）]")
_MARKED = late_pattern(
    rf"(?:{sign('sum_of_cell')}|[“\"‘=:：、•*＊※]|[①-⑳])?(?P<figure>[-+]?\d.{{0,24}}?)"
    r"[.,，、;；:：。·•_”\"’']?"
)
_SPELLED = late_pattern(rf"(?P<figure>{sign('han_figure')})(?:{sign('unit')})?")
_NOTHING = late_pattern(
    rf"[（(]?(?:{sign('nothing')})[)）]?[。.]?|[-－−﹣—–―─ー_~～.。·•×✕✖\s]{{1,6}}"
)
_FORMULA = late_pattern(r"\{?=[^=\n]{0,60}[A-Za-z(+*][^\n]{0,60}|[A-Z]{2,9}\(.{0,60}\)")
_ERROR = late_pattern(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
_LETTERED = late_pattern(rf"(?=.{{0,24}}[^\d,，.])[\d,，.{sign('like_digits')}]{{1,24}}")
_EITHER = late_pattern(r"一|[①-⑳⓪]|[\[【〔].{1,8}[\]】〕]")
"""A one or a dash; the number of a note or a figure."""


def is_either(normal: str, column: FormColumn) -> bool:
    """Whether a cell may be read in two ways: as no figure, or as one below 0."""
    words = normal.strip()
    below = column.value_type is ValueType.CHANGE and _BRACKETED.fullmatch(words) is not None
    return below or _EITHER.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def made_out(normal: str) -> UnderstoodCell:
    """Read a cell of a column of figures, and say in a note in what it is no plain figure."""
    words = normal.strip()
    plainly = understood(words)
    if plainly.state is not CellState.TEXT:
        return _noted(plainly)
    if _NOTHING.fullmatch(words):
        return UnderstoodCell(state=CellState.MARK)
    for pattern, note in ((_BRACKETED, BRACKETED), (_MARKED, MARKED)):
        found = pattern.fullmatch(words)
        inner = understood(found["figure"]) if found else plainly
        if inner.value is not None and not inner.note:
            return UnderstoodCell(
                state=inner.state, value=inner.value, note=note, unit=inner.unit
            )
    return _spelled(words) or UnderstoodCell(state=CellState.TEXT, note=_why_not(words))


def _noted(reading: UnderstoodCell) -> UnderstoodCell:
    """Tell a note beside a figure from a full stop, and from its unit in brackets."""
    if _UNIT.fullmatch(reading.note):
        return replace(reading, note="")
    return replace(reading, note=MARKED) if reading.note == "。" else reading


def _spelled(words: str) -> UnderstoodCell | None:
    found = _SPELLED.fullmatch(words)
    number = han_number(found["figure"]) if found else None
    if number is None:
        return None
    return UnderstoodCell(state=CellState.FIGURE, value=Decimal(number), note=SPELLED)


def _why_not(words: str) -> str:
    """Say what stands there that is no figure, where that can be told."""
    if _ERROR.fullmatch(words):
        return ERROR
    if _FORMULA.fullmatch(words):
        return FORMULA
    return LETTERED if _LETTERED.fullmatch(words) else ""
