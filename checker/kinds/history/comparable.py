"""Kind ``comparable``: what was handed in as last year's report is that."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark


class Comparable(Check, Struct, frozen=True, kw_only=True):
    """The same body's report on the year before: else nothing is compared with it."""

    KIND: ClassVar[str] = "comparable"
    TITLE: ClassVar[str] = "给出的上年度报告确为本机关上一年度的报告；不是的，一律不作比较。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"why"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """Say why nothing was compared."""
        if case.unlike:
            yield Doubt(values={"why": case.unlike.why})
        elif case.last_year is None:
            yield Inapplicable(reason="未提供上年度报告")
