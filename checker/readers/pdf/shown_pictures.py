"""Pictures on the pages of a PDF file, and pages that are pictures: painted when they are read.

Each has the address ``pdf:PAGE:LEFT,TOP,RIGHT,BOTTOM`` (points), a whole page ``pdf:PAGE``.
"""

from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.processes.starting import Failed, answer
from govcheck.readers.limits import LONGEST_READING, MOST_PICTURE_BYTES
from govcheck.readers.pdf.folio import Box
from govcheck.readers.pictures import PackedPictures
from govcheck.readers.raw import RawPage

_WORKER: Final = "govcheck.readers.pdf.picture_worker"
_ADDRESS: Final = "pdf:"


def shown_picture(number: int, alt: str, box: Box | None = None) -> Image:
    """Return a picture on a page; without ``box`` it is the page itself."""
    place = ":" + ",".join(f"{at:.1f}" for at in box) if box else ""
    return Image(
        source=f"第{number}页", alt=alt, page=number, addresses=(f"{_ADDRESS}{number}{place}",)
    )


def with_shown_pictures(page: RawPage, content: bytes) -> RawPage:
    """Return a page of which each picture is at hand; ``content`` is the file."""
    addresses = [
        address
        for block in page.blocks
        if isinstance(block, Image)
        for address in block.addresses
        if address.startswith(_ADDRESS)
    ]
    return replace(page, pictures=PackedPictures(addresses, lambda one: _painted(content, one)))


def painted(content: bytes, number: int) -> bytes:
    """Return a whole page of a file as PNG.  Raises Unusable, in words."""
    return _painted(content, f"{_ADDRESS}{number}")


def _painted(content: bytes, address: str) -> bytes:
    """Return what a page shows at an address, as PNG.  Raises Unusable, in words."""
    asked = address.removeprefix(_ADDRESS).encode() + b"\n" + content
    try:
        return answer(_WORKER, asked, seconds=LONGEST_READING, most=MOST_PICTURE_BYTES)
    except (Failed, OSError):
        raise Unusable("无法在限定的时间和内存内绘出，未能识别") from None
