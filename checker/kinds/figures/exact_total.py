"""Kind ``exact-total``: a total whose parts add up to it exactly is not called inexact."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.statements.breakdowns import breakdowns
from govcheck.statements.stated import evidence, worked_out, written


class ExactTotal(Struct, frozen=True, kw_only=True):
    """379340余条 with exact parts that come to 379340: one of the two is wrong."""

    KIND: ClassVar[str] = "exact-total"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"total", "sum"})

    words: frozenset[str]
    """What makes a number inexact: 余."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at the totals that are called inexact."""
        document = case.document
        inexact = [one for one in breakdowns(document) if one.total.approximate in self.words]
        if not inexact:
            yield Inapplicable(reason="正文没有列出分项的约数")
        for breakdown in inexact:
            if breakdown.exact and len(breakdown.items) > 1 and breakdown.adds_up:
                yield Violation(
                    values={
                        "total": written(document, breakdown.total),
                        "sum": worked_out(breakdown.items),
                    },
                    evidence=(evidence(document, breakdown.total, breakdown.sum),),
                )
