"""Seals over signatures: pictures of which no part of a report can consist."""

from collections.abc import Collection, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.readers.html.flow import FlowBlock, FlowLine

_MOST_AFTER: Final = 6
"""Lines that may follow the line that a seal hangs on: the date, a contact, a note …"""
_LONGEST: Final = 40
"""… of so many characters each."""


def with_seals(blocks: Sequence[FlowBlock], seals: Collection[int]) -> list[FlowBlock]:
    """Return blocks in which those pictures among the signature say nothing.

    ``seals`` are the anchors of pictures of a seal's size and shape.
    """
    begin = _signature(blocks)
    return [
        replace(block, slight=True)
        if at >= begin and isinstance(block, Image) and block.anchor in seals
        else block
        for at, block in enumerate(blocks)
    ]


def _signature(blocks: Sequence[FlowBlock]) -> int:
    """Return the index from which nothing but few short lines and pictures stand."""
    left = _MOST_AFTER
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Image):
            continue
        left -= 1
        if left < 0 or not isinstance(block, FlowLine) or len(block.text) > _LONGEST:
            return at + 1
    return 0
