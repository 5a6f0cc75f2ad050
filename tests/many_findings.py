"""Rules that find as much as they are told to."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from ledgers import document, rule, rulebook

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.rulebook.rule import CheckUse, Points, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Check):
    """A check that finds something that often, each time in other words."""

    KIND: ClassVar[str] = "many"
    TITLE: ClassVar[str] = "试验用。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"word"})

    count: int
    last: tuple[Remark, ...] = ()
    open: bool = False
    quote: str = "甲"

    def examine(self, case: Case) -> Iterator[Remark]:  # noqa: ARG002
        kind = Doubt if self.open else Violation
        for number in range(self.count):
            yield kind(
                values={"word": f"{number}"},
                evidence=(Evidence(quote=f"{self.quote}{number}"),),
            )
        yield from self.last


def many(count: int, **more: Any) -> Rule:  # noqa: ANN401 - fields of either
    own = {key: more.pop(key) for key in ("last", "open", "quote") if key in more}
    check = Many(count=count, **own)
    points = Points(each=Decimal(1), cap=Decimal(5))
    use = CheckUse(check=check, message="第{word}处")
    return rule(
        check, id="test/many", failure_title="条目", checks=(use,), points=points, **more
    )


def judged(count: int, **more: Any) -> tuple[Assessment, Any]:  # noqa: ANN401 - as above
    book = rulebook(many(count, **more))
    return assess(Case(document=document()), book), book
