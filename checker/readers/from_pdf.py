"""PDF files: printed pages read into paragraphs and tables."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_CROSSINGS
from govcheck.readers.pdf.continuation import continued
from govcheck.readers.pdf.folio import Box, Folio, Glyph
from govcheck.readers.pdf.isolation import read_folios
from govcheck.readers.pdf.lattice import Lattice, Ruling
from govcheck.readers.pdf.lines import PrintedLine, lines_of
from govcheck.readers.pdf.margins import without_margins
from govcheck.readers.pdf.paragraphs import is_row, measures, paragraphs
from govcheck.readers.pdf.shown_pictures import shown_picture, with_shown_pictures
from govcheck.readers.pdf.tables import PrintedTable, printed_table
from govcheck.readers.raw import RawBlock, RawPage

_ROWS: Final = 3
"""So many lines in columns on a page are a table without borders."""
_PICTURE: Final = 0.25
"""A picture is so wide or high a part of its page; a smaller one is a seal or a sign."""
_BACKGROUND: Final = 0.8
"""A picture under the text covers so much of its page."""

Item = PrintedLine | PrintedTable | Image
Run = list[PrintedLine] | PrintedTable | Image


def read_pdf(content: bytes) -> RawPage:
    """Read a PDF file that was printed from a text.

    Raises Unusable for one that cannot be read, a scan among them, and where the extra that
    reads PDF files is not installed.
    """
    folios = read_folios(content)
    gaps = [folio for folio in folios if folio.gap]
    if len(gaps) == len(folios):
        raise Unusable(
            f"PDF 全文{gaps[0].gap}；请提供 Word 原稿、网页或由文字处理软件直接导出的 PDF"
        )
    return with_shown_pictures(_PrintedPages(folios).page(), content)


class _PrintedPages:
    """Puts the pages of a file together."""

    def __init__(self, folios: Sequence[Folio]) -> None:
        self._folios = folios
        self._notes = [f"第{folio.number}页{folio.gap}" for folio in folios if folio.gap]
        self._crossings = 0
        tables = [self._tables(folio) for folio in folios]
        rest = [
            lines_of(_outside(folio, ruled), folio.number)
            for folio, ruled in zip(folios, tables, strict=True)
        ]
        self._lines = without_margins(folios, rest)
        self._items = [
            _items(folio, ruled, lines)
            for folio, ruled, lines in zip(folios, tables, self._lines, strict=True)
        ]

    def page(self) -> RawPage:
        """Return all blocks in reading order."""
        for folio, lines in zip(self._folios, self._lines, strict=True):
            if sum(map(is_row, lines)) >= _ROWS:
                self._notes.append(f"第{folio.number}页有表格没有框线，未能按表格识别")
        return RawPage(
            blocks=tuple(self._blocks()),
            format="pdf",
            notes=tuple(self._notes),
            incomplete=bool(self._notes),
        )

    def _tables(self, folio: Folio) -> list[Lattice]:
        ruling = Ruling(folio.drawing.level, folio.drawing.upright)
        self._crossings += ruling.crossings
        if self._crossings > MOST_CROSSINGS:
            self._notes.append(f"第{folio.number}页的线条过多，表格未能识别")
            return []
        found = ruling.lattices()
        if not all(one.whole for one in found):
            self._notes.append(f"第{folio.number}页有表格框线不完整，未能识别")
        return [one for one in found if one.whole]

    def _blocks(self) -> Iterator[RawBlock]:
        measure = measures(self._lines)
        for run in _runs(self._items):
            if isinstance(run, list):
                yield from paragraphs(run, measure)
            else:
                yield run.grid() if isinstance(run, PrintedTable) else run


def _outside(folio: Folio, ruled: Sequence[Lattice]) -> list[Glyph]:
    """Return a page's characters that stand in no table."""
    boxes = [lattice.box for lattice in ruled]
    return [
        glyph for glyph in folio.glyphs if not any(box.holds(glyph.middle) for box in boxes)
    ]


def _items(folio: Folio, ruled: Sequence[Lattice], lines: Sequence[PrintedLine]) -> list[Item]:
    """Return what stands on a page, from top to bottom."""
    number = folio.number
    if folio.gap:
        return [shown_picture(number, f"第{number}页的扫描图像")]
    placed: list[tuple[float, Item]] = [(line.base, line) for line in lines]
    for lattice in ruled:
        table = printed_table(lattice, folio.glyphs, number)
        placed.append((lattice.box.top, table))
    alt = f"第{number}页的图片"
    placed += [
        (box.top, shown_picture(number, alt, box))
        for box in folio.drawing.pictures
        if _is_shown(box, folio)
    ]
    return [item for _, item in sorted(placed, key=lambda one: one[0])]


def _is_shown(box: Box, folio: Folio) -> bool:
    """Whether a picture may say something: no seal, and no ground under the text."""
    wide, high = box.width / folio.width, box.height / folio.height
    return min(wide, high * 2) >= _PICTURE and wide * high < _BACKGROUND


def _runs(pages: Iterable[Sequence[Item]]) -> list[Run]:
    """Return lines of text, tables and pictures in turn, over the ends of pages."""
    runs: list[Run] = []
    for items in pages:
        for place, item in enumerate(items):
            last = runs[-1] if runs else None
            if isinstance(item, PrintedLine):
                if isinstance(last, list):
                    last.append(item)
                else:
                    runs.append([item])
                continue
            whole = None
            if place == 0 and isinstance(last, PrintedTable) and isinstance(item, PrintedTable):
                whole = continued(last, item)
            if whole:
                runs[-1] = whole
            else:
                runs.append(item)
    return runs
