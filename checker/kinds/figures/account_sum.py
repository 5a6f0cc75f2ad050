"""Kind ``account-sum``: what one paragraph states of the year's cases adds up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.figure import Figure
from govcheck.document.naming import plain
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import ConceptGroup
from govcheck.statements.accounts import Account, AccountBalance, StatedSum, accounts, added
from govcheck.statements.causes import of_some_causes
from govcheck.statements.reading import amounts
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import agrees, bounds, evidence, worked_out


class AccountSum(Check, Struct, frozen=True, kw_only=True):
    """Each sum is put to each paragraph; a total that any reading yields is right.

    Where every figure of a sum agrees with the table, the table holds what the words leave
    unsaid, and nothing is wrong.
    """

    KIND: ClassVar[str] = "account-sum"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "正文同一段写明的收、办、结各数相加相等：各项加法（sums）的分项之和等于总数。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"total", "sum", "also"})

    about: tuple[ConceptGroup, ...]
    """First words of the concepts that it adds up."""
    sums: tuple[StatedSum, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Say the first sum that fails in each paragraph, and one that holds."""
        document = case.document
        found = list(accounts(document, self.about))
        if not found:
            yield Inapplicable(reason="正文未在同一段写明可以相加的数据")
        for account in found:
            balances = [(one, one.balance(account)) for one in self.sums]
            wrong = next((one for one, told in balances if told is AccountBalance.WRONG), None)
            unsaid = next(
                (one for one, told in balances if told is AccountBalance.UNSAID), None
            )
            if wrong and not _explained(document, wrong, account):
                yield self._violation(document, wrong, account)
            elif unsaid and not wrong and _is_untold(document, unsaid, account):
                yield self._unsaid(document, unsaid, account)

    def _unsaid(self, document: Document, asked: StatedSum, account: Account) -> Doubt:
        """Ask for what the words leave out and no table tells."""
        shown = _shown(asked, account)
        total, parts = asked.stated_totals(account)[0], asked.nearest_parts(account)
        reason = (
            f"正文总数写 {plain(added(total))} 件，而 {worked_out(parts)}，"
            f"相差 {plain(abs(added(parts) - added(total)))} 件："
            "可能是正文未写明的部分（如结转），而有关表格未能读取，请核对"
        )
        return Doubt(reason=reason, evidence=tuple(evidence(document, one) for one in shown))

    def _violation(self, document: Document, asked: StatedSum, account: Account) -> Violation:
        parts = account.some((*asked.parts, *asked.extra))
        total = asked.stated_totals(account)[0]
        return Violation(
            values={
                "total": worked_out(total) if len(total) > 1 else plain(added(total)),
                "sum": worked_out(parts),
                "also": _bearing_out(account, total, parts),
            },
            evidence=tuple(evidence(document, one) for one in (*total, *parts)),
        )


def _bearing_out(account: Account, total: tuple[Figure, ...], parts: Iterable[Figure]) -> str:
    """Write out the paragraph's other figures where they come to this total."""
    rest = [one for one in account.figures.values() if one not in (*total, *parts)]
    rest.sort(key=bounds)
    same = len(rest) > 1 and added(rest) == added(total)
    return f"；另{worked_out(rest)}，与总数相符" if same else ""


def _shown(asked: StatedSum, account: Account) -> tuple[Figure, ...]:
    """Return the figures that a sum is about."""
    return (*asked.stated_totals(account)[0], *asked.nearest_parts(account))


def _explained(document: Document, asked: StatedSum, account: Account) -> bool:
    """Whether the table holds all that a sum is about, as lawfully counted."""
    return all(_is_in_table(document, figure) for figure in _shown(asked, account))


def _is_untold(document: Document, asked: StatedSum, account: Account) -> bool:
    """Whether no table tells what the words of the whole body leave out.

    Where one does, another rule holds each figure against it.
    """
    figures = _shown(asked, account)
    whole = all(is_whole(document, figure.scope) for figure in figures)
    return whole and not all(_counted(document, figure) for figure in figures)


def _is_in_table(document: Document, figure: Figure) -> bool:
    """Whether a table holds a figure, or it may count some of the causes that a table holds."""
    if not is_whole(document, figure.scope):
        return False
    return any(
        any(agrees(figure, one.value) for one in counted)
        or of_some_causes(document, table, figure, counted)
        for table in document.form_tables
        if (counted := amounts(table, figure))
    )


def _counted(document: Document, figure: Figure) -> list[Decimal]:
    """Return what the document's tables count of a figure's concept."""
    return [one.value for table in document.form_tables for one in amounts(table, figure)]
