"""Kind ``stated-minimum``: a number that the text states is not below a minimum."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import Group, Holds, PassageName


class StatedMinimum(Check, Struct, frozen=True, kw_only=True):
    """Every number that the pattern finds is at least ``minimum``."""

    KIND: ClassVar[str] = "stated-minimum"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文写明的数不低于 minimum。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"value", "minimum"})

    find: Annotated[re.Pattern[str], Group(name="1", holds=Holds.NUMBER)]
    """Group 1 is the number."""
    minimum: Decimal
    unless: re.Pattern[str] | None = None
    """Words in the sentence that show that it speaks of another number."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare each number stated."""
        stated = [
            match
            for match in matches(case.document, self.find, self.passages)
            if not (self.unless and self.unless.search(match.sentence))
        ]
        if not stated:
            yield Inapplicable(reason="正文未写明该项数值")
        for match in stated:
            value = match.number(1)
            if value is None:
                yield Doubt(
                    reason=f"“{match.group(1)}”无法读作数字。", evidence=(match.evidence,)
                )
            elif value < self.minimum:
                values = {"value": match.group(1), "minimum": str(self.minimum)}
                yield Violation(evidence=(match.evidence,), values=values)
