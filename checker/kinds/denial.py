"""Kind ``denial``: what the prose denies, or calls finished, the figures do not show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from govcheck.assessment import Evidence, Inapplicable, Remark, Violation
from govcheck.document import Document
from govcheck.figure import Figure
from govcheck.kinds.reading import Reading, amount
from govcheck.kinds.stated import evidence, this_year
from govcheck.kinds.tables import cell_evidence, plain
from govcheck.parameters import PassageName, TableId
from govcheck.search import Match, matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Words that say there is none of something stand against a count above 0.

    The count is a cell of a table, or a figure of these concepts in the prose.
    """

    KIND: ClassVar[str] = "denial"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "name", "value"})

    find: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words in the same sentence that show that it speaks of less, or of something else."""
    needs: re.Pattern[str] | None = None
    """Words that must stand before it in the same paragraph: what it speaks of."""
    table: TableId
    count: Reading
    concepts: tuple[str, ...] = ()
    passages: tuple[PassageName, ...] = (PassageName("overview"),)

    def examine(self, document: Document) -> Iterator[Remark]:
        """One finding for the first denial; what cannot be counted is not held against it."""
        said = next((one for one in self._said(document)), None)
        if said is None:
            yield Inapplicable(reason="正文没有这类表述")
            return
        value, seen = self._counted(document)
        if value > 0 and seen:
            yield Violation(
                values={
                    "words": said.evidence.quote,
                    "name": self.count.name,
                    "value": plain(value),
                },
                evidence=(said.sentence_evidence, seen),
            )

    def _said(self, document: Document) -> Iterator[Match]:
        for match in matches(document, self.find, self.passages):
            if self.unless and self.unless.search(match.sentence):
                continue
            line = match.passage.text.rfind("\n", 0, match.start) + 1
            if self.needs is None or self.needs.search(match.passage.text, line, match.end):
                yield match

    def _counted(self, document: Document) -> tuple[Decimal, Evidence | None]:
        table = document.table(self.table)
        counted = amount(table, self.count) if table and not table.recognised else None
        if table and counted and counted.value > 0:
            places = ((row, one) for row in self.count.rows for one in self.count.columns)
            row, column = next(place for place in places if table.value(*place))
            return counted.value, cell_evidence(table, row, column)
        stated = next((figure for figure in document.figures if self._names(figure)), None)
        if stated is None:
            return Decimal(0), None
        return stated.value, evidence(document, stated)

    def _names(self, figure: Figure) -> bool:
        return figure.concept in self.concepts and figure.value > 0 and this_year(figure)
