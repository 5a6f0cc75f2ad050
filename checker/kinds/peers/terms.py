"""What the rules of peers want to be kept of each report, read off their checks."""

import re
from collections.abc import Iterable

from msgspec import Struct

from govcheck.comparison.peers.copies import Measure
from govcheck.comparison.sentences import Selection
from govcheck.kinds.check import Check
from govcheck.kinds.peers.aggregated import Aggregated
from govcheck.kinds.peers.near_copies import NearCopies


class Terms(Struct, frozen=True, kw_only=True):
    """The first of each kind decides."""

    measure: Measure | None = None
    """What counts as a near copy; None where no rule asks."""
    excused: re.Pattern[str] | None = None
    """Words that excuse a government's sums."""


def terms_of(checks: Iterable[Check]) -> Terms:
    """Return what these checks want."""
    every = list(checks)
    copies = next((one for one in every if isinstance(one, NearCopies)), None)
    sums = next((one for one in every if isinstance(one, Aggregated)), None)
    return Terms(
        measure=_measure(copies) if copies else None, excused=sums.excused if sums else None
    )


def _measure(check: NearCopies) -> Measure:
    selection = Selection(
        passages=check.passages,
        left_out=check.left_out,
        masked=check.masked,
        least=check.least,
    )
    return Measure(
        selection=selection,
        shared_by=check.shared_by,
        sentences=check.sentences,
        percent=check.percent,
    )
