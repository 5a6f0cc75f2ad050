"""Kind ``full-year``: the statistics period is the whole fiscal year."""

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.naming import day_words, days_words
from govcheck.document.search import first_match
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import PassageName


class FullYear(Check, Struct, frozen=True, kw_only=True):
    """The period runs from 1 January to 31 December of the fiscal year."""

    KIND: ClassVar[str] = "full-year"
    TITLE: ClassVar[str] = "统计期限是整个年度；有 unless 所示情形的，请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"start", "end", "year"})

    unless: re.Pattern[str]
    """Words that explain a shorter period: the body was founded or dissolved in that year."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare the period with the fiscal year, in whichever order its two days stand."""
        document = case.document
        if document.period is None or document.year is None:
            yield Inapplicable(reason="未写明统计期限或者报告年度")
            return
        start, end = document.period.value
        year = document.year
        whole = (date(year, 1, 1), date(year, 12, 31))
        if {start, end} == {*whole}:
            return
        evidence = (
            Evidence(
                quote=document.period.quote,
                place=document.period.place,
                expected=days_words(*whole),
                actual=days_words(start, end),
            ),
        )
        reason = first_match(document, self.unless, (PassageName("body"),))
        if reason and {start.year, end.year} == {year}:
            yield Doubt(
                reason="统计期限不是全年，而机关似在年度内成立或者变动，请核实",
                evidence=(*evidence, reason.evidence),
            )
            return
        values = {"start": day_words(start), "end": day_words(end), "year": str(year)}
        yield Violation(evidence=evidence, values=values)
