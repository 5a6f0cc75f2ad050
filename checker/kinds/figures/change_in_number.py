"""Kind ``change-in-number``: an amount differs from last year's beside it as is said."""

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import plain
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.statements.stated import evidence, text_of
from govcheck.statements.stated_changes import comes_to_it, stated_changes


class ChangeInNumber(Check, Struct, frozen=True, kw_only=True):
    """213件，较上年的184件增加29件: what it was and the change come to a number told.

    So do percentage points: 由42%提高到61%，提高19个百分点.
    """

    KIND: ClassVar[str] = "change-in-number"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文写明原有数和增减数的，现有数与二者相符。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"now", "base", "change", "due"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """Go through the paragraphs with figures."""
        document, asked = case.document, False
        for _, beside in groupby(document.figures, key=lambda one: one.place.block):
            figures = list(beside)
            text = text_of(document, figures[0])
            for one in stated_changes(text, figures, document.vocabulary):
                asked = True
                if comes_to_it(one, figures):
                    continue
                sign, way = (-1, "减少") if one.falling else (1, "增加")
                values = {
                    "now": plain(one.amount.value) + one.amount.unit,
                    "base": plain(one.base.value) + one.base.unit,
                    "change": f"{way}{plain(one.more.value)}{one.more.unit}",
                    "due": plain(one.base.value + sign * one.more.value) + one.base.unit,
                }
                shown = (one.amount, one.base, one.more)
                yield Violation(
                    values=values, evidence=tuple(evidence(document, it) for it in shown)
                )
        if not asked:
            yield Inapplicable(reason="正文没有同时写明原有数和增减数")
