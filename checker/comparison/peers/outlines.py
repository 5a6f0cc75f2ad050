"""What a search for near copies asks of every report, in little room: a name, a day, hashes."""

from array import array
from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from govcheck.document.bodies import Body

_LAST: Final = date.max
Rank = tuple[date, str, str]
"""By which reports are taken in order: the day, those not known last; body; file."""


class Strings:
    """Many strings of bytes in one, by their numbers."""

    def __init__(self) -> None:
        """Begin with none."""
        self._whole, self._ends = bytearray(), array("Q", [0])

    def append(self, one: bytes) -> None:
        """Take one more."""
        self._whole += one
        self._ends.append(len(self._whole))

    def __getitem__(self, number: int) -> bytes:
        """Return one."""
        return bytes(self._whole[self._ends[number] : self._ends[number + 1]])


class Outlines(Struct, frozen=True, kw_only=True):
    """Of each report, by its number."""

    ranks: list[Rank]
    keys: Strings
    """Hashes of its sentences, as ``Imprint`` has them."""
    shingles: Strings


def outlines(bodies: Iterable[Body]) -> Outlines:
    """Go through the reports once; nothing else of them is kept."""
    ranks, keys, shingles = list[Rank](), Strings(), Strings()
    for one in bodies:
        ranks.append((one.published or _LAST, one.name, one.file))
        keys.append(one.imprint.keys)
        shingles.append(one.imprint.shingles)
    return Outlines(ranks=ranks, keys=keys, shingles=shingles)
