"""Kind ``breakdown-sum``: the parts that the prose lists under a total add up to it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import plain
from govcheck.document.report import Document
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import ConceptGroup
from govcheck.statements.breakdowns import Breakdown, Claim, breakdowns
from govcheck.statements.stated import amount, evidence, worked_out


class BreakdownSum(Struct, frozen=True, kw_only=True):
    """Parts above their total contradict it; below it, only where the list is whole.

    A list that does not say that it is whole, yet comes close, is worth a look.  Shares of a
    division that come to far more than the total overlap; that is no contradiction.
    """

    KIND: ClassVar[str] = "breakdown-sum"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"total", "sum", "difference", "items"}
    )

    near: Decimal
    """The share of the total from which a list that may be partial comes close."""
    apart: tuple[ConceptGroup, ...] = ()
    """First words of the concepts whose parts overlap; another rule adds those up.

    Not so their channels: an application is made in one way.
    """

    def examine(self, case: Case) -> Iterator[Remark]:
        """Judge each list once."""
        document = case.document
        asked = False
        for breakdown in breakdowns(document):
            concept = breakdown.total.concept or ""
            if concept.startswith(self.apart) and not breakdown.by_channel:
                continue
            asked = True
            exact = breakdown.exact and not breakdown.total.approximate
            if exact and not breakdown.adds_up and breakdown.comparable:
                yield from self._judge(document, breakdown)
        if not asked:
            yield Inapplicable(reason="正文没有列出某一总数的各分项")

    def _judge(self, document: Document, breakdown: Breakdown) -> Iterator[Remark]:
        total = breakdown.total
        values = {
            "total": amount(total),
            "sum": worked_out(breakdown.items),
            "difference": plain(abs(breakdown.sum - total.value)),
            "items": str(len(breakdown.items)),
        }
        shown = (
            evidence(document, total, breakdown.sum),
            *(evidence(document, item) for item in breakdown.items),
        )
        divided = breakdown.claim is Claim.DIVIDED or breakdown.by_channel
        if divided and breakdown.sum * self.near > total.value:
            return
        if breakdown.sum > total.value or breakdown.claim is Claim.WHOLE:
            yield Violation(values=values, evidence=shown)
        elif breakdown.claim is not Claim.PARTIAL and breakdown.sum >= total.value * self.near:
            yield Doubt(values=values, evidence=shown)
