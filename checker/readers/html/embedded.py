"""What a page holds within itself, as ``data:`` addresses: pictures, and pages in frames."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote_to_bytes

from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE, MOST_PICTURE_BYTES
from govcheck.readers.pictures import PackedPictures

_MOST_LETTERS: Final = 2 * MOST_PICTURE_BYTES
"""Of an address; a picture grows by a third when it is written in letters."""
_PAGE: Final = "data:text/html"


def embedded_page(address: str) -> bytes | None:
    """Return the page that an address holds itself; None for any other address."""
    head, comma, data = address.partition(",")
    if not comma or not head.lower().startswith(_PAGE) or len(data) > _MOST_LETTERS:
        return None
    try:
        return _decoded(head, data)
    except Unusable:
        return None


def _decoded(head: str, data: str) -> bytes:
    content = unquote_to_bytes(data)
    if not head.lower().endswith(";base64"):
        return content
    try:
        return b64decode(content)
    except ValueError as error:
        raise Unusable("已损坏，无法打开") from error


class EmbeddedPictures:
    """Gives the pictures within a page short names, and keeps their contents."""

    def __init__(self) -> None:
        """Begin with none."""
        self._addresses: dict[str, str] = {}

    def named(self, source: str) -> str:
        """Return the address of a picture, or the name of one that the page holds itself."""
        if source[:5].lower() != "data:":
            return source
        name = f"内嵌图片{len(self._addresses) + 1}"
        self._addresses[name] = source
        return name

    def all(self) -> Mapping[str, bytes]:
        """Return the contents by name, each decoded when it is asked for."""
        return PackedPictures(self._addresses.keys(), self._content)

    def _content(self, name: str) -> bytes:
        address = self._addresses[name]
        if len(address) > _MOST_LETTERS:
            raise Unusable(f"超过 {MOST_PICTURE_BYTES // MEGABYTE} MB，不予识别")
        head, _, data = address.partition(",")
        return _decoded(head, data)
