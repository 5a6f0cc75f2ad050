"""Kind ``year-mention``: a year that certain words name stands in the right place in time."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.found import Origin
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import Group, Holds, PassageName

_ITSELF: Final = "报告年度只见于这段话，无从比较"


class YearMention(Check, Struct, frozen=True, kw_only=True):
    """No match names a year from ``earliest`` to ``latest``, counted from the fiscal year."""

    KIND: ClassVar[str] = "year-mention"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "某类词语所写的年份（find），不落在报告年度前后不该有的范围内（earliest 至 latest）。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "year", "fiscal_year"})

    find: Annotated[re.Pattern[str], Group(name="1", holds=Holds.DIGITS)]
    """Group 1 is the year."""
    earliest: int
    latest: int
    """0 is the fiscal year, -1 the year before it."""
    passages: tuple[PassageName, ...]
    unless: re.Pattern[str] | None = None
    """Words in the same sentence that make such a year right."""
    certain: bool = True
    """False where it may be right all the same."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare each year found with the fiscal year."""
        document = case.document
        if document.year is None:
            yield Inapplicable(reason="报告年度不明")
            return
        for match in matches(document, self.find, self.passages):
            year = match.number(1)
            if year is None or match.quoted:
                continue
            if not self.earliest <= year - document.year <= self.latest:
                continue
            if self.unless and self.unless.search(match.sentence):
                continue
            values = {
                "words": match.evidence.quote,
                "year": str(year),
                "fiscal_year": str(document.year),
            }
            shown = (match.sentence_evidence,)
            if _is_itself(document, match):
                yield Doubt(reason=_ITSELF, evidence=shown)
            elif self.certain:
                yield Violation(values=values, evidence=shown)
            else:
                yield Doubt(values=values, evidence=shown)


def _is_itself(document: Document, match: Match) -> bool:
    """Whether the fiscal year is known from nothing but the words that are judged by it."""
    year = document.fiscal_year
    return (
        year is not None
        and year.origin is Origin.BODY
        and year.place.block == match.place.block is not None
    )
