"""A PDF file's pages, one by one, as pdfium reads them."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from govcheck.errors import Unusable
from govcheck.readers.limits import LARGEST_PAGE, MOST_GLYPHS, MOST_PAGES
from govcheck.readers.pdf.annotations import flatten
from govcheck.readers.pdf.boxes import paddings, without_boxes
from govcheck.readers.pdf.cells_apart import with_shared_borders
from govcheck.readers.pdf.columns import COLUMNS, in_columns
from govcheck.readers.pdf.covering import grounds, hides_text, without_clear
from govcheck.readers.pdf.dashes import without_dashes
from govcheck.readers.pdf.drawing import Area, DrawingReader
from govcheck.readers.pdf.folio import Drawing, Folio, Glyph
from govcheck.readers.pdf.glyphs import quarters, read_marks
from govcheck.readers.pdf.legibility import CROPPED, MIXED, SCANNED, illegible, off_page
from govcheck.readers.pdf.notes import without_notes
from govcheck.readers.pdf.passed_over import with_passed_over
from govcheck.readers.pdf.pictures import may_speak
from govcheck.readers.pdf.placing import View, view
from govcheck.readers.pdf.printing import Printed, printed
from govcheck.readers.pdf.slivers import without_slivers
from govcheck.readers.pdf.text_lines import without_text_lines

_FEWEST: Final = 20
"""A page with fewer characters may be a picture with a number under it."""
_COVERED: Final = 0.4
"""A picture that covers so much of a page may be the page itself."""
_LONGEST_NUMBER: Final = 12
"""So many characters on a page that lies on its side may be its number."""
_DRAWN: Final = 400
"""So many shapes on a page without characters may be characters drawn as shapes."""


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
        raise Unusable(f"PDF 超过 {MOST_PAGES} 页，不予读取；请只提交报告正文")
    if count == 0:
        raise Unusable("PDF 没有一页内容，可能已损坏；请重新导出或重新下载")
    drawings, total = DrawingReader(), 0
    for index in range(count):
        flatten(document, index)
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            total += text.count_chars()
            if total > MOST_GLYPHS:
                raise Unusable(f"PDF 文字超过 {MOST_GLYPHS} 字，不予读取；请只提交报告正文")
            yield _PageReader(document, page, drawings).folio(text, index + 1)


class _PageReader:
    """Reads one page."""

    def __init__(
        self,
        document: pypdfium2.PdfDocument,
        page: pypdfium2.PdfPage,
        drawings: DrawingReader,
    ) -> None:
        self._document, self._page, self._drawings = document, page, drawings

    def folio(self, text: pypdfium2.PdfTextPage, number: int) -> Folio:
        """Return the page as it is seen, or why it cannot be read."""
        seen = self._view()
        if max(seen.width, seen.height) > LARGEST_PAGE:
            raise Unusable(
                f"PDF 第 {number} 页的幅面过大，不予读取；请重新导出 PDF，或提供 Word 原稿"
            )
        marks = read_marks(text.raw, text.count_chars(), seen)
        aside = quarters([ink for _, ink in marks])
        if aside:
            self._page.set_rotation((self._page.get_rotation() - 90 * aside) % 360)
            seen = self._view()
            with closing(self._page.get_textpage()) as level:
                marks = read_marks(level.raw, level.count_chars(), seen)
        drawing = self._drawings.read(self._page.raw, seen)
        areas = self._drawings.areas
        marks = with_passed_over(marks, self._drawings.pieces)
        found = printed(marks, grounds(areas))
        text_alone = [glyph for glyph, _ in found.marks]
        drawing = with_shared_borders(without_dashes(drawing), text_alone)
        drawing, boxes = without_boxes(drawing)
        written, drawing = without_text_lines(text_alone, drawing)
        drawing = without_slivers(written, drawing)
        glyphs = (*without_notes(written), *paddings(boxes, written), *self._drawings.lost)
        mixed = aside and len(found.turned) > _LONGEST_NUMBER
        gap = MIXED if mixed else self._gap(found, glyphs, drawing, seen)
        return Folio(
            number=number,
            width=seen.width,
            height=seen.height,
            glyphs=() if gap else glyphs,
            drawing=Drawing() if gap else drawing,
            gap=gap,
        )

    def _view(self) -> View:
        return view(self._page.get_cropbox(), self._page.get_rotation() // 90)

    def _gap(
        self, found: Printed, glyphs: Sequence[Glyph], drawing: Drawing, seen: View
    ) -> str:
        """Say why a page's characters cannot be read, if they cannot."""
        large = _COVERED * seen.width * seen.height
        pictured = sum(box.width * box.height for box in drawing.pictures) >= large
        if pictured and len(found.hidden) > len(glyphs):
            return SCANNED[1]
        if _is_drawn(found.hidden, self._drawings.areas, seen):
            return "有文字以图形显示，无法读取"
        if len(glyphs) < _FEWEST:
            drawn = pictured or drawing.shapes > _DRAWN
            return SCANNED[0] if drawn else ""
        raw = self._document.raw, self._page.raw
        over = without_clear(self._drawings.areas, *raw, large)
        if hides_text(found.marks, self._drawings.pieces, over):
            return "有文字被图形遮盖，无法读取"
        if off_page(glyphs, seen.width, seen.height) and _is_cropped(self._page):
            return CROPPED
        return illegible(glyphs, seen.width, seen.height) or _disorder(found, glyphs, drawing)


def _is_cropped(page: pypdfium2.PdfPage) -> bool:
    """Whether less of a page is to be seen than there is."""
    seen, whole = page.get_cropbox(), page.get_mediabox()
    inward = (1, 1, -1, -1)
    return any(sign * (a - b) > 1 for sign, a, b in zip(inward, seen, whole, strict=True))


def _disorder(found: Printed, glyphs: Sequence[Glyph], drawing: Drawing) -> str:
    """Say how a page's characters stand that cannot be brought into one order."""
    if found.clash:
        return "有重叠而不一致的文字，无法读取"
    if found.doubled:
        return "的文字错开印了两遍，无法读取"
    if _has_turned(found.turned, drawing):
        return "有横置的文字，无法读取"
    return COLUMNS if in_columns(glyphs, drawing) else ""


def _is_drawn(hidden: Sequence[Glyph], areas: Sequence[Area], seen: View) -> bool:
    """Whether what nobody sees as text is shown in its place by shapes or small pictures."""
    shapes = [
        area.box
        for area in areas
        if area.dark and not (area.picture and may_speak(area.box, seen.width, seen.height))
    ]
    words = (glyph.middle for glyph in hidden if glyph.text.isalnum())
    return any(box.holds(middle) for middle in words for box in shapes)


def _has_turned(turned: Sequence[Glyph], drawing: Drawing) -> bool:
    """Whether characters that stand upright stand within a page's lines, as in a table."""
    if not drawing.level or not drawing.upright:
        return False
    left, right = min(one.start for one in drawing.level), max(one.end for one in drawing.level)
    top, bottom = (
        min(one.start for one in drawing.upright),
        max(one.end for one in drawing.upright),
    )
    return any(left <= glyph.left <= right and top <= glyph.base <= bottom for glyph in turned)
