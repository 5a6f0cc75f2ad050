"""One report as it was handed in; what was found in it, once that is known."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from govcheck.web.orders import Mending, ResultFacts, Stated

AMONG_MANY: Final = ""
"""An upload among many follows this: its former copy is a file of its own name, no other."""


class Upload(Struct, frozen=True, kw_only=True):
    """A report in the store."""

    id: str
    number: int
    """Counts the uploads of a store."""
    at: datetime
    name: str
    stated: Stated
    follows: str | None
    """Id of the upload that the user has mended; ``AMONG_MANY`` where nothing was mended."""
    facts: ResultFacts | None
    decided: int
    """Number of the last decision that its page shows."""
    judged: str
    """The day as of which it shows what it shows."""
    version: str
    """Of govcheck, that has judged it."""
    difference: Mending | None
    """From the upload before it."""
