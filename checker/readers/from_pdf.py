"""PDF files: printed pages read into paragraphs and tables."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_CROSSINGS
from govcheck.readers.pdf.bare_columns import has_bare_columns
from govcheck.readers.pdf.columns import COLUMNS, beside, may_end_columns
from govcheck.readers.pdf.folio import Folio, unread
from govcheck.readers.pdf.furniture import without_furniture
from govcheck.readers.pdf.isolation import read_folios
from govcheck.readers.pdf.items import items_of, outside
from govcheck.readers.pdf.lattice import Lattice, RuledLines, without_frames
from govcheck.readers.pdf.legibility import SCANNED
from govcheck.readers.pdf.lines import PrintedLine, lines_of
from govcheck.readers.pdf.margins import without_margins
from govcheck.readers.pdf.overflow import with_overflow
from govcheck.readers.pdf.paragraphs import is_row, measures, own_measures, paragraphs
from govcheck.readers.pdf.runs import runs_of
from govcheck.readers.pdf.shown_pictures import with_shown_pictures
from govcheck.readers.pdf.slots import runs_out
from govcheck.readers.pdf.tables import PrintedTable
from govcheck.readers.pdf.text_cells import TextCell, flowing
from govcheck.readers.pdf.unruled import rows_in, without_rows
from govcheck.readers.raw import RawBlock, RawPage

_REMEDY: Final = "请提供 Word 原稿、网页或由文字处理软件直接导出的 PDF"
_ASK: Final = "；启用图片识别后可以再检查，所识别的都须对照原件"
"""What is said of a file that is nothing but such pages."""
_CROWDED: Final = "的线条过多，无法读取"

_Page = tuple[Folio, list[Lattice], list[PrintedLine]]


def read_pdf(content: bytes) -> RawPage:
    """Read a PDF file that was printed from a text.

    Raises Unusable for one that cannot be read, a scan among them, and where the extra that
    reads PDF files is not installed.
    """
    return with_shown_pictures(page_of(read_folios(content)), content)


def page_of(folios: Sequence[Folio]) -> RawPage:
    """Put the printed pages of a file together.

    Raises Unusable for one of which no page can be read.
    """
    printed = _PrintedPages(folios)
    if printed.unread:
        raise Unusable(f"PDF {printed.unread}；{_REMEDY}")
    return printed.page()


class _PrintedPages:
    """Puts the pages of a file together."""

    def __init__(self, folios: Sequence[Folio]) -> None:
        pages = _without_rest([_without_columns(*page) for page in _ruled(folios)])
        tables = [ruled for _, ruled, _ in pages]
        self._folios = without_furniture(
            [folio for folio, _, _ in pages], [lines for _, _, lines in pages]
        )
        rest = [
            lines_of(outside(folio, ruled), folio.number)
            for folio, ruled in zip(self._folios, tables, strict=True)
        ]
        own = [
            with_overflow(ruled, lines)
            for ruled, lines in zip(tables, without_margins(self._folios, rest), strict=True)
        ]
        self._tables = [ruled for ruled, _ in own]
        self._lines = [lines for _, lines in own]
        self._rows = rows_in(self._lines)

    @property
    def unread(self) -> str:
        """Say why no page can be read; nothing where one is."""
        gaps = {folio.gap: folio.number for folio in reversed(self._folios)}
        if not all(gaps):
            return ""
        if len(gaps) > 1:
            said = sorted((number, gap) for gap, number in gaps.items())
            return "各页均未能读取：" + "，".join(f"第{page}页{gap}" for page, gap in said)
        gap = next(iter(gaps))
        return f"全文{gap}{_ASK if gap in SCANNED else ''}"

    def page(self) -> RawPage:
        """Return all blocks in reading order."""
        notes, blocks = tuple(self._notes()), tuple(self._blocks())
        return RawPage(
            blocks=blocks, format="pdf", saved=True, notes=notes, incomplete=bool(notes)
        )

    def _notes(self) -> Iterator[str]:
        """Say page by page what cannot be read."""
        for folio, ruled, lines in zip(self._folios, self._tables, self._lines, strict=True):
            if folio.gap:
                yield f"第{folio.number}页{folio.gap}"
            if not all(one.whole for one in ruled):
                yield f"第{folio.number}页有表格框线不完整，未能识别"
            if self._rows and any(map(is_row, lines)):
                yield f"第{folio.number}页有表格没有框线，未能按表格识别"

    def _blocks(self) -> Iterator[RawBlock]:
        measure = measures(self._lines)
        items = [
            items_of(folio, ruled, without_rows(lines) if self._rows else lines)
            for folio, ruled, lines in zip(self._folios, self._tables, self._lines, strict=True)
        ]
        for run in flowing(runs_of(items)):
            if isinstance(run, list):
                yield from paragraphs(run, measure)
            elif isinstance(run, TextCell):
                yield from paragraphs(run.lines, own_measures(run.lines))
            elif isinstance(run, PrintedTable):
                yield run.grid()
            elif isinstance(run, Image):
                yield run


def _ruled(folios: Iterable[Folio]) -> Iterator[tuple[Folio, list[Lattice]]]:
    """Yield pages with the tables that their lines make, while there are not too many."""
    crossings = 0
    for folio in folios:
        ruling = RuledLines(folio.drawing)
        crossings += ruling.crossings
        if crossings > MOST_CROSSINGS:
            yield unread(folio, _CROWDED), []
        else:
            yield folio, [_sound(one, folio) for one in without_frames(ruling.lattices())]


def _sound(lattice: Lattice, folio: Folio) -> Lattice:
    """Return a table; one whose lines do not tell its cells is not whole."""
    unsure = runs_out(lattice, folio) or has_bare_columns(lattice, folio)
    return replace(lattice, whole=lattice.whole and not unsure)


def _without_rest(pages: Sequence[_Page]) -> list[_Page]:
    """Return pages; what ends a text in columns has too few lines to show that it has any."""
    result: list[_Page] = []
    for folio, ruled, lines in pages:
        runs_on = bool(result) and result[-1][0].gap == COLUMNS
        if runs_on and not folio.gap and not ruled and may_end_columns(lines):
            result.append((unread(folio, COLUMNS), [], []))
        else:
            result.append((folio, ruled, lines))
    return result


def _without_columns(folio: Folio, ruled: list[Lattice]) -> _Page:
    """Return a page, its tables and its other lines, or a page that is not read."""
    lines = lines_of(outside(folio, ruled), folio.number)
    if beside([one.box for one in ruled], lines):
        return unread(folio, COLUMNS), [], []
    return folio, ruled, lines
