"""Which characters of a page are its text: no watermark, nothing hidden, nothing twice."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.glyphs import Mark
from govcheck.readers.pdf.neighbours import MOST, Place, around, place
from govcheck.readers.pdf.watermarks import FAINT, shade, without_watermark

_HAN: Final = late_pattern("[\u3400-\u9fff]")
_LEVEL: Final = 3.0
"""Degrees by which a level line of text may be turned."""
_QUARTER: Final = 90.0
_WHITE: Final = 250.0
_TIGHT: Final = 0.25
"""Characters whose middles lie so near each other, by their size, lie upon each other …"""
_NARROW: Final = 0.45
"""… and by the width of the narrower one, and …"""
_SAME: Final = 0.35
"""… whose lines do."""
_THIN: Final = 0.18
"""No letter, and no mark beside letters, is followed by another one so near, by its size."""
_LITTLE: Final = 0.05
"""By more the lines of characters that follow each other do not differ."""
_BESIDE, _APART, _BELOW = 0.5, 1.0, 0.8
"""No Han character follows itself so near on a line, nor so near aside and below."""
_FEWEST: Final = 3
"""So many that do show a page printed twice, too far apart to tell what is there once."""


class Printed(Struct, frozen=True, kw_only=True):
    """What is printed on a page: its text, and what is known of the rest."""

    marks: tuple[Mark, ...]
    turned: tuple[Glyph, ...]
    """Characters that stand upright or upside down beside the text."""
    hidden: tuple[Glyph, ...]
    """Characters that nobody sees."""
    clash: bool
    """Different characters lie upon each other: the page has two texts that disagree."""
    doubled: bool
    """It is printed twice, too far apart to tell what is there once."""


def printed(marks: Sequence[Mark], on_dark: Callable[[Glyph], bool]) -> Printed:
    """Tell a page's text from what is laid over and under it.

    ``on_dark`` says whether a character stands on a coloured ground or a picture.
    """
    hidden, turned, text = list[Mark](), list[Glyph](), list[Mark]()
    for glyph, ink in marks:
        if ink.unseen or (shade(ink.color) >= _WHITE and not on_dark(glyph)):
            hidden.append((glyph, ink))
        elif abs(ink.turn) <= _LEVEL:
            text.append((glyph, ink))
        elif shade(ink.color) < FAINT and _is_quarter(ink.turn):
            turned.append(glyph)
    text = without_watermark(text, on_dark)
    layer = _Layer()
    kept = tuple(mark for mark in text if layer.takes(mark[0]))
    covert = [glyph for glyph, _ in hidden if layer.differs(glyph)]
    return Printed(
        marks=kept,
        turned=tuple(turned),
        hidden=tuple(glyph for glyph, _ in hidden),
        clash=layer.clash or bool(covert),
        doubled=layer.repeated >= _FEWEST,
    )


def _is_quarter(turn: float) -> bool:
    return abs(abs(turn) % _QUARTER - _QUARTER / 2) >= _QUARTER / 2 - _LEVEL


class _Layer:
    """The characters of a page that lie on no other one."""

    def __init__(self) -> None:
        self._squares: dict[Place, list[Glyph]] = defaultdict(list)
        self.clash = False
        self.repeated = 0
        """How many Han characters stand beside themselves as none does that is printed once."""

    def takes(self, glyph: Glyph) -> bool:
        """Take a character, unless it stands there already or is blank."""
        if glyph.text.isspace():
            return True
        nearby = list(around(self._squares, glyph))
        same = [other for other in nearby if other.text == glyph.text]
        self.repeated += any(_is_astray(glyph, other) for other in same)
        if any(_is_again(glyph, other) for other in same):
            return False
        for other in nearby:
            if other.text != glyph.text and _upon(glyph, other):
                self.clash = self.clash or (glyph.text.isalnum() and other.text.isalnum())
        square = self._squares[place(glyph)]
        square.append(glyph)
        self.clash = self.clash or len(square) > MOST
        return True

    def differs(self, glyph: Glyph) -> bool:
        """Whether a character that nobody sees lies under another one."""
        there = [one for one in around(self._squares, glyph) if _upon(glyph, one)]
        return (
            bool(there)
            and glyph.text.isalnum()
            and all(one.text.isalnum() and one.text != glyph.text for one in there)
        )


def _upon(one: Glyph, other: Glyph) -> bool:
    """Whether two characters lie upon each other."""
    width = min(one.right - one.left, other.right - other.left)
    return _are_near(one, other, min(_TIGHT * min(one.size, other.size), _NARROW * width))


def _is_again(one: Glyph, other: Glyph) -> bool:
    """Whether a character is the same as another, printed anew: none follows so near."""
    size = min(one.size, other.size)
    is_level = abs(one.base - other.base) <= _LITTLE * size
    reach = _THIN if is_level and one.text.isascii() and not one.text.isdigit() else _TIGHT
    return _upon(one, other) or _are_near(one, other, reach * size)


def _are_near(one: Glyph, other: Glyph, reach: float) -> bool:
    return abs(one.middle[0] - other.middle[0]) <= reach and abs(
        one.base - other.base
    ) <= _SAME * min(one.size, other.size)


def _is_astray(one: Glyph, other: Glyph) -> bool:
    """Whether a Han character stands where the one before it, the same, leaves it no room.

    Nearer than that it is the same one, but for what would be two thin letters as well.
    """
    if not _HAN.match(one.text):
        return False
    size = min(one.size, other.size)
    across = abs(one.middle[0] - other.middle[0]) / size
    down = abs(one.base - other.base) / size
    if down <= _LITTLE:
        return _THIN < across <= _BESIDE
    return down <= _BELOW and across <= _APART and not _is_again(one, other)
