"""What a command is told of how reports are judged, once it is read off the command line."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from govcheck.checking import require_region
from govcheck.commands.intake import hints_of
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


class JudgingOptions(Struct, frozen=True, kw_only=True):
    """The options that ``check``, ``batch`` and ``review`` have in common."""

    last_year: str | None
    """Last year's report; of a batch the folder of them."""
    year: int | None
    agency_kind: str | None
    region: str | None
    rule_sets: tuple[str, ...]
    draft: bool
    today: date | None
    ocr: bool
    convert: bool

    def rulebook(self) -> Rulebook:
        """Load the rules.  Raises Unusable for unsound ones, and for an unknown region."""
        book = load_rulebook(extra=[Path(one) for one in self.rule_sets])
        require_region(self.region, book.knowledge)
        return book

    @property
    def hints(self) -> Hints:
        """What is said of all reports."""
        return hints_of(
            year=self.year,
            agency_kind=self.agency_kind,
            region=self.region,
            ocr=self.ocr,
            convert=self.convert,
        )

    @property
    def plain_hints(self) -> Hints:
        """What is said of reports that are only compared with."""
        return Hints(convert=self.convert)
