"""A PDF file's pages, one by one, as pdfium reads them."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from govcheck.errors import Unusable
from govcheck.readers.limits import LARGEST_PAGE, MOST_GLYPHS, MOST_PAGES
from govcheck.readers.pdf.drawing import DrawingReader
from govcheck.readers.pdf.folio import UNKNOWN, Drawing, Folio, Glyph
from govcheck.readers.pdf.glyphs import invisible_share, read_glyphs
from govcheck.readers.pdf.placing import View, view

_FEWEST: Final = 20
"""A page with fewer characters may be a picture with a number under it."""
_COVERED: Final = 0.4
"""A picture that covers so much of a page may be the page itself."""
_DRAWN: Final = 400
"""So many shapes on a page without characters may be characters drawn as shapes."""
_UNREADABLE: Final = 0.2
"""A page is not read when the fonts of so many of its characters do not name them."""


def read_folios(content: bytes) -> Iterator[Folio]:
    """Yield the pages of a PDF file.

    Raises Unusable for one that is damaged, encrypted or larger than the limits allow.
    """
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            yield from _folios(document)
    except pypdfium2.PdfiumError as error:
        raise Unusable(_refusal(error)) from error


def _refusal(error: pypdfium2.PdfiumError) -> str:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return "PDF 设有打开密码，请取消密码后再检查"
    if error.err_code == pdfium.FPDF_ERR_SECURITY:
        return "PDF 的加密方式不受支持，请取消加密后再检查"
    return "PDF 已损坏，无法读取；请重新导出或重新下载"


def _folios(document: pypdfium2.PdfDocument) -> Iterator[Folio]:
    count = len(document)
    if count > MOST_PAGES:
        raise Unusable(f"PDF 超过 {MOST_PAGES} 页，不予读取")
    if count == 0:
        raise Unusable("PDF 没有一页内容，可能已损坏；请重新导出或重新下载")
    drawings, total = DrawingReader(), 0
    for index in range(count):
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            total += text.count_chars()
            if total > MOST_GLYPHS:
                raise Unusable(f"PDF 文字超过 {MOST_GLYPHS} 字，不予读取")
            yield _folio(page, text, drawings, index + 1)


def _folio(
    page: pypdfium2.PdfPage,
    text: pypdfium2.PdfTextPage,
    drawings: DrawingReader,
    number: int,
) -> Folio:
    seen = view(page.get_cropbox(), page.get_rotation() // 90)
    if max(seen.width, seen.height) > LARGEST_PAGE:
        raise Unusable(f"PDF 第 {number} 页的幅面过大，不予读取")
    drawing = drawings.read(page.raw, seen)
    glyphs = (*read_glyphs(text.raw, text.count_chars(), seen), *drawings.lost)
    gap = _gap(text, glyphs, drawing, seen)
    return Folio(
        number=number,
        width=seen.width,
        height=seen.height,
        glyphs=() if gap else glyphs,
        drawing=Drawing() if gap else drawing,
        gap=gap,
    )


def _gap(
    text: pypdfium2.PdfTextPage, glyphs: Sequence[Glyph], drawing: Drawing, seen: View
) -> str:
    """Say why a page's characters cannot be read, if they cannot."""
    covered = sum(box.width * box.height for box in drawing.pictures)
    pictured = covered >= _COVERED * seen.width * seen.height
    if len(glyphs) < _FEWEST:
        drawn = pictured or drawing.shapes > _DRAWN
        return "是扫描图像，没有文字层" if drawn else ""
    if pictured and invisible_share(text.raw, text.count_chars()) > 1 / 2:
        return "是扫描图像，其文字层由机器识别，未予采用"
    if sum(glyph.text == UNKNOWN for glyph in glyphs) > _UNREADABLE * len(glyphs):
        return "的字体没有文字编码，无法读取"
    return ""
