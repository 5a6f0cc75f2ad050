"""Stretches of a body that follow each other, and which of them holds a block."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Extent(Protocol):
    """Blocks from ``start`` up to, not including, ``end``."""

    @property
    def start(self) -> int:
        """Index of the first block."""

    @property
    def end(self) -> int:
        """Index after the last block."""


E = TypeVar("E", bound=Extent)


def holding(extents: Sequence[E], index: int) -> E | None:
    """Return which of these, sorted and apart, holds a block; None for one between them."""
    place = bisect_right(extents, index, key=lambda extent: extent.start) - 1
    return extents[place] if place >= 0 and index < extents[place].end else None
