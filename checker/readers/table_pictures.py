"""Statutory tables that a page shows as pictures: read where that is asked for and can be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from msgspec.structs import replace

from govcheck.document.blocks import Block, Image, Shown
from govcheck.document.picture_losses import is_unread, picture_name
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_PICTURES
from govcheck.readers.pictures import PictureReading, Pictures, TooSmall, Watch, unwatched
from govcheck.readers.raw import RawBlock, RawPage

_ASK: Final = "统计表是图片，表内数据未读取；启用图片识别后可以再检查"
_NOT_AT_HAND: Final = (
    "统计表是图片，而未见图片文件，无法识别；请另存为含图片的完整网页，启用图片识别后再检查"
)
_LACKING: Final = "未安装图片识别组件（govcheck[ocr]），图片中的表格未能识别"


class _Unread(NamedTuple):
    """Why nothing was recognised in a picture (Chinese), and whether its file was looked at."""

    why: str
    seen: bool = True


_Sources = tuple[str, ...]
"""Where a picture's file may be found, by which it is told from others."""
Read = Callable[[bytes], PictureReading]


def with_pictured_tables(
    page: RawPage,
    body: Sequence[Block],
    beside: Pictures,
    *,
    ocr: bool,
    lacking: bool = False,
    watch: Watch = unwatched,
) -> RawPage:
    """Return the page with each picture of a table followed by what could be read of it.

    ``body`` is what is understood of the page so far, ``beside`` are pictures outside the
    file; ``ocr`` says that pictures are to be read, which takes seconds; ``lacking`` that
    statutory tables were found nowhere, so that any picture may show one.  Notes say what
    came of it; ``watch`` is told which picture is at hand.
    """
    images = (block for block in body if isinstance(block, Image) and is_unread(block))
    shown = [block for block in images if block.shown is Shown.PICTURE]
    asked = [
        block
        for block in shown
        if (block.table or (lacking and ocr)) and (ocr or not block.embedded)
    ]
    if not asked:
        return page
    pictures = _PagePictures(page, asked, beside)
    if not pictures.at_hand:
        return _noted(page, _NOT_AT_HAND)
    if not ocr:
        return _noted(page, _ASK)
    try:
        from govcheck.readers.ocr.tables import read_tables  # noqa: PLC0415 - an extra
    except ImportError:
        return _noted(page, _LACKING)
    return pictures.recognised(read_tables, watch)


def _noted(page: RawPage, *notes: str) -> RawPage:
    return replace(page, notes=(*page.notes, *notes))


class _PagePictures:
    """Reads the pictures of one page."""

    def __init__(self, page: RawPage, shown: Sequence[Image], beside: Pictures) -> None:
        self._page, self._beside = page, beside
        self._shown = {one.sources for one in shown}
        self._tables = {one.sources for one in shown if one.table}
        self._left = MOST_PICTURES
        self._notes: dict[str, None] = {}

    @property
    def _images(self) -> Iterator[Image]:
        for block in self._page.blocks:
            if isinstance(block, Image) and block.sources in self._shown:
                yield block

    @cached_property
    def at_hand(self) -> Mapping[_Sources, Sequence[tuple[str, Pictures]]]:
        """Where the files of each picture are that are at hand, the likeliest first."""
        found = {
            image.sources: [(one, at) for one in image.sources if (at := self._place(one))]
            for image in self._images
        }
        return {sources: files for sources, files in found.items() if files}

    def _place(self, address: str) -> Pictures | None:
        """Return what holds a picture; what the file holds itself is not asked for outside."""
        places: tuple[Pictures, ...] = (self._page.pictures, self._beside)
        return next((at for at in places if address in at), None)

    def recognised(self, read: Read, watch: Watch) -> RawPage:
        """Return the page with what was read of its pictures."""
        asked = {one.sources: one for one in self._images}
        found: dict[_Sources, PictureReading] = {}
        for number, image in enumerate(asked.values(), start=1):
            watch(f"正在识别图片 {number}/{len(asked)}")
            reading = self._reading(image, read)
            if isinstance(reading, PictureReading):
                found[image.sources] = reading
            self._notes[self._note(image, reading)] = None
        blocks = tuple(self._blocks(found))
        return _noted(replace(self._page, blocks=blocks), *filter(None, self._notes))

    def _note(self, image: Image, reading: PictureReading | _Unread) -> str:
        if isinstance(reading, PictureReading):
            rest = "" if reading.whole else "，表格以外的文字未识别"
            return f"{picture_name(image)}中的表格已识别，数字须对照原图核验{rest}"
        if image.sources not in self._tables and not reading.seen:
            return ""
        return f"{picture_name(image)}{reading.why}"

    def _reading(self, image: Image, read: Read) -> PictureReading | _Unread:
        """Read a picture from the first of its files that holds a table."""
        if image.sources not in self.at_hand:
            return _Unread("未见文件，未能识别", seen=False)
        if self._left <= 0:
            return _Unread(f"未识别：一份报告至多识别 {MOST_PICTURES} 张图片")
        why = ""
        for address, held in self.at_hand[image.sources]:
            try:
                reading = read(held[address])
            except TooSmall as error:
                why = why or f"{error}"
            except (Unusable, KeyError) as error:
                self._left -= 1
                why = f"{error}" if isinstance(error, Unusable) else "未见文件，未能识别"
            else:
                self._left -= 1
                return reading
        return _Unread(why)

    def _blocks(self, found: Mapping[_Sources, PictureReading]) -> Iterator[RawBlock]:
        for block in self._page.blocks:
            if not isinstance(block, Image) or block.sources not in found:
                yield block
                continue
            reading = found[block.sources]
            yield replace(block, read=reading.whole and block.sources in self._tables)
            for grid in reading.grids:
                zone = "hidden" if block.zone == "hidden" else ""
                yield replace(grid, line=block.line, page=block.page, zone=zone)
