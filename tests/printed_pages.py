"""Bodies of documents around printed tables, for tests."""

from collections.abc import Iterable, Mapping

from knowledge import FORMS

from govcheck.document.blocks import Block, Grid, GridCell, Paragraph
from govcheck.document.form import Form
from govcheck.document.report import Part
from govcheck.document.table import Table
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.understanding.normal import normal_text
from govcheck.understanding.printed_form import printed_table
from govcheck.understanding.tables.fit import fit_tables

F19, F21 = FORMS["form-2019"], FORMS["form-2021"]

Values = Mapping[str, Mapping[str, object]]


def grid(lines: Iterable[Iterable[str]]) -> Grid:
    """Make a grid without merged cells; an empty text is an empty cell."""
    rows = [list(line) for line in lines]
    return as_grid(
        RawGrid(
            cells=tuple(
                RawCell(row=at, column=column, text=text)
                for at, row in enumerate(rows)
                for column, text in enumerate(row)
            ),
            height=len(rows),
            width=max(map(len, rows)),
        )
    )


def as_grid(raw: RawGrid) -> Grid:
    return Grid(
        cells=tuple(
            GridCell(
                row=cell.row,
                column=cell.column,
                height=cell.height,
                width=cell.width,
                text=normal_text(cell.text),
                line=cell.line,
            )
            for cell in raw.cells
        ),
        height=raw.height,
        width=raw.width,
    )


def printed(form: Form, table: str, values: Values | None = None) -> Grid:
    return as_grid(printed_table(form.tables[table], values or {}))


def lines(source: Grid) -> list[list[str]]:
    """Return a grid's texts line by line, a merged cell in each line and column it covers."""
    texts = [[""] * source.width for _ in range(source.height)]
    for cell in source.cells:
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                texts[row][column] = cell.text.written
    return texts


def paragraphs(text: str) -> list[Block]:
    return [Paragraph(text=normal_text(line)) for line in text.split("\n") if line.strip()]


def fit(form: Form = F21, **blocks: Iterable[Block]) -> Mapping[str, Table]:
    """Fit the tables of a body; each keyword is a part (``review`` is the fourth)."""
    body: list[Block] = []
    parts = []
    for name, content in blocks.items():
        part = next(one for one in form.parts if one.id.startswith(name))
        start = len(body)
        body += [Paragraph(text=normal_text(part.title)), *content]
        parts.append(
            Part(id=part.id, number=part.number, title=part.title, start=start, end=len(body))
        )
    return fit_tables(body, parts, forms=FORMS, form=form)


def figures(table: Table) -> dict[str, list[str | None]]:
    """Return row id to the numbers of the row, as text."""
    return {
        row: [
            None if (value := table.value(row, column)) is None else f"{value.normalize():f}"
            for column in table.columns
        ]
        for row in table.rows
    }


def differences(table: Table) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.expected, one.printed) for one in table.deviations]
