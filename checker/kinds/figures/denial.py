"""Kind ``denial``: what the prose denies, or calls finished, the figures do not show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure
from govcheck.document.naming import cell_evidence, cell_name, plain, why_unread
from govcheck.document.reading import Reading
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import ColumnId, ConceptId, PassageName, RowId, TableId
from govcheck.statements.reading import amount
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import evidence, this_year
from govcheck.statements.told_of import Told, told_of

_PLAIN: Final = 2
"""Nothing around a denial limits it."""
_MOST_NAMED: Final = 3
"""Of more cells that show some, so many are named, and their number."""
_CLAUSE_ENDS: Final = "，,：:"
"""Brackets end no clause here: what stands in them may limit the denial before them."""


class _Counted(Struct, frozen=True, kw_only=True):
    """How many there are of what is denied."""

    value: Decimal | None
    """None where the cells that count it have no figure, and the prose has none either."""
    seen: tuple[Evidence, ...] = ()
    """Every cell, or else the figure, that counts some."""
    words: str = ""
    """What each of these counts (Chinese)."""
    whole: bool = True
    """Whether they count all there is: not where a figure is limited."""


class Denial(Check, Struct, frozen=True, kw_only=True):
    """Words that say there is none of something stand against a count above 0.

    The count is a cell of a table, or a figure of these concepts in the prose.
    """

    KIND: ClassVar[str] = "denial"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文称没有、称全部办结的（find），表格和正文所列数不与之矛盾。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "name", "value", "counted"})

    find: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words in the same sentence that show that it speaks of less, or of something else."""
    plain: re.Pattern[str] | None = None
    """What limits nothing: with other words in its clause a denial speaks of less."""
    before: re.Pattern[str] | None = None
    """The same of what stands earlier in its sentence; for other words a person is asked."""
    needs: re.Pattern[str] | None = None
    """Words that must stand before it in the same paragraph: what it speaks of."""
    arguable: bool = False
    """Ask a person, and accuse nobody: the words may be meant of what was due, 答复率100%."""
    name: str
    """What is counted."""
    table: TableId | None = None
    rows: tuple[RowId, ...] = ()
    columns: tuple[ColumnId, ...] = ()
    """The cells that count it; an edition may lack some of these columns."""
    spoken_of: Mapping[ColumnId, re.Pattern[str]] = {}
    """What must stand before it in its paragraph for a column to count: 诉讼5件，均维持."""
    of_amount: re.Pattern[str] | None = None
    """Words of it that speak of the amount next before in the sentence: 均已, but not 所有."""
    wholes: tuple[ConceptId, ...] = ()
    """Amounts of these are all there was; of another one, a part, it may be said truly."""
    concepts: tuple[ConceptId, ...] = ()
    passages: tuple[PassageName, ...] = (PassageName("overview"),)

    def examine(self, case: Case) -> Iterator[Remark]:
        """One finding for the first denial; what cannot be counted is not held against it."""
        document = case.document
        told = [(one, self._counted(document, one)) for one in self._said(document)]
        said, found = max(told, key=self._weight, default=(None, self._counted(document)))
        value = found.value
        if said is None or (value is not None and not self._plainness(said)):
            yield Inapplicable(reason="正文没有此类表述")
        elif self.table is None and not found.seen:
            yield Inapplicable(reason="正文没有可以核对的数字")
        elif value is None:
            reason = "所引语句无法与表格核对：有关表格没有可以核对的数字"
            loss = why_unread(document, self.table) if self.table else None
            yield Doubt(reason=reason, evidence=(said.sentence_evidence,), loss=loss)
        elif value > 0 and found.seen:
            sure = self._plainness(said) == _PLAIN and found.whole and not self.arguable
            judged = Violation if sure else Doubt
            yield judged(
                values={
                    "words": said.evidence.quote,
                    "name": self.name,
                    "value": plain(value),
                    "counted": found.words,
                },
                evidence=(said.sentence_evidence, *found.seen),
            )

    def _said(self, document: Document) -> Iterator[Match]:
        for match in matches(document, self.find, self.passages):
            if self.unless and self.unless.search(match.sentence):
                continue
            line = match.passage.text.rfind("\n", 0, match.start) + 1
            if self.needs is None or self.needs.search(match.passage.text, line, match.end):
                yield match

    def _weight(self, told: tuple[Match, _Counted]) -> tuple[bool, int]:
        """Rank first what is denied of something that there is, then what is plain."""
        said, found = told
        return bool(found.value and found.seen), self._plainness(said)

    def _plainness(self, match: Match) -> int:
        """Return 0 where its clause limits a denial, 1 where what stands before that may."""
        if self.of_amount and self.of_amount.search(match.text):
            table = match.document.table(self.table) if self.table else None
            told = told_of(match.document, table, match, self.wholes)
            if told is not Told.ALL:
                return told
        if not _is_whole(match, self.plain, _clause(match)):
            return 0
        begin = match.sentence_end - len(match.sentence)
        before = match.passage.text[begin : match.start]
        return _PLAIN if _is_whole(match, self.before, before) else 1

    def _counted(self, document: Document, said: Match | None = None) -> _Counted:
        """Return how many there are: of cells, or else of the first figure that counts some."""
        known = self.table is None
        table = document.table(self.table) if self.table else None
        if table:
            columns = tuple(one for one in self._spoken_of(said) if one in table.columns)
            reading = Reading(name=self.name, rows=self.rows, columns=columns)
            counted = amount(table, reading)
            places = [(row, column) for row in self.rows for column in columns]
            telling = [place for place in places if table.value(*place)]
            known = any(table.value(*place) is not None for place in places)
            if counted and telling:
                seen = tuple(cell_evidence(table, *one) for one in telling)
                words = _listed(table, telling)
                return _Counted(value=counted.value, seen=seen, words=words)
        stated = next((figure for figure in document.figures if self._names(figure)), None)
        if stated is None:
            return _Counted(value=Decimal(0) if known else None)
        shown = evidence(document, stated)
        return _Counted(
            value=stated.value,
            seen=(shown,),
            words=f"“{shown.quote}”",
            whole=is_whole(document, stated.scope),
        )

    def _spoken_of(self, said: Match | None) -> Iterator[ColumnId]:
        """Yield the columns that count what the words before a denial speak of."""
        text = said.passage.text if said else ""
        line = text.rfind("\n", 0, said.start) + 1 if said else 0
        for column in self.columns:
            named = self.spoken_of.get(column)
            if said is None or named is None or named.search(text, line, said.start):
                yield column

    def _names(self, figure: Figure) -> bool:
        return figure.concept in self.concepts and figure.value > 0 and this_year(figure)


def _is_whole(match: Match, plain: re.Pattern[str] | None, words: str) -> bool:
    """Whether words name no less than the whole body and its year."""
    year = match.document.year
    told = words.replace(str(year), "") if year else words
    return plain is None or is_whole(match.document, plain.sub("", told))


def _clause(match: Match) -> str:
    """Return the clause that a match stands in."""
    text, last = match.passage.text, match.sentence_end
    low = last - len(match.sentence)
    begin = max(text.rfind(mark, low, match.start) for mark in _CLAUSE_ENDS) + 1
    stops = (text.find(mark, match.end, last) for mark in _CLAUSE_ENDS)
    return text[max(begin, low) : min((at for at in stops if at >= 0), default=last)]


def _listed(table: Table, cells: Sequence[tuple[str, str]]) -> str:
    """Say cells with their figures, of many the first and how many: “行政复议·尚未审结”2件."""
    shown = cells if len(cells) <= _MOST_NAMED + 1 else cells[:_MOST_NAMED]
    named = ((cell_name(table, *cell), table.value(*cell)) for cell in shown)
    said = "、".join(f"“{name}”{plain(value)}件" for name, value in named if value)
    return said if shown is cells else f"{said}等共{len(cells)}格"
