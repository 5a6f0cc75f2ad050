"""Frames in the body of a document that were not read."""

from collections.abc import Iterable, Iterator

from govcheck.document.blocks import Block, Image, Shown
from govcheck.document.picture_losses import picture_name
from govcheck.document.report import Document
from govcheck.document.sentence import sentence


def frames_in(body: Iterable[Block]) -> Iterator[str]:
    """Yield the addresses of what a body shows in frames."""
    return (one.source for one in _frames(body))


def unread_frames(document: Document) -> Iterator[str]:
    """Yield a note for the reader (Chinese) on each frame in the body."""
    for one in dict.fromkeys(map(picture_name, _frames(document.body))):
        yield sentence(f"页面中{one}的内容未随文件保存，没有读取")


def _frames(body: Iterable[Block]) -> Iterator[Image]:
    for block in body:
        if isinstance(block, Image) and block.shown is Shown.FRAME:
            yield block
