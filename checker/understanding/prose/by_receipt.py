"""What was done, told by the year that it came in: 办结88件：本年新收83件，上年结转5件."""

from typing import Final

from msgspec import Struct

from govcheck.understanding.prose.limits import Limits

ORIGINS: Final = ("applications.new", "applications.received", "applications.carried_in")
_DONE: Final = (".answered", ".handled")


class ByReceipt(Struct, kw_only=True):
    """Whether numbers of what came in are of all of it, or of what was done."""

    limits: Limits
    done: bool = False
    """Whether the number that they divide is of what was done."""
    headed: bool = False
    """Whether words before them say so: 办结件中."""
    listed: bool = False
    """Whether a list goes on whose first item says so: 办结上年结转5件、本年新收83件."""

    def go_on(self, before: str) -> None:
        """Take note of the words before a number."""
        if "；" in before or "）" in before:
            self.headed = False
        if self._says("done_by_receipt", before) or (self.done and before.startswith("：")):
            self.headed = True
        goes_on = self.listed and self._says("done_goes_on", before)
        self.listed = goes_on or self._says("done_listed", before)

    def tell(self, before: str, concept: str) -> None:
        """Take note of a number that others may divide."""
        self.done = concept.endswith(_DONE) and not self._says("coming_in", before)

    def divides(self, concept: str, *, within: bool) -> bool:
        """Whether a number of what came in is of what was done."""
        return concept in ORIGINS and (self.headed or self.listed or (self.done and within))

    def _says(self, name: str, before: str) -> bool:
        return self.limits.says(f"figures.{name}", before)
