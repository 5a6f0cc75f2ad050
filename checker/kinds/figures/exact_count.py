"""Kind ``exact-count``: a number that is written to the last one is not said to be more."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.figure import Figure, Relation
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation
from govcheck.statements.stated import bounds, evidence, text_of, written

_TEN = 10
_HUNDRED = 100


class ExactCount(Check, Struct, frozen=True, kw_only=True):
    """1435余件 is told to the last one, and yet is no exact number.

    Of a large number to the last ten (379340余条) it is asked.  Money and lengths have parts
    of one; what is written in 万 has as well.
    """

    KIND: ClassVar[str] = "exact-count"
    TITLE: ClassVar[str] = "写到个位的件数不又称为约数（inexact）：1435余件。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words"})

    inexact: tuple[str, ...]
    """Words behind a number that say that it is more."""
    units: re.Pattern[str]
    """Measure words of what has no parts."""
    large: int
    """From here on a number to the last ten is asked about."""
    unless_followed: re.Pattern[str]
    """Behind it these begin a list, with which the number is compared."""
    doubt: str

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at every count that is said to be more."""
        document = case.document
        found = [one for one in document.figures if self._is_more(one)]
        if not found:
            yield Inapplicable(reason="正文没有这样的约数")
        for figure in found:
            if self.unless_followed.match(text_of(document, figure), bounds(figure)[1]):
                continue
            shown, words = (evidence(document, figure),), written(document, figure)
            if figure.value % _TEN:
                yield Violation(evidence=shown, values={"words": words})
            elif figure.value >= self.large and figure.value % _HUNDRED:
                reason = f"“{words}”{self.doubt}"
                yield Doubt(reason=reason, evidence=shown, severity=Severity.ADVICE)

    def _is_more(self, figure: Figure) -> bool:
        counts = figure.relation is Relation.COUNT and figure.step == 1
        more = figure.approximate in self.inexact and figure.value > _TEN
        return counts and more and self.units.fullmatch(figure.unit) is not None
