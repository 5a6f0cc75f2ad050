"""Kind ``named-rows``: what the prose counts by the name of one row, the table counts there."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from itertools import groupby, takewhile
from typing import ClassVar

from msgspec import Struct

from govcheck.document.blank_tables import is_blank
from govcheck.document.case import Case
from govcheck.document.figure import Figure, Relation
from govcheck.document.naming import cell_evidence, line_name, plain, why_unread
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation
from govcheck.parameters import ColumnId, ConceptId, RowId, TableId
from govcheck.statements.breakdown_lists import breakdowns
from govcheck.statements.breakdowns import Breakdown
from govcheck.statements.causes import names_examples
from govcheck.statements.reading import amounts, fits
from govcheck.statements.scope import is_part, is_whole
from govcheck.statements.stated import agrees, evidence, this_year


class _Named(Struct, frozen=True, kw_only=True):
    """A figure that names a row, and what the row counts."""

    figure: Figure
    row: RowId
    value: Decimal

    @property
    def differs(self) -> bool:
        return not agrees(self.figure, self.value)


class _Sort(Enum):
    """What a figure counts."""

    CALLED = auto()
    """What a row's name, which stands before it alone, is of."""
    WHOLE = auto()
    """All that there is of a concept."""
    LESS = auto()
    """Less than all of a concept, be it of one body or of some days."""
    OTHER = auto()
    """A part of a result, or another matter."""


class NamedRows(Check, Struct, frozen=True, kw_only=True):
    """Causes of a result are rows of the table: 因过程性信息不予公开18件.

    ``narrative`` holds figures of a result; one that is limited to a cause it leaves to this
    kind, unless it is more than all of the result.
    What has two causes is counted in one row, and a part that is refused may be counted as
    given in part.  So a difference is asked about, unless the prose divides by cause all that
    the table has of the result: two divisions of one whole contradict each other.
    """

    KIND: ClassVar[str] = "named-rows"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "正文按表中一行的名称（rows）写明的件数与该行一致；正文把该类（results）全部件数按行"
        "列出的，逐行不同即为不一致，其余不同的请人核实。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"quote", "row", "value"})

    table: TableId
    column: ColumnId
    rows: Mapping[RowId, re.Pattern[str]]
    """How the prose names each row."""
    results: tuple[ConceptId, ...]
    """Concepts that the rows divide: 不予公开."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Judge the lists by cause, then what stands alone."""
        document = case.document
        table = document.table(self.table)
        if table is None or why_unread(document, self.table) or is_blank(table):
            yield Inapplicable(reason="有关表格没有可以核对的数字")
            return
        lists = [one for one in breakdowns(document) if self._divides(document, table, one)]
        told = [self._listed(table, one) for one in lists]
        of_cause = [(one, one.scope) for one in self._alone(document, table)]
        items = [item.figure for one in told for item in one]
        called = [
            (one, one.subject) for one in self._called(document, table) if one not in items
        ]
        alone = self._named(table, [*of_cause, *called])
        if not any(told) and not alone:
            yield Inapplicable(reason="正文未按表中的行写明件数")
        for one, named in zip(lists, told, strict=True):
            sure = _is_division(one, named)
            yield from _judge(document, table, named, self.column, sure=sure)
        yield from _judge(document, table, alone, self.column, sure=False)

    def _divides(self, document: Document, table: Table, one: Breakdown) -> bool:
        """Whether a list is of a result of the whole body's year that the table bears out."""
        total = one.total
        if total.concept not in self.results or not this_year(total):
            return False
        borne_out = any(fits(total, counted) for counted in amounts(table, total))
        return borne_out and one.exact and is_whole(document, total.scope)

    def _listed(self, table: Table, one: Breakdown) -> list[_Named]:
        items = zip(one.items, one.names, strict=True)
        return self._named(table, [item for item in items if item[0].unit == one.total.unit])

    def _alone(self, document: Document, table: Table) -> Iterator[Figure]:
        """Yield the figures that their cause alone limits: 因过程性信息不予公开18件.

        One above all that were refused contradicts the table, whatever its cause.
        """
        for figure in document.figures:
            counted = figure.concept in self.results and this_year(figure)
            if not counted or not figure.scope or not is_part(document, figure.scope):
                continue
            if not _is_above(table, figure) and not names_examples(document, figure):
                yield figure

    def _called(self, document: Document, table: Table) -> Iterator[Figure]:
        """Yield the figures that no more than the name of a row stands before: 重复申请24件.

        Not where their sentence tells of another matter before, nor behind figures of less
        than all in their paragraph.
        """
        units = document.vocabulary.words["concepts.case_units"]
        for _, paragraph in groupby(document.figures, key=lambda one: one.place.block):
            sorted_out = ((one, self._sort(document, one)) for one in paragraph)
            free = takewhile(lambda one: one[1] is not _Sort.LESS, sorted_out)
            for _, sentence in groupby(free, key=lambda one: one[0].sentence):
                for figure, sort in sentence:
                    if sort is _Sort.OTHER or not _is_count(figure, units):
                        break
                    if sort is _Sort.CALLED and not _is_above(table, figure):
                        yield figure

    def _sort(self, document: Document, figure: Figure) -> _Sort:
        if figure.concept and is_whole(document, figure.scope):
            return _Sort.WHOLE
        if figure.concept in {None, *self.results} and self._is_called(document, figure):
            return _Sort.CALLED
        part = figure.concept is None or is_part(document, figure.scope)
        return _Sort.OTHER if part else _Sort.LESS

    def _is_called(self, document: Document, figure: Figure) -> bool:
        """Whether its words name a row, by no example, and nothing that limits its count."""
        words = "" if names_examples(document, figure) else figure.subject
        rest = document.vocabulary.pattern("statements.beside_cause")
        found = (name.search(words) for name in self.rows.values())
        return any(
            rest.fullmatch(words[: one.start()] + words[one.end() :]) for one in found if one
        )

    def _named(self, table: Table, told: list[tuple[Figure, str]]) -> list[_Named]:
        """Return the figures that name one row, each row once."""
        found: dict[RowId, _Named] = {}
        for figure, words in told:
            rows = [row for row, name in self.rows.items() if name.search(words)]
            value = table.value(rows[0], self.column) if len(rows) == 1 else None
            if value is not None:
                found.setdefault(rows[0], _Named(figure=figure, row=rows[0], value=value))
        return list(found.values())


def _is_count(figure: Figure, units: Collection[str]) -> bool:
    """Whether it counts cases of the year."""
    return this_year(figure) and figure.relation is Relation.COUNT and figure.unit in units


def _is_above(table: Table, figure: Figure) -> bool:
    return any(one.value < figure.value for one in amounts(table, figure))


def _is_division(one: Breakdown, named: list[_Named]) -> bool:
    """Whether the items are all of the total, each of another row."""
    return len(named) == len(one.items) and one.sum == one.total.value


def _judge(
    document: Document, table: Table, named: list[_Named], column: str, *, sure: bool
) -> Iterator[Remark]:
    for one in named:
        if not one.differs:
            continue
        said = evidence(document, one.figure)
        shown = said, cell_evidence(table, one.row, column)
        name, value = line_name(table, one.row), plain(one.value)
        values = {"quote": said.quote, "row": name, "value": value}
        if sure:
            yield Violation(values=values, evidence=shown)
        else:
            hint = "一件申请有几种原因，或者部分公开中也有此原因的，口径可能与表不同"
            yield Doubt(values=values, evidence=shown, severity=Severity.MINOR, hint=hint)
