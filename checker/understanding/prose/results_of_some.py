"""Results told beside those of some applications: 办结32件，当场公开5件，部分公开2件."""

from typing import Final

from msgspec import Struct

from govcheck.document.figure import AMONG
from govcheck.understanding.prose.limits import Limits

_GIVEN: Final = "applications.granted"
_RESULTS: Final = (
    _GIVEN,
    *(
        f"applications.{one}"
        for one in ("partial", "denied", "withheld", "not_", "unavailable", "other")
    ),
)


class ResultsOfSome(Struct, kw_only=True):
    """Whether the results that a paragraph goes on with are of some, or of all."""

    limits: Limits
    of_result: bool = False
    """Whether the number before is a result."""
    of_some: bool = False
    """Whether the results so far are of some."""

    def limit(self, before: str, concept: str) -> str:
        """Return what limits a number, as far as those before it tell."""
        goes_on = self.of_some and concept.startswith(_RESULTS)
        return AMONG if goes_on and not self.limits.says("figures.all_again", before) else ""

    def tell_given(self, before: str, own: str) -> None:
        """Take note of a number of some that is no result by name: 当场公开5件."""
        if self.limits.says("figures.result_last", self.limits.clauses(before)[-1]):
            self.tell(before, _GIVEN, own)

    def tell(self, before: str, concept: str, own: str) -> None:
        """Take note of a number and its ``own`` limit; causes are of one result alone.

        予以公开11件，其中当场公开2件，部分公开4件 goes on with those of all.
        """
        result = concept.startswith(_RESULTS)
        within = self.of_result and self.limits.says("figures.turns_within", before)
        some = bool(own) and (concept == _GIVEN or self.limits.opens_account(own))
        self.of_some = result and (self.of_some or (some and not within))
        self.of_result = result
