"""Texts that are laid on a page and are none of its own: filled in, or typed over it."""

from contextlib import closing
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

_TEXTS: Final = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
_MOST: Final = 5000
"""So many annotations of a page are looked at (a form has 300)."""


def flatten(document: pypdfium2.PdfDocument, index: int) -> None:
    """Make fields that are filled in, and typed texts, a part of a page, as it is printed."""
    with closing(document[index]) as page:
        if _holds_texts(page):
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)


def _holds_texts(page: pypdfium2.PdfPage) -> bool:
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)
    return any(_kind(page, index) in _TEXTS for index in range(count))


def _kind(page: pypdfium2.PdfPage, index: int) -> int | None:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return None
    try:
        kind: int = pdfium.FPDFAnnot_GetSubtype(annotation)
        return kind
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
