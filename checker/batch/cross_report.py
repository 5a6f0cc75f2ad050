"""What the reports of a batch show beside each other: once all are judged, and none altered.

A check across reports takes the rows of the journal and the roster, and yields what is to be
looked at.  No report's own page or points depend on it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from govcheck.batch.cross_remark import CrossRemark, RosterEntry
from govcheck.batch.journal import Journal
from govcheck.batch.peer_remarks import peer_remarks
from govcheck.rulebook.rule import Rulebook

CrossCheck = Callable[[Journal, tuple[RosterEntry, ...], Rulebook], Iterable[CrossRemark]]

CROSS_CHECKS: Final[tuple[CrossCheck, ...]] = (peer_remarks,)
"""In the order in which the index shows what they say."""


def across(
    journal: Journal, roster: tuple[RosterEntry, ...], rulebook: Rulebook
) -> Iterator[CrossRemark]:
    """Yield what all of them say."""
    for check in CROSS_CHECKS:
        yield from check(journal, roster, rulebook)
