"""Kind ``problem-measures``: every problem listed is met by a measure."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import lost_within
from govcheck.document.place import Place
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation
from govcheck.parameters import Group, PartId
from govcheck.understanding.prose.numerals import han_number


class ProblemMeasures(Check, Struct, frozen=True, kw_only=True):
    """At least as many measures are listed as problems; whether they fit, a person judges."""

    KIND: ClassVar[str] = "problem-measures"
    TITLE: ClassVar[str] = "分列的改进措施不少于所列的问题；是否逐条对应请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"problems", "measures"})

    part: PartId
    turn: re.Pattern[str]
    """Where the text turns from problems to measures."""
    problem: re.Pattern[str]
    """A clause that names a problem, for problems set off by ； alone."""

    shared: re.Pattern[str]
    """What says of a measure which problems of the list it meets: 针对第一、第三个问题."""
    lists: tuple[Annotated[re.Pattern[str], Group(name="1")], ...]
    """How items of a list are numbered, one way each; group 1 is the number."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Count both lists; what is not listed cannot be counted."""
        document = case.document
        part = document.part(self.part)
        passage = document.passage(self.part)
        text = passage.text.strip() if passage else ""
        turn = self.turn.search(text)
        if part is None or not text or turn is None:
            yield Inapplicable(reason="未分列问题和改进措施")
            return
        problems = self._counted(text[: turn.start()]) or self._set_off(text[: turn.start()])
        measures = self._counted(text[turn.start() :])
        shown = (Evidence(place=Place(part=part.id, block=part.start)),)
        lost = lost_within(document, part)
        told = lost or self.shared.search(text, turn.start())
        if problems and measures and measures < problems and not told:
            values = {"problems": str(problems), "measures": str(measures)}
            yield Violation(values=values, evidence=shown)
        else:
            asked = "改进措施是否逐条对应所列问题，需人工判断"
            reason = f"{lost}；{asked}" if lost else asked
            yield Doubt(
                reason=reason,
                evidence=shown,
                severity=Severity.ADVICE,
                loss=lost,
                question=not lost,
            )

    def _set_off(self, text: str) -> int | None:
        """Count the problems of the longest sentence that sets them off by ；."""
        counts = (
            sum(bool(self.problem.search(clause)) for clause in re.split("[；;]", sentence))
            for sentence in text.split("。")
            if "；" in sentence or ";" in sentence
        )
        return max(counts, default=None)

    def _counted(self, text: str) -> int | None:
        """Return how long a list is that counts on from 1 without starting anew."""
        for pattern in self.lists:
            numbers = [_number(found[1]) for found in pattern.finditer(text)]
            if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
                return len(numbers)
            if len(numbers) > 1:
                return None
        return None


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else han_number(words)
