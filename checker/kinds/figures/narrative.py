"""Kind ``narrative``: what the prose states of a table's matter, some reading of it yields."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct, field
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure
from govcheck.document.naming import cell_evidence, cell_name, plain, why_unread
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation
from govcheck.parameters import ColumnId, ConceptId, RowId, TableId
from govcheck.statements.reading import Amount, Reading, amount
from govcheck.statements.scope import Reach, extent
from govcheck.statements.stated import agrees, evidence, this_year, written


class Narrative(Struct, frozen=True, kw_only=True):
    """Every figure of this body's whole year agrees with a lawful way to count the table.

    A figure that only a loose reading yields is a slight violation, said of the total and not
    again of each kind of applicant.  A figure that the words
    limit to another body or role is never held against the table: it is asked about when
    no figure for the whole document explains it.
    """

    KIND: ClassVar[str] = "narrative"
    TITLE: ClassVar[str] = "正文所写的数，与法定表格按某一合法口径（readings）计出的数一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"quote", "figure", "readings", "hint"}
    )

    table: TableId
    readings: Mapping[ConceptId, tuple[Reading, ...]]
    """Concept to the ways to count it, the plainest first."""
    rows: tuple[RowId, ...] = ()
    """For readings that name no rows."""
    columns: tuple[ColumnId, ...] = ()
    """For readings that name no columns."""
    parts: tuple[ColumnId, ...] = ()
    """The columns that ``columns`` totals, for a document that leaves the total blank."""
    groups: Mapping[str, tuple[ColumnId, ...]] = field(
        default_factory=dict[str, tuple[ColumnId, ...]]
    )
    """The first words of a scope to the columns that count it: 自然人."""
    alike: tuple[ConceptId, ...] = ()
    """Concepts of which any one, stated of the whole, makes those of other bodies additions."""
    bodies: re.Pattern[str]
    """Scopes that name another body or role; any other is a channel or a manner."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare, once for every concept and value."""
        document = case.document
        figures = {
            (figure.concept, figure.scope, figure.value): figure
            for figure in reversed(document.figures)
            if figure.concept in self.readings and this_year(figure)
        }
        if not figures:
            yield Inapplicable(reason="正文没有写明该表所列的数量")
            return
        table = document.table(self.table)
        unread = why_unread(document, self.table)
        if table is None or unread:
            yield Doubt(reason=f"{unread}，正文所写数量无法与表核对")
            return
        limited = []
        for figure in reversed(figures.values()):
            reach = extent(document, figure.scope, self.bodies)
            if reach is Reach.WHOLE or self._group(figure):
                yield from self._compare(document, table, figure)
            elif reach is Reach.UNSURE:
                limited.append(figure)
        yield from self._ask(document, table, limited, list(figures.values()))

    def _group(self, figure: Figure) -> tuple[ColumnId, ...]:
        scope = figure.scope
        return next((c for words, c in self.groups.items() if scope.startswith(words)), ())

    def _amounts(self, table: Table, figure: Figure) -> list[Amount]:
        columns = self._group(figure) or self.columns
        readings = [
            replace(
                reading,
                rows=reading.rows or self.rows,
                columns=reading.columns or columns,
            )
            for reading in self.readings[ConceptId(figure.concept or "")]
        ]
        found = (amount(table, reading, self.parts) for reading in readings)
        return [one for one in found if one is not None]

    def _compare(self, document: Document, table: Table, figure: Figure) -> Iterator[Remark]:
        amounts = self._amounts(table, figure)
        fitting = [one for one in amounts if agrees(figure, one.value)]
        grouped = bool(self._group(figure))
        if not amounts or any(grouped or not one.reading.loose for one in fitting):
            return
        values = {
            "quote": evidence(document, figure).quote,
            "figure": written(document, figure),
            "readings": _listed(amounts),
            "hint": _hint(table, figure, fitting, amounts),
        }
        nearest = min(amounts, key=lambda one: abs(one.value - figure.value))
        due = None if fitting else nearest.value
        shown = (evidence(document, figure, due), *_cells(table, nearest))
        if any(not one.certain and one.value < figure.value for one in amounts):
            yield Doubt(values=values, evidence=shown)
            return
        slight = Severity.MINOR if fitting else None
        yield Violation(values=values, evidence=shown, severity=slight)

    def _ask(
        self, document: Document, table: Table, limited: list[Figure], figures: list[Figure]
    ) -> Iterator[Remark]:
        """Ask about what other bodies' figures leave unsaid of this document's own."""
        told = {figure.concept for figure in figures if figure not in limited}
        if told.intersection(self.alike):
            told.update(self.alike)
        for figure in limited:
            amounts = self._amounts(table, figure)
            if figure.concept in told or any(agrees(figure, one.value) for one in amounts):
                continue
            told.add(figure.concept)
            if amounts:
                reason = (
                    f"正文“{evidence(document, figure).quote}”限于“{figure.scope}”，"
                    f"与表内数据（{_listed(amounts)}）口径不同，正文没有写明全口径数量，请核实"
                )
                shown = (evidence(document, figure), *_cells(table, amounts[0]))
                yield Doubt(reason=reason, evidence=shown)


def _listed(amounts: list[Amount]) -> str:
    named = {one.reading.name: f"{one.reading.name}{plain(one.value)}件" for one in amounts}
    return "、".join(named.values())


def _cells(table: Table, one: Amount) -> tuple[Evidence, ...]:
    """Show the cells of a reading that count something, or its first."""
    places = [(row, column) for row in one.reading.rows for column in one.reading.columns]
    printed = [place for place in places if place in table.cells]
    telling = [place for place in printed if table.value(*place)] or printed[:1]
    return tuple(cell_evidence(table, row, column) for row, column in telling)


def _hint(table: Table, figure: Figure, fitting: list[Amount], amounts: list[Amount]) -> str:
    """Say what the figure may come from."""
    if fitting:
        return f"该数等于{fitting[0].reading.name}，措辞应与口径一致"
    rows = {row for one in amounts for row in one.reading.rows}
    columns = {column for one in amounts for column in one.reading.columns}
    for (row, column), cell in table.cells.items():
        if (row in rows or column in columns) and cell.value == figure.value and figure.value:
            return f"该数与“{cell_name(table, row, column)}”一格相同"
    nearest = min(amounts, key=lambda one: abs(one.value - figure.value))
    difference = plain(abs(nearest.value - figure.value))
    return f"最接近的口径为{nearest.reading.name}，相差 {difference}"
