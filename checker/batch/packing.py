"""Small bytes for what the journal keeps of each report: the contract, and its sentences."""

from zlib import compress, decompress

from msgspec import Struct, json, msgpack

from govcheck.document.blocks import Paragraph
from govcheck.document.report import Document

_LEVEL = 1
"""Of zlib: the quickest, which leaves a fifth of such text."""


class Kept(Struct, frozen=True, array_like=True):
    """A paragraph of a report's running text, without what is around it."""

    part: str
    """Id of its part, or ``introduction``."""
    text: str
    """Normal text: simplified characters, half-width digits."""


def packed_line(contract: bytes) -> bytes:
    """Pack JSON as one line, without its indents."""
    return compress(json.format(contract.strip(), indent=-1), _LEVEL)


def unpacked_line(content: bytes) -> bytes:
    """Return the line, without a line feed; empty for nothing."""
    return decompress(content) if content else b""


def packed_text(document: Document) -> bytes:
    """Pack the paragraphs of the parts and of the introduction; headings are left out."""
    kept = [
        Kept(document.part_at(index) or "", block.text.normal)
        for index, block in enumerate(document.body)
        if isinstance(block, Paragraph) and block.heading is None and block.text.normal
    ]
    return compress(msgpack.encode(kept), _LEVEL)


def unpacked_text(content: bytes) -> tuple[Kept, ...]:
    """Return the paragraphs in reading order."""
    return msgpack.decode(decompress(content), type=tuple[Kept, ...]) if content else ()
