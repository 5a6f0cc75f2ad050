"""Kind ``quantified``: a part of the document states figures of the body's own work."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.losses import lost_within
from govcheck.document.place import Place
from govcheck.document.search import says
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import PartId
from govcheck.statements.stated import evidence, written


class Quantified(Check, Struct, frozen=True, kw_only=True):
    """Some amount stands there and, where ``exact`` asks for it, one that is not rough."""

    KIND: ClassVar[str] = "quantified"
    TITLE: ClassVar[str] = (
        "某一部分（part）写有反映本机关工作量的数；写 exact 时，不得只有约数。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words"})

    part: PartId
    least: int
    """A text of fewer characters is no account; another rule speaks of it."""
    denied: re.Pattern[str]
    """Words that state the amount 0: 未收到政府信息公开申请."""
    exact: bool = False
    units: frozenset[str]
    """Measure words that count what a body discloses, receives or does."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look for amounts among the part's figures."""
        document = case.document
        part = document.part(self.part)
        passage = document.passage(self.part)
        if part is None or passage is None or len(passage.text) < self.least:
            yield Inapplicable(reason="未识别到该部分，或者其中没有文字")
            return
        amounts = [figure for figure in document.figures if self._counts(figure)]
        exact = [figure for figure in amounts if not figure.approximate]
        if exact:
            return
        if self.exact and not amounts:
            yield Inapplicable(reason="该部分未写工作量的数")
            return
        if not self.exact and (amounts or says(document, self.denied, (self.part,))):
            return
        lost = lost_within(document, part)
        if lost and not amounts:
            yield Doubt(reason=str(lost), loss=lost)
            return
        yield Violation(
            values={"words": written(document, amounts[0]) if amounts else ""},
            evidence=tuple(evidence(document, figure) for figure in amounts)
            or (Evidence(place=Place(part=part.id, block=part.start)),),
        )

    def _counts(self, figure: Figure) -> bool:
        own = figure.place.part == self.part and figure.relation is not Relation.ORDINAL
        foreseen = self.exact and figure.period is Period.OTHER_YEAR
        return own and not foreseen and figure.unit in self.units
