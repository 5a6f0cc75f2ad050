"""What a page shows in frames: other files, read where they are at hand beside the page."""

from collections.abc import Container, Mapping
from posixpath import dirname, join, splitext
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.companions import local_paths, with_pictures
from govcheck.readers.formats import read_page
from govcheck.readers.limits import MOST_TAGS
from govcheck.readers.pictures import PackedPictures, Pictures
from govcheck.readers.raw import RawBlock, RawFrame, RawGrid, RawPage, RawParagraph

_MOST: Final = 5
"""Frames that are read, those within frames included (a saved page has one or two)."""
_LONGEST: Final = 80


def with_frames(
    page: RawPage, beside: Pictures, wanted: Container[str] | None = None
) -> RawPage:
    """Return a page with what its frames show in their places; the same if nothing is at hand.

    ``beside`` are files beside the page; ``wanted`` are the addresses of frames that are asked
    for, if not all are.  An address that leads elsewhere is not followed, and what could not
    be read stays among the page's frames.
    """
    return _Reading(beside).whole(page, "", wanted)


class _Reading:
    """Reads the frames of one page, and of those in them."""

    def __init__(self, beside: Pictures) -> None:
        self._beside = beside
        self._left = _MOST
        self._tags = 0

    def whole(
        self, page: RawPage, folder: str, wanted: Container[str] | None = None
    ) -> RawPage:
        """Put what the frames show into a page that lies in a folder beside the first."""
        whole = page
        for frame in reversed(page.frames):
            if wanted is None or frame.address in wanted:
                inner = self._page(page, frame, folder)
                whole = whole if inner is None else _inserted(whole, inner, frame)
        return whole

    def _page(self, page: RawPage, frame: RawFrame, folder: str) -> RawPage | None:
        path, content = self._found(page, frame, folder)
        if content is None:
            return None
        self._left -= 1
        self._tags += content.count(b"<")
        if self._left < 0 or self._tags > MOST_TAGS:
            return None
        try:
            inner = read_page(content, splitext(path)[1].lower())
        except Unusable:
            return None
        number = _MOST - self._left
        return _moved(self.whole(inner, dirname(path)), dirname(path), number)

    def _found(self, page: RawPage, frame: RawFrame, folder: str) -> tuple[str, bytes | None]:
        """Return the path of what a frame shows, and its content where it is at hand."""
        paths = local_paths(join(folder, frame.address.replace("\\", "/")))
        path = next(iter(paths), "")
        if frame.address in page.framed:
            return path, page.framed[frame.address]
        held = next((one for one in paths if one in self._beside), None)
        return (held, self._beside[held]) if held else (path, None)


def _moved(page: RawPage, folder: str, number: int) -> RawPage:
    """Return a page of a folder as one that lies above it; its lines are not the first's.

    The pictures that it holds itself get names of their own by the frame's ``number``.
    """
    names = {name: f"框架{number}{name}" for name in page.pictures}
    held = {name: old for old, name in names.items()}
    pictures = PackedPictures(held.keys(), lambda name: page.pictures[held[name]])
    blocks = tuple(_apart(block, folder, names) for block in page.blocks)
    links = tuple(replace(link, line=None) for link in page.links)
    return replace(page, blocks=blocks, links=links, pictures=pictures)


def _apart(block: RawBlock, folder: str, names: Mapping[str, str]) -> RawBlock:
    if isinstance(block, RawGrid):
        cells = tuple(replace(cell, line=None, anchor=None) for cell in block.cells)
        return replace(block, line=None, cells=cells)
    if isinstance(block, Image):
        addresses = tuple(_from_above(one, folder, names) for one in block.addresses)
        source = _from_above(block.source, folder, names)
        return replace(block, line=None, anchor=None, source=source, addresses=addresses)
    return replace(block, line=None, anchor=None)


def _from_above(address: str, folder: str, names: Mapping[str, str]) -> str:
    """Return an address on a page of a folder as it is written on one that lies above it."""
    if address in names:
        return names[address]
    local = local_paths(address) or address.startswith(("../", "..\\"))
    return join(folder, address) if folder and local else address


def _inserted(page: RawPage, inner: RawPage, frame: RawFrame) -> RawPage:
    """Return a page with another in the place of a frame."""
    above = 1 + max(map(_container, page.blocks), default=0)
    shown = tuple(
        block if isinstance(block, Image) else replace(block, container=block.container + above)
        for block in inner.blocks
    )
    name = frame.address[-_LONGEST:] or "（内嵌）"
    return replace(
        with_pictures(page, inner.pictures.keys(), lambda source: inner.pictures[source]),
        blocks=(*page.blocks[: frame.block], *shown, *page.blocks[frame.block + 1 :]),
        links=(*page.links, *inner.links),
        notes=(*page.notes, f"页面中框架 {name} 的内容已一并读取", *inner.notes),
        incomplete=page.incomplete or inner.incomplete,
        cut=page.cut or inner.cut,
        unended=page.unended or inner.unended,
    )


def _container(block: RawBlock) -> int:
    return block.container if isinstance(block, RawParagraph | RawGrid) else 0
