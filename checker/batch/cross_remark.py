"""What checks across the reports of a batch are given beside them, and what they say."""

from msgspec import Struct


class RosterEntry(Struct, frozen=True, kw_only=True):
    """A body that is to have published a report."""

    body: str
    kind: str | None = None
    region: str | None = None
    reports_into: str | None = None
    """The government whose figures take in those of this body."""
    unpublished: bool = False
    """The roster itself says that it has published no report."""


class CrossRemark(Struct, frozen=True, kw_only=True):
    """What a person should look at."""

    check: str
    """Which check says it: ``near-copies``, ``subordinates``, ``missing``."""
    message: str
    """In words for the reader (Chinese)."""
    files: tuple[str, ...] = ()
    """The reports concerned, as the user names the files (``Placing.name``)."""
    bodies: tuple[str, ...] = ()
