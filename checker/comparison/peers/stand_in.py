"""A document that stands in for one that is no longer in hand, or that there is none of."""

from decimal import Decimal

from govcheck.document.bodies import Body, Figures
from govcheck.document.form import Form, FormTable
from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.source import Source
from govcheck.document.table import Cell, CellState, Table


def stand_in(body: Body, form: Form) -> Document:
    """Return a document with a body's facts and tables; its text is not there."""
    given, day, year = Origin.GIVEN, body.published, body.year
    return Document(
        source=Source(name=body.file),
        form=form,
        agency=Found(value=body.name, origin=given) if body.name else None,
        agency_kind=body.kind,
        region=body.region,
        fiscal_year=None if year is None else Found(value=year, origin=given),
        published=() if day is None else (Found(value=day, origin=given),),
        tables={
            name: _table(form.tables[name], figures)
            for name, figures in body.figures.items()
            if name in form.tables and figures.form == form.id
        },
    )


def _table(form: FormTable, figures: Figures) -> Table:
    cells = {
        (row.id, column.id): _cell(form, figures, row.id, column.id)
        for row in form.rows
        for column in form.columns
    }
    labels = {row.id: row.label for row in form.rows}
    labels |= {column.id: column.label for column in form.columns}
    return Table(id=form.id, form=figures.form, title=form.title, cells=cells, labels=labels)


def _cell(form: FormTable, figures: Figures, row: str, column: str) -> Cell:
    place = Place(part=form.part, table=form.id, row=row, column=column)
    if (row, column) in figures.unread:
        return Cell(written="", state=CellState.BLANK, place=place)
    value = figures.values.get((row, column), Decimal())
    written = f"{value.normalize():f}"
    return Cell(written=written, state=CellState.FIGURE, value=value, place=place)
