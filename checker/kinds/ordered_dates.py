"""Kind ``ordered-dates``: a period does not end before it begins."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.assessment import Remark, Violation
from govcheck.document import Document
from govcheck.parameters import PassageName
from govcheck.search import Match, matches


class OrderedDates(Struct, frozen=True, kw_only=True):
    """``pattern`` finds periods: ``year``, ``month``, ``day``, ``to_year`` and so on.

    A last year that is not written is the first one.
    """

    KIND: ClassVar[str] = "ordered-dates"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words"})

    pattern: re.Pattern[str]
    passages: tuple[PassageName, ...]

    def examine(self, document: Document) -> Iterator[Remark]:
        """Compare both ends of every period."""
        for match in matches(document, self.pattern, self.passages):
            if _end(match, "to_") < _end(match, ""):
                evidence = match.evidence
                yield Violation(evidence=(evidence,), values={"words": evidence.quote})


def _end(match: Match, which: str) -> tuple[int, int, int]:
    year = match.words[f"{which}year"] or match.words["year"]
    return int(year), int(match.words[f"{which}month"]), int(match.words[f"{which}day"])
