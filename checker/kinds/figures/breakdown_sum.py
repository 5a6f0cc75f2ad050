"""Kind ``breakdown-sum``: the parts that the prose lists under a total add up to it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.figure import AMONG
from govcheck.document.naming import plain
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import ConceptGroup
from govcheck.statements.breakdown_lists import breakdowns
from govcheck.statements.breakdowns import Breakdown, Claim
from govcheck.statements.disjoint import coincide
from govcheck.statements.stated import agrees, amount, evidence, worked_out, written
from govcheck.statements.told_by_receipt import told_by_receipt
from govcheck.statements.unnumbered import unnumbered


class BreakdownSum(Check, Struct, frozen=True, kw_only=True):
    """Parts above their total contradict it; below it, only where the list is whole.

    A list that does not say that it is whole, yet comes close, is worth a look.  Shares of a
    division that come to far more than the total overlap; that is no contradiction.  Of a
    total that is called inexact the opposite is asked: 379340余条 with exact parts that come
    to 379340 contradicts them.  Rounded figures (1.4万, 36.4亿) need add up only as far as
    half a unit of the last digit of each allows.
    """

    KIND: ClassVar[str] = "breakdown-sum"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "正文所列分项加起来等于其总数；写 inexact 时，只看称为约数的总数，分项不应恰好相"
        "加为该数。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"total", "sum", "difference", "items", "item"}
    )

    near: Decimal = Decimal(1)
    """The share of the total from which a list that may be partial comes close."""
    listed: Decimal = Decimal(1)
    """The same of a list behind a colon alone: 共3场：4月1场、9月1场."""
    apart: tuple[ConceptGroup, ...] = ()
    """First words of the concepts that another rule adds up: 予以公开, 不予公开."""
    each: bool = False
    """Judge each item by itself instead: none is more than the total that it is part of."""
    unless: re.Pattern[str] | None = None
    """Words of the sentence by which items overlap, or count against the total."""
    divisions: tuple[re.Pattern[str], ...] = ()
    """Names of items, by what the total is divided: by channel, by subject.

    A list that mixes two divisions counts the same twice.
    """
    shared: frozenset[str] = frozenset()
    """Units of which one may be of several items: a meeting on two subjects."""
    exclusive: re.Pattern[str] | None = None
    """Names of items of which a case has but one, such as the results of an application."""
    inexact: frozenset[str] = frozenset()
    """Judge only totals that one of these words calls inexact: 余."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Judge each list once."""
        document = case.document
        asked = [one for one in breakdowns(document) if self._asks(one)]
        if not asked:
            lists = "分项的约数" if self.inexact else "某一总数的各分项"
            yield Inapplicable(reason=f"正文未列出{lists}")
        for breakdown in asked:
            if self.inexact:
                yield from _judge_inexact(document, breakdown)
            elif self.each:
                yield from _judge_each(document, breakdown)
            elif self._differs(breakdown):
                yield from self._judge(document, breakdown)

    def _asks(self, breakdown: Breakdown) -> bool:
        if self.inexact and breakdown.total.approximate not in self.inexact:
            return False
        sentence = f"{breakdown.total.subject} {breakdown.said}"
        if self.unless and self.unless.search(sentence):
            return False
        added = [one for one in breakdown.items if one.concept and not one.scope]
        elsewhere = any((one.concept or "").startswith(self.apart) for one in added)
        return self.each or told_by_receipt(breakdown) or not elsewhere

    def _differs(self, breakdown: Breakdown) -> bool:
        """Whether exact figures, or rounded ones, do not come to the total they should."""
        comes_to_it = not _is_exact(breakdown) or breakdown.may_add_up
        return not comes_to_it and (told_by_receipt(breakdown) or self._compares(breakdown))

    def _compares(self, breakdown: Breakdown) -> bool:
        """Whether the items are shares by one division, of totals that they exceed.

        Two amounts with a comma between may be a part and another total: 主办9件，提案7件.
        """
        within = len(breakdown.totals) > 1 and breakdown.sum <= breakdown.most
        if within or not breakdown.comparable or breakdown.holds_whole:
            return False
        if coincide(breakdown.names, breakdown.vocabulary):
            return False
        names = [item.subject.removeprefix(AMONG) for item in breakdown.items]
        ways = {tuple(bool(one.search(name)) for one in self.divisions) for name in names}
        clear = {way for way in ways if sum(way) == 1}
        if len(clear) > 1:
            return False
        alike = clear == ways or len({name[-1:] for name in names}) == 1
        return len(names) > breakdown.sure + 1 or breakdown.sure > 1 or alike

    def _excludes(self, breakdown: Breakdown) -> bool:
        exclusive = self.exclusive
        return exclusive is not None and all(map(exclusive.search, breakdown.names))

    def _judge(self, document: Document, breakdown: Breakdown) -> Iterator[Remark]:
        total = breakdown.total
        values = {
            "total": amount(total),
            "sum": worked_out(breakdown.items),
            "difference": plain(abs(breakdown.sum - total.value)),
            "items": str(len(breakdown.items)),
        }
        shown = (
            evidence(document, total),
            *(evidence(document, item) for item in breakdown.items),
        )
        divided = breakdown.claim is Claim.DIVIDED or breakdown.overlaps
        if divided and breakdown.sum * self.near > total.value:
            return
        if breakdown.claim is Claim.SUMMED:
            if min(breakdown.sum, total.value) >= self.near * max(breakdown.sum, total.value):
                yield Doubt(values=values, evidence=shown)
            return
        some_twice = breakdown.adds_up_without_some and not self._excludes(breakdown)
        overlapping = some_twice or told_by_receipt(breakdown) or total.unit in self.shared
        if breakdown.claim is Claim.WHOLE or (breakdown.sum > total.value and not overlapping):
            told = unnumbered(document, breakdown)
            yield Violation(values=values, evidence=shown, hint=told)
            return
        near = self.listed if breakdown.claim is Claim.LISTED else self.near
        if breakdown.claim is not Claim.PARTIAL and breakdown.sum >= total.value * near:
            yield Doubt(values=values, evidence=shown)


def _judge_each(document: Document, breakdown: Breakdown) -> Iterator[Remark]:
    """Accuse an item that is said to be among a smaller total."""
    total = breakdown.total
    if not _is_exact(breakdown) or not _is_part(breakdown):
        return
    for item in breakdown.exceeding:
        judged = Doubt if breakdown.may_exceed(item) else Violation
        yield judged(
            values={
                "total": amount(total),
                "item": evidence(document, item).quote,
                "sum": worked_out((item,)),
                "difference": plain(item.value - total.value),
                "items": "1",
            },
            evidence=(evidence(document, item), evidence(document, total)),
        )


def _is_part(breakdown: Breakdown) -> bool:
    """Whether the items are surely of the total: in brackets one alone may say anything."""
    if breakdown.claim in {Claim.WHOLE, Claim.LISTED}:
        units = {item.unit for item in breakdown.items}
        return len(breakdown.items) > 1 and units == {breakdown.total.unit}
    return breakdown.claim is not Claim.DIVIDED


def _is_exact(breakdown: Breakdown) -> bool:
    return breakdown.exact and not breakdown.total.approximate


def _judge_inexact(document: Document, breakdown: Breakdown) -> Iterator[Remark]:
    """Accuse only where the items are all of it: 其中 may leave out what is more."""
    total, come = written(document, breakdown.total), worked_out(breakdown.items)
    shown = (evidence(document, breakdown.total),)
    counted = breakdown.exact and all(item.step == 1 for item in breakdown.items)
    if counted and len(breakdown.items) > 1 and breakdown.adds_up:
        judged = Violation if breakdown.claim is Claim.WHOLE else Doubt
        items = str(len(breakdown.items))
        values = {"total": total, "sum": come, "difference": "0", "items": items}
        yield judged(values=values, evidence=shown)
    elif _misses(breakdown):
        yield Doubt(reason=f"“{total}”与所列各分项之和 {come} 不符，请核实", evidence=shown)


def _misses(breakdown: Breakdown) -> bool:
    """Whether a whole list comes to what its inexact total cannot be: 300余 of 290."""
    units = {item.unit for item in (*breakdown.items, breakdown.total)}
    whole = breakdown.claim is Claim.WHOLE and breakdown.exact and len(units) == 1
    return whole and len(breakdown.items) > 1 and not agrees(breakdown.total, breakdown.sum)
