"""Statutory tables built by hand, for tests that need no reader."""

from collections.abc import Mapping
from decimal import Decimal

from knowledge import FORMS, VOCABULARY
from msgspec.structs import replace

from govcheck.document.form import FormColumn, FormRow
from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.report import AgencyKind, Document, Part
from govcheck.document.source import Source
from govcheck.document.table import Cell, CellState, Table
from govcheck.kinds.check import Check
from govcheck.kinds.figures.table_sums import TableSums
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import CheckUse, Rule, Rulebook, Scope

BOOK = load_rulebook()
Values = Mapping[str, Mapping[str, int | str | None]]


def table(name: str, values: Values, form: str = "form-2021", **more: object) -> Table:
    """Build a table: a cell not named is 0, None is blank, words are words."""
    layout = FORMS[form].tables[name]
    rows, columns = layout.rows, layout.columns
    cells = {
        (row.id, column.id): _cell(
            values.get(row.id, {}).get(column.id, 0),
            Place(part=layout.part, table=name, row=row.id, column=column.id),
        )
        for row in rows
        for column in columns
    }
    labels = {row.id: _label(row) for row in rows}
    labels |= {column.id: _label(column) for column in columns}
    place = Place(part=layout.part, table=name)
    more = {"sums": layout.sums, "place": place, **more}
    return Table(id=name, form=form, cells=cells, labels=labels, **more)  # type: ignore[arg-type]


def _label(line: FormRow | FormColumn) -> str:
    return line.label


def _cell(value: int | str | None, place: Place) -> Cell:
    if value is None:
        return Cell(written="", state=CellState.BLANK, place=place)
    if isinstance(value, str):
        state = CellState.MARK if value in {"/", "-", "无"} else CellState.TEXT
        return Cell(written=value, state=state, place=place)
    return Cell(written=str(value), state=CellState.FIGURE, value=Decimal(value), place=place)


def document(*tables: Table, year: int | None = 2024, **more: object) -> Document:
    """Build a document that holds these tables and zeros in the others."""
    form = FORMS["form-2021" if year is None or year > 2020 else "form-2019"]
    filled: dict[str, Table] = {name: table(name, {}, form.id) for name in form.tables}
    filled |= {given.id: given for given in tables}
    facts: dict[str, object] = {
        "tables": filled,
        "source": Source(name="report.html", format="html"),
        "agency_kind": AgencyKind.DEPARTMENT,
        "fiscal_year": None if year is None else Found(value=year, origin=Origin.BODY),
        "parts": tuple(
            Part(id=part.id, number=part.number, title=part.title, start=index, end=index + 1)
            for index, part in enumerate(form.parts)
        ),
    }
    return Document(form=form, vocabulary=VOCABULARY, **{**facts, **more})  # type: ignore[arg-type]


def rule(check: Check, **more: object) -> Rule:
    """Wrap a check into a rule."""
    base = BOOK.rules[0]
    facts: dict[str, object] = {
        "id": "test/rule",
        "title": base.title,
        "failure_title": base.failure_title,
        "dimension": "accuracy",
        "severity": base.severity,
        "points": base.points,
        "basis": base.basis,
        "scope": Scope(),
        "checks": (CheckUse(check=check, message="说明"),),
        "remedy": "改正",
    }
    return Rule(**{**facts, **more})  # type: ignore[arg-type]


def sums() -> tuple[Rule, ...]:
    """Return the shipped rules that add up table cells."""
    return tuple(
        found
        for found in BOOK.rules
        if any(isinstance(use.check, TableSums) for use in found.checks)
    )


def rulebook(*rules: Rule) -> Rulebook:
    """Return a book of these rules under the shipped scoring policy."""
    return replace(BOOK, rules=rules)
