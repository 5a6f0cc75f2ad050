"""What a ledger holds."""

from typing import Final

from msgspec import Struct

from govcheck.judging.assessment import Waiver
from govcheck.rulebook.located_yaml import UnsoundFile

DECISIONS: Final = ("accept", "waive", "override")
BLANKS: Final = ("decision", "reason", "person", "date", "expires")
"""The keys that a person fills in, in the order in which govcheck writes them."""
KEYS: Final = ("rule", "message", *BLANKS)


class LedgerEntry(Struct, frozen=True, kw_only=True):
    """One finding in the ledger; without a waiver nobody has decided yet."""

    fingerprint: str
    message: str
    waiver: Waiver | None


class Ledger(Struct, frozen=True, kw_only=True):
    """A ledger as far as it can be read."""

    entries: tuple[LedgerEntry, ...] = ()
    """Those without a fault."""
    held: tuple[str, ...] = ()
    """The fingerprints of all entries, in their order."""
    faults: tuple[UnsoundFile, ...] = ()
    """What is wrong with the others, with file and line."""
    readable: int
    """The bytes before a half-written end; all of them where there is none."""
    notes: tuple[str, ...] = ()
    """What the reader of a result must know of the file (Chinese)."""
