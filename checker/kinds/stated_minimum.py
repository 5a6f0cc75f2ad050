"""Kind ``stated-minimum``: a number that the text states is not below a minimum."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.assessment import Inapplicable, Remark, Violation
from govcheck.document import Document
from govcheck.parameters import PassageName
from govcheck.search import matches


class StatedMinimum(Struct, frozen=True, kw_only=True):
    """Every number that the pattern finds is at least ``minimum``."""

    KIND: ClassVar[str] = "stated-minimum"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"value", "minimum"})

    find: re.Pattern[str]
    """Group 1 is the number."""
    minimum: Decimal
    unless: re.Pattern[str] | None = None
    """Words in the sentence that show that it speaks of another number."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, document: Document) -> Iterator[Remark]:
        """Compare each number stated."""
        stated = [
            match
            for match in matches(document, self.find, self.passages)
            if not (self.unless and self.unless.search(match.sentence))
        ]
        if not stated:
            yield Inapplicable(reason="正文没有写明该项数值")
        for match in stated:
            if Decimal(match.words[1]) < self.minimum:
                values = {"value": match.words[1], "minimum": str(self.minimum)}
                yield Violation(evidence=(match.evidence,), values=values)
