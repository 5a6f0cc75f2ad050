"""Kind ``account-sum``: what one paragraph states of the year's cases adds up."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.figure import Figure
from govcheck.document.naming import plain
from govcheck.document.report import Document
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.parameters import ConceptGroup, ConceptId
from govcheck.statements.accounts import Account, accounts
from govcheck.statements.stated import evidence, worked_out


class StatedSum(Struct, frozen=True, kw_only=True):
    """Parts that come to one of several totals, each a sum of concepts, as far as stated."""

    totals: tuple[tuple[ConceptId, ...], ...]
    parts: tuple[ConceptId, ...]
    least: int
    """With fewer parts stated, nothing is asked."""
    all: tuple[tuple[ConceptId, ...], ...] = ()
    """Sets of parts that leave nothing out: only with one of them may parts be too few."""
    extra: tuple[ConceptId, ...] = ()
    """Concepts that may stand beside the parts: they are counted or not."""
    without: tuple[ConceptId, ...] = ()
    """Where one of these is stated, nothing is asked."""


class AccountSum(Struct, frozen=True, kw_only=True):
    """Each sum is put to each paragraph; a total that any reading yields is right."""

    KIND: ClassVar[str] = "account-sum"
    TITLE: ClassVar[str] = (
        "正文同一段写明的收、办、结各数加得起来：各项加法（sums）的分项之和等于总数。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"total", "sum", "also"})

    topic: ConceptGroup
    """First word of the concepts that it is about."""
    sums: tuple[StatedSum, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Say the first sum that fails in each paragraph, and one that holds."""
        document = case.document
        found = list(accounts(document, self.topic))
        if not found:
            yield Inapplicable(reason="正文没有在同一段写明可以相加的数据")
        for account in found:
            failed = next((one for one in self.sums if _fails(one, account)), None)
            if failed:
                yield self._violation(document, failed, account)

    def _violation(self, document: Document, asked: StatedSum, account: Account) -> Violation:
        parts = account.some(asked.parts)
        total = _totals(asked, account)[0]
        amount = sum((figure.value for figure in total), Decimal(0))
        due = sum((part.value for part in parts), Decimal(0))
        return Violation(
            values={
                "total": worked_out(total) if len(total) > 1 else plain(amount),
                "sum": worked_out(parts),
                "also": self._holding(account, total),
            },
            evidence=(
                *(evidence(document, one, due if total == (one,) else None) for one in total),
                *(evidence(document, part) for part in parts),
            ),
        )

    def _holding(self, account: Account, total: tuple[Figure, ...]) -> str:
        """Write out another sum that does come to this total: it tells what is wrong."""
        for asked in self.sums:
            for parts in _addends(asked, account):
                same = sum((part.value for part in parts), Decimal(0)) == total[0].value
                if len(total) == 1 and same and not set(parts) & set(total):
                    return f"；而{worked_out(parts)}，与之相符"
        return ""


def _totals(asked: StatedSum, account: Account) -> list[tuple[Figure, ...]]:
    found = (account.find(total) for total in asked.totals)
    return [total for total in found if total]


def _addends(asked: StatedSum, account: Account) -> list[tuple[Figure, ...]]:
    """Return the parts, and the parts with what may stand beside them."""
    parts = account.some(asked.parts)
    if len(parts) < asked.least or account.some(asked.without):
        return []
    extra = account.some(asked.extra)
    return [parts, (*parts, *extra)] if extra else [parts]


def _fails(asked: StatedSum, account: Account) -> bool:
    totals = {
        sum((figure.value for figure in total), Decimal(0)) for total in _totals(asked, account)
    }
    sums = {
        sum((figure.value for figure in parts), Decimal(0))
        for parts in _addends(asked, account)
    }
    if not totals or not sums or totals & sums:
        return False
    if min(sums) > max(totals):
        return True
    complete = any(account.find(parts) is not None for parts in asked.all)
    return complete and not account.unnamed
