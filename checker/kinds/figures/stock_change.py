"""Kind ``stock-change``: what there was and what came and went make what there is."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import plain
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.statements.stated import evidence
from govcheck.statements.stocks import stocks


class StockChange(Check, Struct, frozen=True, kw_only=True):
    """A stock at the end of the year is that of its beginning with what is said to change it.

    More may have changed it than is said (自行失效), so a person is asked.
    """

    KIND: ClassVar[str] = "stock-change"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "正文同一句写明年初数、新增数、减少数和年末数的，四数相合；不合的请人核实。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"first", "changes", "due", "last"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """One doubt for each sentence that does not come out even."""
        document = case.document
        found = list(stocks(document))
        if not found:
            yield Inapplicable(reason="正文没有写明年初数、增减数和年末数")
        for one in found:
            if one.due == one.last.value:
                continue
            changes = [f"加{plain(came.value)}" for came in one.came]
            changes += [f"减{plain(went.value)}" for went in one.went]
            values = {
                "first": plain(one.first.value),
                "changes": "、".join(changes),
                "due": plain(one.due),
                "last": plain(one.last.value),
            }
            told = (one.last, one.first, *one.came, *one.went)
            yield Doubt(
                values=values, evidence=tuple(evidence(document, each) for each in told)
            )
