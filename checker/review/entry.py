"""What a ledger holds, and by which names."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from govcheck.judging.assessment import Decision, Ruling
from govcheck.rulebook.unsound_file import UnsoundFile

FACTS: Final = ("报告", "位置", "问题", "程度")
"""The keys that govcheck fills in, in their order."""
BLANKS: Final = ("决定", "核验人", "日期", "理由", "有效期至")
"""The keys that a person fills in, in the order in which govcheck writes them."""
FORMER_FACTS: Final = ("rule", "message")
FORMER_BLANKS: Final = ("decision", "reason", "person", "date", "expires")
"""The keys of version 0.1.0."""
KEYS: Final = (*FACTS, *BLANKS)
NAMES: Final[Mapping[str, str]] = {
    "message": "问题",
    "decision": "决定",
    "reason": "理由",
    "person": "核验人",
    "date": "日期",
    "expires": "有效期至",
}
"""What the keys of version 0.1.0 are called now."""
RULINGS: Final[Mapping[str, Ruling]] = {
    **{one.value: one for one in Ruling},
    "accept": Ruling.BROKEN,
    "waive": Ruling.WAIVED,
    "override": Ruling.MET,
}
"""What may be decided, as it is written now or was in version 0.1.0."""


class LedgerEntry(Struct, frozen=True, kw_only=True):
    """One matter in the ledger; without a decision nobody has decided yet."""

    key: str
    report: str
    """Whose report it is, on which year; empty in a ledger of version 0.1.0."""
    message: str
    decision: Decision | None


class Ledger(Struct, frozen=True, kw_only=True):
    """A ledger as far as it can be read."""

    entries: tuple[LedgerEntry, ...] = ()
    """Those without a fault."""
    held: tuple[str, ...] = ()
    """The keys of all entries, in their order."""
    faults: tuple[UnsoundFile, ...] = ()
    """What is wrong with the others, with file and line."""
    readable: int
    """The bytes before a half-written end; all of them where there is none."""
    notes: tuple[str, ...] = ()
    """What the reader of a result must know of the file (Chinese)."""
