"""What is drawn on a page: the strokes that rule its tables, and its pictures."""

from collections.abc import Callable, Iterator
from ctypes import c_float, c_int, c_uint, c_void_p, cast
from itertools import pairwise
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_SHAPES
from govcheck.readers.pdf.folio import UNKNOWN, Box, Drawing, Glyph, Stroke
from govcheck.readers.pdf.placing import Matrix, View, chained, moved

_DEEPEST: Final = 12
"""Forms inside forms; programs that print make two of them."""
_THIN: Final = 3.0
"""A filled shape no thicker is a line."""
_SLANT: Final = 1.0
"""By how much a level line may rise."""
_SHORT: Final = 0.5
_EDGE: Final = 3.0
"""Points by which a border may lie beyond its page; what begins so near its end is beyond."""
_LOST: Final = 5.0
"""How large a character counts as of which nothing is known."""
_PALE: Final = 250
"""Red, green and blue from here on are the paper's own white."""

Point = tuple[float, float]


class Area(NamedTuple):
    """A filled shape or a picture, and how many objects of its page are drawn before it."""

    box: Box
    order: int
    dark: bool
    """It can be seen on white paper."""
    opaque: bool
    """Nothing below it can be seen through it, as far as is known of a picture."""
    picture: pdfium.FPDF_PAGEOBJECT | None = None


class Piece(NamedTuple):
    """A piece of text as it is drawn."""

    order: int
    """How many objects are drawn before it."""
    at: Point
    """Where its first character stands."""
    extent: Point
    """How wide and how high it is."""


class DrawingReader:
    """Reads what is drawn on a file's pages, and counts all that it looks at.

    What it knows of the page read last is open to those who look at the page's characters.
    """

    def __init__(self) -> None:
        self.lost: list[Glyph] = []
        """Characters that the page's text lacks, where they stand."""
        self.areas: list[Area] = []
        self.pieces: dict[int, Piece] = {}
        """The page's pieces of text."""
        self._seen = 0
        self._level: list[Stroke] = []
        self._upright: list[Stroke] = []
        self._pictures: list[Box] = []
        self._shapes = 0

    def read(self, page: pdfium.FPDF_PAGE, view: View) -> Drawing:
        """Return what is drawn on a page; lines beyond its edges are of the next one."""
        self.lost, self.areas, self.pieces = [], [], {}
        self._level, self._upright, self._pictures, self._shapes = [], [], [], 0
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            self._add(pdfium.FPDFPage_GetObject(page, index), view.matrix, 0)
        return Drawing(
            level=tuple(one for one in self._level if -_EDGE <= one.at <= view.height + _EDGE),
            upright=tuple(
                one
                for one in self._upright
                if one.end > _EDGE and one.start < view.height - _EDGE
            ),
            pictures=tuple(self._pictures),
            shapes=self._shapes,
        )

    def _count(self, more: int) -> None:
        """Raise Unusable for more than the pages of a report hold."""
        self._seen += more
        if self._seen > MOST_SHAPES:
            raise Unusable(
                f"PDF 的图形对象超过 {MOST_SHAPES} 个，不予读取；请提供 Word 原稿或网页"
            )

    def _add(self, item: pdfium.FPDF_PAGEOBJECT, by: Matrix, depth: int) -> None:
        """Take in one object, which ``by`` places on the page."""
        self._count(1)
        kind = pdfium.FPDFPageObj_GetType(item)
        placed = chained(_matrix(item), by)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._add_text(item, placed)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._add_path(item, placed)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = (moved(corner, placed) for corner in ((0, 0), (1, 1)))
            box = Box.between(*corners)
            self._pictures.append(box)
            opaque = not pdfium.FPDFPageObj_HasTransparency(item)
            self.areas.append(Area(box, self._seen, True, opaque, item))  # noqa: FBT003
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                self._add(pdfium.FPDFFormObj_GetObject(item, index), placed, depth + 1)

    def _add_text(self, item: pdfium.FPDF_PAGEOBJECT, placed: Matrix) -> None:
        """Take in a piece of text, and take note of one of a font that is not in the file.

        pdfium passes over one that stands alone and that no font at hand can draw; a space
        cannot be told from it.
        """
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        x, y = moved((0, 0), placed)
        extent = right.value - left.value, top.value - bottom.value
        self.pieces[cast(item, c_void_p).value or 0] = Piece(self._seen, (x, y), extent)
        font = pdfium.FPDFTextObj_GetFont(item)
        if not extent[0] and not pdfium.FPDFFont_GetIsEmbedded(font):
            self.lost.append(Glyph(UNKNOWN, x, x + _LOST, y, _LOST))

    def _add_path(self, item: pdfium.FPDF_PAGEOBJECT, placed: Matrix) -> None:
        self._shapes += 1
        fill, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        lines = stroke.value and _is_ink(item, pdfium.FPDFPageObj_GetStrokeColor)
        dark = _is_ink(item, pdfium.FPDFPageObj_GetFillColor)
        for path in self._paths(item, placed):
            if lines:
                for one, other in pairwise(path):
                    self._add_stroke(Box.between(one, other), _SLANT)
            if not fill.value:
                continue
            across, down = zip(*path, strict=True)
            box = Box(min(across), min(down), max(across), max(down))
            if dark and not lines:
                self._add_stroke(box, _THIN)
            if min(box.width, box.height) > _THIN:
                opaque = not pdfium.FPDFPageObj_HasTransparency(item)
                self.areas.append(Area(box, self._seen, dark, opaque))

    def _add_stroke(self, area: Box, thickest: float) -> None:
        """Add a line by its area; what is no line, or is a dot, is left out."""
        if area.height <= thickest and area.width > max(area.height, _SHORT):
            self._level.append(Stroke((area.top + area.bottom) / 2, area.left, area.right))
        elif area.width <= thickest and area.height > _SHORT:
            self._upright.append(Stroke((area.left + area.right) / 2, area.top, area.bottom))

    def _paths(self, item: pdfium.FPDF_PAGEOBJECT, placed: Matrix) -> Iterator[list[Point]]:
        """Yield the corners of each piece of a path; curves part pieces."""
        path: list[Point] = []
        x, y = c_float(), c_float()
        corners = pdfium.FPDFPath_CountSegments(item)
        self._count(corners)
        for index in range(corners):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = moved((x.value, y.value), placed)
            if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
                if len(path) > 1:
                    yield path
                path = []
            path.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                path.append(path[0])
        if len(path) > 1:
            yield path


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _is_ink(item: pdfium.FPDF_PAGEOBJECT, color: Callable[..., int]) -> bool:
    """Whether a shape can be seen on white paper."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not color(item, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _PALE
