"""Pages saved as one file (.mhtml, .mht): an e-mail whose parts are a page and its pictures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urljoin

from msgspec.structs import replace

from govcheck.document.blocks import Image, Shown
from govcheck.errors import Unusable
from govcheck.readers.companions import with_pictures
from govcheck.readers.encoding import decode, decoded
from govcheck.readers.from_html import read_html
from govcheck.readers.mail import MailPart, mail_parts
from govcheck.readers.pictures import PackedPictures
from govcheck.readers.raw import RawBlock, RawGrid, RawPage

_HTML: Final = ("text/html", "application/xhtml+xml")


def read_mhtml(content: bytes) -> RawPage:
    """Read the page of such a file; its lines are not the file's, and are left out.

    Raises Unusable for one that holds no page, or more parts than browsers write.
    """
    parts = mail_parts(content)
    main = main_part(parts)
    text, encoding = _text(main)
    page = read_html(text)
    address = main.location
    meta = {"url": address, **page.meta} if address else page.meta
    held = {key: part for part in parts for key in _names(part)}
    shown = _pictures(page, address, held)
    framed = {
        frame.address: held[name]
        for frame in page.frames
        if (name := _whole(address, frame.address)) in held
    }
    whole = replace(
        page,
        blocks=tuple(map(_without_lines, page.blocks)),
        links=tuple(replace(link, line=None) for link in page.links),
        meta=meta,
        lines=None,
        encoding=encoding,
        framed=PackedPictures(
            {**page.framed, **framed}.keys(),
            lambda source: framed[source].content if source in framed else page.framed[source],
        ),
    )
    return with_pictures(whole, shown, lambda source: shown[source].content)


def main_part(parts: Sequence[MailPart]) -> MailPart:
    """Return the page itself; what frames show comes after it.  Raises Unusable for none."""
    pages = [part for part in parts if part.kind in _HTML]
    if not pages:
        raise Unusable(
            "网页文件（mhtml）里没有网页正文；请在浏览器中打开原网页，另存为“网页，全部”后再检查"
        )
    start = next((part.start for part in parts if part.start), "")
    return next((page for page in pages if start and page.number == start), pages[0])


def _text(part: MailPart) -> tuple[str, str]:
    declared = decoded(part.content, part.charset) if part.content.strip() else None
    return declared or decode(part.content)


def _pictures(
    page: RawPage, address: str, held: Mapping[str, MailPart]
) -> Mapping[str, MailPart]:
    """Return the parts that hold the page's pictures, by their address on the page."""
    return {
        source: held[whole]
        for block in page.blocks
        if isinstance(block, Image) and block.shown is Shown.PICTURE
        for source in block.sources
        if (whole := _whole(address, source)) in held
    }


def _whole(page: str, address: str) -> str:
    """Return an address on a page in full; as it is written where that cannot be."""
    try:
        return urljoin(page, address)
    except ValueError:
        return address


def _names(part: MailPart) -> Iterator[str]:
    if part.location:
        yield part.location
    if part.number:
        yield f"cid:{part.number.strip('<>')}"


def _without_lines(block: RawBlock) -> RawBlock:
    if isinstance(block, RawGrid):
        cells = tuple(replace(cell, line=None) for cell in block.cells)
        return replace(block, line=None, cells=cells)
    return replace(block, line=None)
