"""The characters of a page, each with its place, by pdfium's text page."""

from ctypes import c_double
from typing import Final

import pypdfium2.raw as pdfium

from govcheck.readers.pdf.folio import UNKNOWN, Box, Glyph
from govcheck.readers.pdf.placing import View, moved

_SKIPPED: Final = frozenset(range(32)) | {0x7F, 0xAD, 0xFEFF, 0xFFFE}
"""Controls and marks of hyphenation."""
_UNREAD: Final = frozenset(range(0xD800, 0xF900)) | {0xFFFD}
"""Halves of characters, private ones, and the sign for what could not be decoded."""
_LARGE: Final = 60.0
"""A box so wide is a headline's or that of a vertical font, which is wrong."""
_INVISIBLE: Final = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_SAMPLES: Final = 40


def read_glyphs(page: pdfium.FPDF_TEXTPAGE, count: int, seen: View) -> tuple[Glyph, ...]:
    """Return the characters of a text page that are printed there, in the file's order."""
    found: list[Glyph] = []
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if code in _SKIPPED or pdfium.FPDFText_IsGenerated(page, index) == 1:
            continue
        text = UNKNOWN if code in _UNREAD else chr(code)
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        if box.right - box.left > _LARGE:
            found.append(_outlined(text, page, index, seen))
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        area = _seen((box.left, box.bottom), (box.right, box.top), seen)
        base = moved((x.value, y.value), seen.matrix)[1]
        found.append(Glyph(text, area.left, area.right, base, max(area.height, 1.0)))
    return tuple(found)


def invisible_share(page: pdfium.FPDF_TEXTPAGE, count: int) -> float:
    """Return what share of a text page's characters is not printed, by a sample."""
    step = max(count // _SAMPLES, 1)
    objects = [pdfium.FPDFText_GetTextObject(page, index) for index in range(0, count, step)]
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(one) for one in objects if one]
    return modes.count(_INVISIBLE) / len(modes) if modes else 0.0


def _outlined(text: str, page: pdfium.FPDF_TEXTPAGE, index: int, seen: View) -> Glyph:
    """Return a character by its outline alone."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    area = _seen((left.value, bottom.value), (right.value, top.value), seen)
    size = max(area.height, area.right - area.left, 1.0)
    return Glyph(text, area.left, area.right, area.bottom, size)


def _seen(one: tuple[float, float], other: tuple[float, float], seen: View) -> Box:
    return Box.between(moved(one, seen.matrix), moved(other, seen.matrix))
