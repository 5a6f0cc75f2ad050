"""Kind ``mixed-marks``: a mark that strays from the way the document writes its others."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import PassageName

_MOST_PLACES: Final = 10


class MixedMarks(Check, Struct, frozen=True, kw_only=True):
    """``stray`` marks are few among ``usual`` ones; where they rule, nothing is said."""

    KIND: ClassVar[str] = "mixed-marks"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "个别标点（stray）的写法与全文通行的写法（usual）一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "count", "usual"})

    stray: re.Pattern[str]
    usual: re.Pattern[str]
    passages: tuple[PassageName, ...]
    share: Decimal
    """Stray marks are at most this share of all."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Count both."""
        document = case.document
        found = list(matches(document, self.stray, self.passages))
        if not found:
            return
        usual = sum(1 for _ in matches(document, self.usual, self.passages))
        if len(found) <= self.share * (len(found) + usual):
            evidence = tuple(match.evidence for match in found[:_MOST_PLACES])
            values = {"words": evidence[0].quote, "count": str(len(found)), "usual": str(usual)}
            more = len(found) - len(evidence)
            yield Violation(evidence=evidence, values=values, more=more)
