"""Which characters of a page are its text: no watermark, nothing hidden, nothing twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median
from typing import Final

from msgspec import Struct

from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.glyphs import Ink, Mark

_LEVEL: Final = 3.0
"""Degrees by which a level line of text may be turned."""
_QUARTER: Final = 90.0
_FAINT: Final = 165.0
"""Ink on white paper from this brightness on (0 to 255) is that of a watermark."""
_WHITE: Final = 250.0
_LARGER: Final = 1.5
"""Faint characters so many times as large as the page's own are a watermark."""
_TILES: Final = 3
"""Faint words said so often on a page are one, laid like tiles."""
_WORD: Final = 2
_TIGHT: Final = 0.25
"""Characters whose middles lie so near each other, by their size, lie upon each other …"""
_NARROW: Final = 0.45
"""… and by the width of the narrower one, and …"""
_SAME: Final = 0.35
"""… whose lines do."""
_SIDE: Final = 10.0
"""Of the squares in which neighbours are looked for."""
_MOST: Final = 40
"""More characters in one square cannot be read."""

Place = tuple[int, int]


class Printed(Struct, frozen=True, kw_only=True):
    """What is printed on a page: its text, and what is known of the rest."""

    marks: tuple[Mark, ...]
    turned: tuple[Glyph, ...]
    """Characters that stand upright or upside down beside the text."""
    hidden: int
    """How many characters nobody sees."""
    clash: bool
    """Different characters lie upon each other: the page has two texts that disagree."""


def printed(marks: Sequence[Mark], on_dark: Callable[[Glyph], bool]) -> Printed:
    """Tell a page's text from what is laid over and under it.

    ``on_dark`` says whether a character stands on a coloured ground or a picture.
    """
    hidden, turned, text = list[Mark](), list[Glyph](), list[Mark]()
    for glyph, ink in marks:
        if ink.unseen or (_shade(ink) >= _WHITE and not on_dark(glyph)):
            hidden.append((glyph, ink))
        elif abs(ink.turn) <= _LEVEL:
            text.append((glyph, ink))
        elif abs(abs(ink.turn) % _QUARTER - _QUARTER / 2) >= _QUARTER / 2 - _LEVEL:
            turned.append(glyph)
    text = _without_watermark(text, on_dark)
    layer = _Layer()
    kept = tuple(mark for mark in text if layer.takes(mark[0]))
    covert = [glyph for glyph, _ in hidden if layer.differs(glyph)]
    return Printed(
        marks=kept,
        turned=tuple(turned),
        hidden=len(hidden),
        clash=layer.clash or bool(covert),
    )


def _shade(ink: Ink) -> float:
    """Return how bright ink is on white paper, 0 to 255."""
    red, green, blue, opacity = ink.color
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return 255 - (255 - bright) * opacity / 255


def _without_watermark(marks: list[Mark], on_dark: Callable[[Glyph], bool]) -> list[Mark]:
    """Leave out what is printed in a light tone over the text, larger, or like tiles."""
    faint = [mark for mark in marks if _shade(mark[1]) >= _FAINT and not on_dark(mark[0])]
    if not faint:
        return marks
    light = {id(mark) for mark in faint}
    text = [mark for mark in marks if id(mark) not in light]
    usual = median(glyph.size for glyph, _ in text) if text else 0.0
    if not usual:
        return marks
    colors = set(_overlaid(faint, text)) | set(_tiles(faint))
    return [
        mark
        for mark in marks
        if id(mark) not in light
        or not (mark[1].color in colors or mark[0].size >= _LARGER * usual)
    ]


def _overlaid(faint: Iterable[Mark], text: Iterable[Mark]) -> Iterator[tuple[int, ...]]:
    """Yield the colours of faint characters that lie over others."""
    squares = _squares(glyph for glyph, _ in text)
    for glyph, ink in faint:
        for other in _around(squares, glyph):
            across = min(glyph.right, other.right) - max(glyph.left, other.left)
            apart = abs(glyph.base - other.base)
            if across > 1.0 and apart < _SAME * (glyph.size + other.size):
                yield ink.color
                break


def _tiles(faint: Iterable[Mark]) -> Iterator[tuple[int, ...]]:
    """Yield the colours of faint words that a page repeats."""
    words: dict[tuple[tuple[int, ...], int], str] = defaultdict(str)
    for glyph, ink in faint:
        words[ink.color, ink.run] += glyph.text.strip()
    said = Counter(
        (color, word)
        for (color, _), word in words.items()
        if len(word) >= _WORD and not word.isascii()
    )
    return (color for (color, _), times in said.items() if times >= _TILES)


def _place(glyph: Glyph) -> Place:
    x, _ = glyph.middle
    return int(x // _SIDE), int(glyph.base // _SIDE)


def _squares(glyphs: Iterable[Glyph]) -> dict[Place, list[Glyph]]:
    squares: dict[Place, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        squares[_place(glyph)].append(glyph)
    return squares


def _around(squares: dict[Place, list[Glyph]], glyph: Glyph) -> Iterator[Glyph]:
    x, y = _place(glyph)
    for across in (x - 1, x, x + 1):
        for down in (y - 1, y, y + 1):
            yield from squares.get((across, down), ())[:_MOST]


class _Layer:
    """The characters of a page that lie on no other one."""

    def __init__(self) -> None:
        self._squares: dict[Place, list[Glyph]] = defaultdict(list)
        self.clash = False

    def takes(self, glyph: Glyph) -> bool:
        """Take a character, unless it stands there already or is blank."""
        if glyph.text.isspace():
            return True
        for other in _around(self._squares, glyph):
            if _upon(glyph, other):
                if glyph.text == other.text:
                    return False
                self.clash = self.clash or (glyph.text.isalnum() and other.text.isalnum())
        square = self._squares[_place(glyph)]
        square.append(glyph)
        self.clash = self.clash or len(square) > _MOST
        return True

    def differs(self, glyph: Glyph) -> bool:
        """Whether a character that nobody sees lies under another one."""
        there = [one for one in _around(self._squares, glyph) if _upon(glyph, one)]
        return bool(there) and glyph.text.isalnum() and all(
            one.text.isalnum() and one.text != glyph.text for one in there
        )


def _upon(one: Glyph, other: Glyph) -> bool:
    """Whether two characters lie upon each other."""
    size = min(one.size, other.size)
    width = min(one.right - one.left, other.right - other.left)
    near = min(_TIGHT * size, _NARROW * width)
    return (
        abs(one.middle[0] - other.middle[0]) <= near
        and abs(one.base - other.base) <= _SAME * size
    )
