"""What was found of the sums of one table, beside all else that was found."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.judging.assessment import Finding
from govcheck.judging.corrections import borne_out, misfits
from govcheck.sums.repair import Repair, System
from govcheck.sums.sum import Sum

_MOST_TRIED: Final = 40
"""Of more possible corrections, none is held against other findings."""


class SumFindings(Struct, frozen=True, kw_only=True):
    """The decided sums of a table, and the findings that say of them that they are broken."""

    found: Sequence[Finding]
    """All findings."""
    document: Document
    table: Table
    sums: Sequence[Sum]
    system: System
    at: Sequence[Sequence[int]]
    """Of each sum, the indexes of the findings about it."""

    def about(self, sums: Iterable[int]) -> list[int]:
        """Return the indexes of the findings about these sums, in order."""
        return sorted(member for index in sums for member in self.at[index])

    def prose(self, repair: Repair) -> tuple[int, ...]:
        """Return the failures of the prose that bear a correction out."""
        return tuple(borne_out(self.found, self.document, self.table, repair))

    def misfits(self, repair: Repair) -> tuple[int, ...]:
        """Return the failures that say of its cells that no such figure can stand there."""
        return tuple(misfits(self.found, self.document, self.table, repair))

    def borne_out(self, repairs: Sequence[Repair]) -> Repair:
        """Return the one correction that other findings bear out; none where several are."""
        if len(repairs) > _MOST_TRIED:
            return {}
        told = [one for one in repairs if self.misfits(one) or self.prose(one)]
        return told[0] if len(told) == 1 else {}
