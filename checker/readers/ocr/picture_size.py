"""How many pixels a picture has, by its header alone: nothing is decoded."""

from struct import error as StructError  # noqa: N812 - a class with the name of a variable
from struct import unpack_from
from typing import NamedTuple

_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG segments that state a size; the three between them state something else."""
_MOST_SEGMENTS = 1000


class Size(NamedTuple):
    """Pixels across and down."""

    width: int
    height: int


def picture_size(content: bytes) -> Size | None:
    """Return the size that a PNG, JPEG, GIF, BMP or WebP file states; None for all else."""
    try:
        return _size(content)
    except (StructError, IndexError):
        return None


def _size(content: bytes) -> Size | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Size(*unpack_from(">II", content, 16))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return Size(*unpack_from("<HH", content, 6))
    if content.startswith(b"BM"):
        width, height = unpack_from("<ii", content, 18)
        return Size(abs(width), abs(height))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp_size(content)
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> Size | None:
    """Walk from segment to segment up to the one that states the size."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        mark, kind, length = unpack_from(">BBH", content, at)
        if mark != 0xFF:  # noqa: PLR2004 - every segment begins so
            return None
        if kind in _START_OF_FRAME:
            height, width = unpack_from(">HH", content, at + 5)
            return Size(width, height)
        at += 1 if kind == 0xFF else 2 + length  # noqa: PLR2004 - a filling byte
    return None


def _webp_size(content: bytes) -> Size | None:
    form = content[12:16]
    if form == b"VP8X":
        low, high = unpack_from("<HB", content, 24), unpack_from("<HB", content, 27)
        return Size(low[0] + (low[1] << 16) + 1, high[0] + (high[1] << 16) + 1)
    if form == b"VP8L":
        (bits,) = unpack_from("<I", content, 21)
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if form == b"VP8 ":
        width, height = unpack_from("<HH", content, 26)
        return Size(width & 0x3FFF, height & 0x3FFF)
    return None
