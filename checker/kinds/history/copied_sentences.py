"""Kind ``copied-sentences``: much of the text stands in last year's report already."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.comparison.repetition import Repetition, repetition
from govcheck.comparison.sentences import Selection
from govcheck.document.case import Case
from govcheck.document.naming import plain
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import PassageName

_BESIDE: Final = "两份报告逐句对照，见 govcheck compare 的结果"


class CopiedSentences(Check, Struct, frozen=True, kw_only=True):
    """More than so many in a hundred of the sentences that count are last year's.

    Two sentences are the same that differ in masked words and in marks alone.
    """

    KIND: ClassVar[str] = "copied-sentences"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文句子遮去数字后与上年度报告相同的超过 percent% 时，请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"counted", "repeated", "share", "percent"}
    )

    passages: tuple[PassageName, ...]
    left_out: re.Pattern[str]
    """Statutory wording, words of the form, set phrases: not the body's own."""
    masked: re.Pattern[str]
    """Years, figures, the numbers of a list."""
    least: int
    """Characters, masked and without marks, that a sentence must have to count."""
    sentences: int
    """So many must count in this year's report for a share of them to mean anything."""
    percent: int

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask once; the sentences that are repeated are the evidence."""
        found = self.repetition(case)
        if found is None:
            yield Inapplicable(reason="未提供上年度报告")
        elif found.counted < self.sentences:
            yield Inapplicable(reason=f"计入比较的句子不足 {self.sentences} 句")
        elif found.exceeds(self.percent):
            yield Doubt(
                evidence=tuple(later.evidence(case.document) for _, later in found.pairs),
                values={
                    "counted": str(found.counted),
                    "repeated": str(found.repeated),
                    "share": f"{plain(found.share)}%",
                    "percent": f"{self.percent}%",
                },
                hint=_BESIDE,
            )

    def repetition(self, case: Case) -> Repetition | None:
        """Return what is repeated, or None without last year's report."""
        if case.last_year is None:
            return None
        return repetition(case.last_year, case.document, self._selection)

    @property
    def _selection(self) -> Selection:
        return Selection(
            passages=self.passages,
            left_out=self.left_out,
            masked=self.masked,
            least=self.least,
        )
