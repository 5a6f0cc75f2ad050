"""Statutory tables that a page shows as pictures: read where that is asked for and can be."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from govcheck.document.blocks import Block, Image
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_PICTURES
from govcheck.readers.pictures import Pictures
from govcheck.readers.raw import RawBlock, RawGrid, RawPage

_ASK = "统计表是图片，表内数据未读取；启用图片识别后可以再检查"
_NOT_AT_HAND = (
    "统计表是图片，而未见图片文件，无法识别；请另存为含图片的完整网页，启用图片识别后再检查"
)
_LACKING = "未安装图片识别组件（govcheck[ocr]），图片中的表格未能识别"
_LONGEST_NAME = 40


def with_pictured_tables(
    page: RawPage, body: Sequence[Block], beside: Pictures, *, ocr: bool
) -> RawPage:
    """Return the page with each picture of a table followed by what could be read of it.

    ``body`` is what is understood of the page so far, ``beside`` are pictures outside the
    file; ``ocr`` says that pictures are to be read, which takes seconds.  Notes say what came
    of it.
    """
    shown = {block.source for block in body if isinstance(block, Image) and block.table}
    if not shown:
        return page
    at_hand = {source: place for source in shown if (place := _place(source, page, beside))}
    if not at_hand:
        return _noted(page, _NOT_AT_HAND)
    if not ocr:
        return _noted(page, _ASK)
    try:
        from govcheck.readers.ocr.tables import read_tables  # noqa: PLC0415 - an extra
    except ImportError:
        return _noted(page, _LACKING)
    return _PagePictures(page, shown, at_hand, read_tables).page()


def _place(source: str, page: RawPage, beside: Pictures) -> Pictures | None:
    return next((one for one in (page.pictures, beside) if source in one), None)


def _noted(page: RawPage, *notes: str) -> RawPage:
    return replace(page, notes=(*page.notes, *notes))


class _PagePictures:
    """Reads the pictures of one page."""

    def __init__(
        self,
        page: RawPage,
        shown: Collection[str],
        at_hand: Mapping[str, Pictures],
        read: Callable[[bytes], list[RawGrid]],
    ) -> None:
        self._page, self._shown, self._at_hand, self._read = page, shown, at_hand, read
        self._notes: list[str] = []

    def page(self) -> RawPage:
        blocks = tuple(self._blocks())
        return _noted(replace(self._page, blocks=blocks), *dict.fromkeys(self._notes))

    def _blocks(self) -> Iterator[RawBlock]:
        left = MOST_PICTURES
        for block in self._page.blocks:
            yield block
            if isinstance(block, Image) and block.source in self._shown:
                left -= 1
                if left >= 0:
                    yield from self._grids(block)
                else:
                    self._notes.append(f"表格图片超过 {MOST_PICTURES} 张，其余未识别")

    def _grids(self, image: Image) -> Iterator[RawGrid]:
        name = f"图片“{image.source[-_LONGEST_NAME:]}”"
        if image.source not in self._at_hand:
            self._notes.append(f"{name}未见文件，未能识别")
            return
        try:
            grids = self._read(self._at_hand[image.source][image.source])
        except Unusable as error:
            self._notes.append(f"{name}{error}")
            return
        self._notes.append(f"{name}中的表格由图片识别，数字须对照原图核验")
        for grid in grids:
            yield replace(grid, line=image.line, page=image.page)
