"""Kind ``amounts``: of two amounts that the text states, one is not above the other."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.assessment import Inapplicable, Remark, Violation
from govcheck.document import Document
from govcheck.parameters import PassageName
from govcheck.search import Match, first_match

_UNITS: Final = {"元": Decimal(1), "万元": Decimal(10_000)}


class Amounts(Struct, frozen=True, kw_only=True):
    """Both amounts are taken from their first mention; without both there is no question."""

    KIND: ClassVar[str] = "amounts"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"lesser", "greater"})

    lesser: re.Pattern[str]
    """Group 1 is the number and group 2 its unit, 元 or 万元."""
    greater: re.Pattern[str]
    """Likewise."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, document: Document) -> Iterator[Remark]:
        """Compare in 元."""
        lesser = first_match(document, self.lesser, self.passages)
        greater = first_match(document, self.greater, self.passages)
        if lesser is None or greater is None:
            yield Inapplicable(reason="正文没有同时写明两项金额")
        elif _worth(lesser) > _worth(greater):
            yield Violation(
                evidence=(lesser.evidence, greater.evidence),
                values={"lesser": _written(lesser), "greater": _written(greater)},
            )


def _worth(match: Match) -> Decimal:
    return Decimal(match.words[1].replace(",", "")) * _UNITS[match.words[2]]


def _written(match: Match) -> str:
    return match.words[1] + match.words[2]
