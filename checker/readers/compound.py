"""Compound files (OLE), the form of Office documents until 2007 and of encrypted ones today."""

import re
from enum import Enum, auto
from typing import Final

SIGNATURE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENTRY: Final = 128
"""Bytes of one entry in the directory, which begins with its name in UTF-16."""
_SECTOR: Final = 512
_WORD_BEGINS: Final = re.compile(rb"\xec\xa5", re.DOTALL)
"""What the main stream of a Word file begins with, at the beginning of a sector."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_FLAGS: Final = 10
_ENCRYPTED: Final = 0x0100


class Compound(Enum):
    """What such a file holds."""

    WORD = auto()
    SHEET = auto()
    SLIDES = auto()
    LOCKED = auto()
    OTHER = auto()


_STREAMS: Final = {
    "WordDocument": Compound.WORD,
    "Workbook": Compound.SHEET,
    "Book": Compound.SHEET,
    "PowerPoint Document": Compound.SLIDES,
}


def compound_kind(content: bytes) -> Compound | None:
    """Return what a compound file holds; None for a file of another form.

    Of several documents in it the one whose entry comes first holds the others.
    """
    if not content.startswith(SIGNATURE):
        return None
    found = {
        at: kind for name, kind in _STREAMS.items() if (at := _entry(content, name)) is not None
    }
    if _LOCKED in content:
        return Compound.LOCKED
    kind = found[min(found)] if found else Compound.OTHER
    return Compound.LOCKED if kind is Compound.WORD and _is_locked(content) else kind


def _entry(content: bytes, name: str) -> int | None:
    """Return where the entry of a stream begins in the directory."""
    written = name.encode("utf-16-le") + b"\0\0"
    at = content.find(written)
    while at >= 0:
        if at % _ENTRY == 0:
            return at
        at = content.find(written, at + 1)
    return None


def _is_locked(content: bytes) -> bool:
    """Whether a Word file says that it is encrypted."""
    for match in _WORD_BEGINS.finditer(content):
        at = match.start()
        if at % _SECTOR == 0:
            flags = int.from_bytes(content[at + _FLAGS : at + _FLAGS + 2], "little")
            return bool(flags & _ENCRYPTED)
    return False
