"""What checks across the reports of a batch are given beside them, and what they say."""

from enum import StrEnum

from msgspec import Struct

from govcheck.kinds.remark import Outcome


class RosterEntry(Struct, frozen=True, kw_only=True):
    """A body that is to have published a report."""

    body: str
    kind: str | None = None
    region: str | None = None
    year: int | None = None
    """The fiscal year of which the line is; None where it does not say."""
    reports_into: str | None = None
    """The government whose figures take in those of this body."""
    unpublished: bool = False
    """The roster itself says that it has published no report."""
    complete: bool = False
    """The roster lists all whose figures this government takes in."""


class About(StrEnum):
    """What reports are held against each other for."""

    COPIES = "copies"
    """Two of them are alike."""
    SUMS = "sums"
    """A government's figures take in those of others."""
    ABSENCE = "absence"
    """A body on the roster has none."""


class CrossRemark(Struct, frozen=True, kw_only=True):
    """What a person should look at."""

    check: str
    """Id of the rule that says it: ``peers/copied-text``."""
    about: About
    outcome: Outcome = Outcome.OPEN
    message: str
    """In words for the reader (Chinese)."""
    files: tuple[str, ...] = ()
    """The reports concerned, as the user names the files (``Placing.name``)."""
    bodies: tuple[str, ...] = ()
    year: int | None = None
    """The fiscal year of which it is said; None where it is not known."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Of two reports that are alike: the sentences, the first's and the second's."""
