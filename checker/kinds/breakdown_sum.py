"""Kind ``breakdown-sum``: the parts that the prose lists under a total add up to it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.assessment import Doubt, Inapplicable, Remark, Violation
from govcheck.document import Document
from govcheck.kinds.breakdowns import Breakdown, Claim, breakdowns
from govcheck.kinds.stated import amount, evidence, worked_out
from govcheck.kinds.tables import plain


class BreakdownSum(Struct, frozen=True, kw_only=True):
    """Parts above their total contradict it; below it, only where the list is whole.

    A list that does not say that it is whole, yet comes close, is worth a look.
    """

    KIND: ClassVar[str] = "breakdown-sum"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"total", "sum", "difference", "items"}
    )

    near: Decimal
    """The share of the total from which a list that may be partial comes close."""
    apart: tuple[str, ...] = ()
    """First words of the concepts whose parts overlap; another rule adds those up."""

    def examine(self, document: Document) -> Iterator[Remark]:
        """Judge each list once."""
        asked = False
        for breakdown in breakdowns(document):
            concept = breakdown.total.concept or ""
            if concept.startswith(self.apart):
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
        if breakdown.sum > total.value or breakdown.claim is Claim.WHOLE:
            yield Violation(values=values, evidence=shown)
        elif breakdown.claim is Claim.SILENT and breakdown.sum >= total.value * self.near:
            yield Doubt(values=values, evidence=shown)
