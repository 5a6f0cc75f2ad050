"""What lies under and over the characters of a page."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from ctypes import POINTER, c_uint8, cast
from typing import Final

import pypdfium2.raw as pdfium

from govcheck.readers.pdf.drawing import Area, Piece
from govcheck.readers.pdf.folio import Glyph
from govcheck.readers.pdf.glyphs import Mark

_LEAST: Final = 3
"""So many characters under something are text that it hides."""
_CLEAR: Final = 255
_SAMPLES: Final = 400
_BYTES: Final = 4
"""Of a dot with its opacity."""


def grounds(areas: Sequence[Area]) -> Callable[[Glyph], bool]:
    """Return what tells whether a character stands on a coloured ground or a picture."""
    dark = [area.box for area in areas if area.dark]
    return lambda glyph: any(box.holds(glyph.middle) for box in dark)


def hides_text(
    marks: Sequence[Mark], pieces: Mapping[int, Piece], areas: Sequence[Area]
) -> bool:
    """Tell whether something is drawn over characters, which it hides."""
    orders = {run: piece.order for run, piece in pieces.items()}
    placed = sorted((glyph.middle[1], glyph, orders.get(ink.run, 0)) for glyph, ink in marks)
    heights = [y for y, _, _ in placed]
    first = min((order for _, _, order in placed), default=0)
    count = 0
    for area in areas:
        if not area.opaque or area.order < first:
            continue
        box = area.box
        near = placed[bisect_left(heights, box.top) : bisect_right(heights, box.bottom)]
        count += sum(
            order < area.order and box.left <= glyph.middle[0] <= box.right
            for _, glyph, order in near
        )
    return count >= _LEAST


def without_clear(
    areas: Sequence[Area], document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, least: float
) -> list[Area]:
    """Leave out pictures that can be seen through, and those of a smaller area."""
    return [
        area
        for area in areas
        if area.picture is None
        or (
            area.box.width * area.box.height >= least
            and area.opaque
            and _is_opaque(document, page, area.picture)
        )
    ]


def _is_opaque(
    document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, picture: pdfium.FPDF_PAGEOBJECT
) -> bool:
    """Whether most dots of a picture, by a sample, let nothing through."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, picture)
    if not bitmap:
        return True
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return True
        size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        dots = cast(pdfium.FPDFBitmap_GetBuffer(bitmap), POINTER(c_uint8))
        step = max(size // _BYTES // _SAMPLES, 1) * _BYTES
        sample = [dots[at] for at in range(_BYTES - 1, size, step)]
        return 2 * sample.count(_CLEAR) > len(sample)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
