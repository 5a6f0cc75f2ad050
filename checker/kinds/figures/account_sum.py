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


class Equation(Struct, frozen=True, kw_only=True):
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
    """Each equation is put to each paragraph; a total that any reading yields is right."""

    KIND: ClassVar[str] = "account-sum"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"total", "sum", "also"})

    topic: ConceptGroup
    """First word of the concepts that it is about."""
    equations: tuple[Equation, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Say the first equation that fails in each paragraph, and one that holds."""
        document = case.document
        found = list(accounts(document, self.topic))
        if not found:
            yield Inapplicable(reason="正文没有在同一段写明可以相加的数据")
        for account in found:
            failed = next((one for one in self.equations if _fails(one, account)), None)
            if failed:
                yield self._violation(document, failed, account)

    def _violation(self, document: Document, equation: Equation, account: Account) -> Violation:
        parts = account.some(equation.parts)
        total = _totals(equation, account)[0]
        amount = sum((figure.value for figure in total), Decimal(0))
        return Violation(
            values={
                "total": worked_out(total) if len(total) > 1 else plain(amount),
                "sum": worked_out(parts),
                "also": self._holding(account, total),
            },
            evidence=(
                *(evidence(document, figure) for figure in total[1:]),
                evidence(document, total[0], sum((part.value for part in parts), Decimal(0))),
                *(evidence(document, part) for part in parts),
            ),
        )

    def _holding(self, account: Account, total: tuple[Figure, ...]) -> str:
        """Write out another equation that does come to this total: it tells what is wrong."""
        for equation in self.equations:
            for parts in _sums(equation, account):
                same = sum((part.value for part in parts), Decimal(0)) == total[0].value
                if len(total) == 1 and same and not set(parts) & set(total):
                    return f"；而{worked_out(parts)}，与之相符"
        return ""


def _totals(equation: Equation, account: Account) -> list[tuple[Figure, ...]]:
    found = (account.find(total) for total in equation.totals)
    return [total for total in found if total]


def _sums(equation: Equation, account: Account) -> list[tuple[Figure, ...]]:
    """Return the parts, and the parts with what may stand beside them."""
    parts = account.some(equation.parts)
    if len(parts) < equation.least or account.some(equation.without):
        return []
    extra = account.some(equation.extra)
    return [parts, (*parts, *extra)] if extra else [parts]


def _fails(equation: Equation, account: Account) -> bool:
    totals = {
        sum((figure.value for figure in total), Decimal(0))
        for total in _totals(equation, account)
    }
    sums = {
        sum((figure.value for figure in parts), Decimal(0))
        for parts in _sums(equation, account)
    }
    if not totals or not sums or totals & sums:
        return False
    if min(sums) > max(totals):
        return True
    complete = any(account.find(parts) is not None for parts in equation.all)
    return complete and not account.unnamed
