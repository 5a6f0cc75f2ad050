"""Kind ``problems-taken-up``: this year's document comes back to last year's problems."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import lost_in
from govcheck.document.place import Place
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import PartId, PassageName

_MOST_SHOWN: Final = 6


class ProblemsTakenUp(Check, Struct, frozen=True, kw_only=True):
    """Words of at least one problem of last year's document stand in this year's."""

    KIND: ClassVar[str] = "problems-taken-up"
    TITLE: ClassVar[str] = "上年度报告所列的问题，本年度写到改进情况；需有上年度报告。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"problems"})

    part: PartId
    problem: re.Pattern[str]
    """A clause of last year's part that names a problem."""
    item: re.Pattern[str]
    """Any other clause of a list: it may name a problem in words of its own."""
    common: re.Pattern[str]
    """Words that any such clause may hold: they tell nothing and are taken out."""
    least: int
    """So many characters in a row make the words of a problem known again."""
    passages: tuple[PassageName, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask only with last year's document at hand."""
        document = case.document
        passage = case.last_year.passage(self.part) if case.last_year else None
        told = re.split("[，,。；;：:\n]", passage.text if passage else "")
        clauses = [clause for clause in told if clause and self.problem.search(clause)]
        items = [clause for clause in told if self.item.search(clause)]
        if not clauses:
            yield Inapplicable(reason="未提供上年度报告，或者其中未列出问题")
            return
        texts = [found.text for name in self.passages if (found := document.passage(name))]
        if not any(self._known_again(one, "\n".join(texts)) for one in (*clauses, *items)):
            part = document.part(self.part)
            place = Place(part=self.part, block=part.start if part else None)
            lost = lost_in(document, self.passages)
            if lost:
                yield Doubt(reason=str(lost), loss=lost)
                return
            more = "等" if len(clauses) > _MOST_SHOWN else ""
            problems = "；".join(clauses[:_MOST_SHOWN]) + more
            yield Violation(values={"problems": problems}, evidence=(Evidence(place=place),))

    def _known_again(self, clause: str, text: str) -> bool:
        words = (piece for piece in self.common.split(clause) if piece)
        return any(
            piece[start : start + self.least] in text
            for piece in words
            for start in range(max(1, len(piece) - self.least + 1))
        )
