"""Small bytes for what the journal keeps of each report: the contract, and its imprint."""

from zlib import compress, decompress

from msgspec import json, msgpack

from govcheck.document.bodies import Body

_LEVEL = 1
"""Of zlib: the quickest, which leaves a fifth of such text."""


def packed_line(contract: bytes) -> bytes:
    """Pack JSON as one line, without its indents."""
    return compress(json.format(contract.strip(), indent=-1), _LEVEL)


def unpacked_line(content: bytes) -> bytes:
    """Return the line, without a line feed; empty for nothing."""
    return decompress(content) if content else b""


def packed_body(body: Body) -> bytes:
    """Pack what of a report is held against those of other bodies."""
    return compress(msgpack.encode(body), _LEVEL)


def unpacked_body(content: bytes) -> Body:
    """Return it."""
    return msgpack.decode(decompress(content), type=Body)
