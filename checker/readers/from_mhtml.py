"""Pages saved as one file (.mhtml, .mht): an e-mail whose parts are a page and its pictures."""

from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.message import Message
from itertools import islice
from typing import Final
from urllib.parse import urljoin

from msgspec.structs import replace

from govcheck.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.companions import with_pictures
from govcheck.readers.encoding import decode
from govcheck.readers.from_html import read_html
from govcheck.readers.limits import MOST_BOUNDARIES, MOST_ENTRIES
from govcheck.readers.raw import RawBlock, RawGrid, RawPage

_BROKEN: Final = "网页文件（mhtml）已损坏，无法打开；请重新保存"


def read_mhtml(content: bytes) -> RawPage:
    """Read the page of such a file; its lines are not the file's, and are left out.

    Raises Unusable for one that holds no page, or more parts than browsers write.
    """
    if content.count(b"boundary=") > MOST_BOUNDARIES:
        raise Unusable("网页文件（mhtml）的结构异常，不予读取")
    try:
        message = message_from_bytes(content)
        parts = list(islice(message.walk(), MOST_ENTRIES))
    except RecursionError as error:
        raise Unusable(_BROKEN) from error
    main = _main(message, parts)
    text, encoding = _text(main)
    page = read_html(text)
    address = str(main.get("Content-Location") or "").strip()
    meta = {"url": address, **page.meta} if address else page.meta
    shown = _pictures(page, address, parts)
    whole = replace(
        page,
        blocks=tuple(map(_without_lines, page.blocks)),
        links=tuple(replace(link, line=None) for link in page.links),
        meta=meta,
        lines=None,
        encoding=encoding,
    )
    return with_pictures(whole, shown, lambda source: _content(shown[source]))


def _main(message: Message, parts: list[Message]) -> Message:
    """Return the page itself; what frames show comes after it."""
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        raise Unusable("网页文件（mhtml）里没有网页正文")
    start = message.get_param("start")
    return next((page for page in pages if start and page["Content-ID"] == start), pages[0])


def _text(part: Message) -> tuple[str, str]:
    content = _content(part)
    charset = part.get_content_charset() or ""
    try:
        return content.decode(charset), charset
    except (LookupError, UnicodeDecodeError):
        return decode(content)


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _pictures(page: RawPage, address: str, parts: list[Message]) -> Mapping[str, Message]:
    """Return the parts that hold the page's pictures, by their address on the page."""
    held = {name: part for part in parts for name in _names(part)}
    return {
        block.source: held[whole]
        for block in page.blocks
        if isinstance(block, Image) and (whole := urljoin(address, block.source)) in held
    }


def _names(part: Message) -> Iterator[str]:
    if location := part.get("Content-Location"):
        yield str(location).strip()
    if number := part.get("Content-ID"):
        yield f"cid:{str(number).strip().strip('<>')}"


def _without_lines(block: RawBlock) -> RawBlock:
    if isinstance(block, RawGrid):
        cells = tuple(replace(cell, line=None) for cell in block.cells)
        return replace(block, line=None, cells=cells)
    return replace(block, line=None)
