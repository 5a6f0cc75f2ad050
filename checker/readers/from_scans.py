"""PDF files with scanned pages, of which the words and tables are recognised where asked."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.errors import Unusable
from govcheck.readers.from_pdf import page_of
from govcheck.readers.limits import MOST_PICTURES
from govcheck.readers.pdf.folio import Folio
from govcheck.readers.pdf.isolation import read_folios
from govcheck.readers.pdf.legibility import SCANNED
from govcheck.readers.pdf.shown_pictures import painted, with_shown_pictures
from govcheck.readers.pictures import Watch
from govcheck.readers.raw import RawBlock, RawGrid, RawPage

_LACKING: Final = "；未安装图片识别组件（govcheck[ocr]），未能识别"
_READ: Final = "第{}页是扫描图像，文字和表格由机器识别，须对照原件核验"
_TOO_MANY: Final = f"是扫描图像，未识别：一份报告至多识别 {MOST_PICTURES} 页"


def read_scanned_pdf(content: bytes, watch: Watch) -> RawPage:
    """Read a PDF file, the scanned pages of it by recognition, which takes seconds for each.

    ``watch`` is told which page is at hand.  Raises Unusable as ``read_pdf`` does.
    """
    folios = read_folios(content)
    scanned = [folio for folio in folios if folio.gap.startswith(SCANNED)]
    recognised = dict(_recognised(scanned, content, watch))
    page = page_of([recognised.get(folio.number, folio) for folio in folios])
    read = sorted(number for number, folio in recognised.items() if not folio.gap)
    if read:
        page = replace(
            page,
            blocks=tuple(_marked(page.blocks, read, folios[-1].number)),
            notes=(*map(_READ.format, read), *page.notes),
            incomplete=True,
            scanned=frozenset(read),
        )
    return with_shown_pictures(page, content)


def _recognised(
    scanned: Sequence[Folio], content: bytes, watch: Watch
) -> Iterator[tuple[int, Folio]]:
    """Yield by its number what is recognised of each scanned page, or why nothing is."""
    try:
        from govcheck.readers.ocr.sheets import read_sheet  # noqa: PLC0415 - an extra
    except ImportError:
        yield from ((one.number, replace(one, gap=one.gap + _LACKING)) for one in scanned)
        return
    for at, folio in enumerate(scanned, start=1):
        if at > MOST_PICTURES:
            yield folio.number, replace(folio, gap=_TOO_MANY)
            continue
        watch(f"正在识别扫描页 {at}/{len(scanned)}")
        try:
            yield folio.number, read_sheet(painted(content, folio.number), folio)
        except Unusable as error:
            yield folio.number, replace(folio, gap=f"{folio.gap}，{error}")


def _marked(blocks: Sequence[RawBlock], read: Collection[int], last: int) -> Iterator[RawBlock]:
    """Mark the tables that stand, or may go on, on a page that was recognised."""
    pages = [block.page or last for block in blocks]
    for block, page, below in zip(blocks, pages, (*pages[1:], last), strict=True):
        on_scan = any(page <= number <= below for number in read)
        if isinstance(block, RawGrid) and on_scan:
            yield replace(block, recognised=True)
        else:
            yield block
