"""The characters of a page, each with its place and its ink, by pdfium's text page."""

from collections import Counter
from collections.abc import Sequence
from ctypes import c_double, c_uint, c_void_p, cast
from math import atan2, degrees, hypot
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from govcheck.readers.pdf.folio import UNKNOWN, Box, Glyph
from govcheck.readers.pdf.placing import View, moved

_SKIPPED: Final = frozenset(range(32)) | {0x7F, 0xAD, 0xFEFF, 0xFFFE}
"""Controls and marks of hyphenation."""
_UNREAD: Final = frozenset(range(0x80, 0xA0)) | frozenset(range(0xD800, 0xF900)) | {0xFFFD}
"""Controls, halves of characters, private ones, and the sign for what could not be decoded."""
_SYMBOLS: Final = range(0xF020, 0xF100)
"""Where Word keeps the signs of its symbol fonts, which begin items of lists."""
_BULLET: Final = "▪"
_LARGE: Final = 60.0
"""A box so wide is a headline's or that of a vertical font, which is wrong."""
_UNSEEN: Final = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_BLACK: Final = (0, 0, 0, 255)
_QUARTER: Final = 90.0
_ROUND: Final = 4
_ENOUGH: Final = 20
_NEARLY: Final = 0.8
"""So many of a page's characters tell how it is to be held; the others are its number."""


Color = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""


class Ink(NamedTuple):
    """How a run of characters is printed."""

    run: int
    """Which of the page's pieces of text it is."""
    turn: float
    """Degrees by which it is turned on the page as it is seen, from -180 to 180."""
    size: float
    """Of its font, as it is seen."""
    color: Color
    unseen: bool
    """It is laid invisibly under a picture."""


Mark = tuple[Glyph, Ink]


def quarters(inks: Sequence[Ink]) -> int:
    """Return by how many quarters, clockwise, nearly all of a page's text is turned.

    0 for a page that is read as it lies.
    """
    turns = Counter(round(ink.turn / _QUARTER) % _ROUND for ink in inks if not ink.unseen)
    most = max(turns, key=lambda turn: turns[turn], default=0)
    return most if turns[most] >= max(_ENOUGH, _NEARLY * turns.total()) else 0


def read_marks(page: pdfium.FPDF_TEXTPAGE, count: int, seen: View) -> list[Mark]:
    """Return the characters of a text page in the file's order.

    Of some fonts only the outlines are known: a flat character's line is yet as high as others.
    """
    found: list[Mark] = []
    inks: dict[int, Ink] = {}
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if code in _SKIPPED or pdfium.FPDFText_IsGenerated(page, index) == 1:
            continue
        item = pdfium.FPDFText_GetTextObject(page, index)
        run = (cast(item, c_void_p).value or 0) if item else 0
        if run not in inks:
            inks[run] = _ink(page, index, item, run, seen)
        glyph = _glyph(_text(code), page, index, seen)
        if glyph.size < inks[run].size:
            glyph = glyph._replace(size=inks[run].size)
        found.append((glyph, inks[run]))
    return found


def _text(code: int) -> str:
    if code in _SYMBOLS:
        return _BULLET
    return UNKNOWN if code in _UNREAD else chr(code)


def _glyph(text: str, page: pdfium.FPDF_TEXTPAGE, index: int, seen: View) -> Glyph:
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    pdfium.FPDFText_GetLooseCharBox(page, index, box)
    if box.right - box.left > _LARGE:
        return _outlined(text, page, index, seen)
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    area = _seen((box.left, box.bottom), (box.right, box.top), seen)
    base = moved((x.value, y.value), seen.matrix)[1]
    return Glyph(text, area.left, area.right, base, max(area.height, 1.0))


def _ink(
    page: pdfium.FPDF_TEXTPAGE, index: int, item: pdfium.FPDF_PAGEOBJECT, run: int, seen: View
) -> Ink:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else 0
    color = fill_color(item)
    unseen = mode in _UNSEEN or not color[-1]
    return Ink(run, *_turn_and_size(page, index, seen), color, unseen)


def fill_color(item: pdfium.FPDF_PAGEOBJECT) -> Color:
    """Return in which colour a piece of text is printed."""
    parts = tuple(c_uint() for _ in _BLACK)
    known = item and pdfium.FPDFPageObj_GetFillColor(item, *parts)
    red, green, blue, opacity = (part.value for part in parts) if known else _BLACK
    return red, green, blue, opacity


def _turn_and_size(page: pdfium.FPDF_TEXTPAGE, index: int, seen: View) -> tuple[float, float]:
    """Return by how much a character's line is turned clockwise, and its font's size."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(page, index, matrix):
        return 0.0, 0.0
    a, b, c, d, _, _ = seen.matrix
    x, y = matrix.a * a + matrix.b * c, matrix.a * b + matrix.b * d
    size = pdfium.FPDFText_GetFontSize(page, index) * hypot(matrix.c, matrix.d)
    return degrees(atan2(y, x)), size


def _outlined(text: str, page: pdfium.FPDF_TEXTPAGE, index: int, seen: View) -> Glyph:
    """Return a character by its outline alone."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    area = _seen((left.value, bottom.value), (right.value, top.value), seen)
    size = max(area.height, area.right - area.left, 1.0)
    return Glyph(text, area.left, area.right, area.bottom, size)


def _seen(one: tuple[float, float], other: tuple[float, float], seen: View) -> Box:
    return Box.between(moved(one, seen.matrix), moved(other, seen.matrix))
