"""Kind ``amounts``: of two amounts that the text states, one is not above the other."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import Match, first_match
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.parameters import Group, Holds, PassageName
from govcheck.statements.money import worth

_Amount = Annotated[
    re.Pattern[str], Group(name="1", holds=Holds.NUMBER), Group(name="2", holds=Holds.UNIT)
]


class Amounts(Check, Struct, frozen=True, kw_only=True):
    """Both amounts are taken from their first mention; without both there is no question."""

    KIND: ClassVar[str] = "amounts"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文写明的两项金额，一项（lesser）不大于另一项（greater）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"lesser", "greater"})

    lesser: _Amount
    """Group 1 is the number and group 2 its unit, one of ``units``."""
    greater: _Amount
    """Likewise."""
    units: Mapping[str, Decimal]
    """What one of each unit is worth, in the same money."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare what both are worth."""
        document = case.document
        lesser = first_match(document, self.lesser, self.passages)
        greater = first_match(document, self.greater, self.passages)
        worths = tuple(worth(one, self.units) if one else None for one in (lesser, greater))
        if lesser is None or greater is None or worths[0] is None or worths[1] is None:
            yield Inapplicable(reason="正文未同时写明两项金额")
        elif worths[0] > worths[1]:
            yield Violation(
                evidence=(lesser.evidence, greater.evidence),
                values={"lesser": _written(lesser), "greater": _written(greater)},
            )


def _written(match: Match) -> str:
    return match.group(1) + match.group(2)
