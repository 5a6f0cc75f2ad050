"""Make the tables of a document: fitted, read from a picture, or not there."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Block, Grid, Image
from govcheck.document.form import Form, FormColumn, FormRow, FormTable
from govcheck.document.place import Place
from govcheck.document.report import Part
from govcheck.document.table import Cell, CellState, Deviation, DeviationKind, Table
from govcheck.understanding.tables.deviations import deviations
from govcheck.understanding.tables.editions import foreign_rows
from govcheck.understanding.tables.form_fit import Fit
from govcheck.understanding.tables.heads_alone import heads_alone
from govcheck.understanding.tables.known_labels import vocabulary
from govcheck.understanding.tables.labels import is_cut
from govcheck.understanding.tables.other_forms import is_told_otherwise

_MISREADABLE: Final = frozenset(
    {
        DeviationKind.RENAMED_ROW,
        DeviationKind.RENAMED_COLUMN,
        DeviationKind.ORDER,
        DeviationKind.UNIT,
    }
)
"""What a label may seem to be when it is read from a picture."""


def fitted_table(fit: Fit, forms: Mapping[str, Form], form: Form, *, scattered: bool) -> Table:
    """Make the table; ``scattered`` says that it was read from running text."""
    table = fit.table
    first = next(iter(fit.rows.values()))
    partial = scattered or fit.scraps or (not fit.named and len(fit.rows) < len(table.rows))
    partial = partial or any(one.state is CellState.ABSENT for one in fit.cells.values())
    partial = partial or any(columns.moved for columns in fit.columns)
    partial = partial or any(map(is_cut, _strange_labels(fit)))
    if not partial and not fit.named and not vocabulary(table).rows:
        partial = True
    place = Place(part=table.part, block=first.block, table=table.id, line=first.line)
    twice = Deviation(kind=DeviationKind.TWICE, expected=table.title, place=place)
    found = deviations(
        fit,
        form=form,
        foreign=foreign_rows(table.id, forms=forms, fitted=fit.form),
        partial=partial,
    )
    return Table(
        id=table.id,
        form=fit.form.id,
        title=table.title,
        cells={**_absent_cells(table), **fit.cells},
        labels=_labels(table),
        sums=table.sums,
        readings=table.readings,
        deviations=(*found, *((twice,) if fit.disputed else ())),
        place=place,
        partial=partial,
    )


def _strange_labels(fit: Fit) -> Iterator[str]:
    """Yield the labels that are none of the form's: one not read may be any of these."""
    for columns in fit.columns:
        yield from (*columns.extra, *columns.renamed.values())
    for row, _ in fit.others:
        yield row.label


def recognised_table(table: Table, fit: Fit, body: Sequence[Block]) -> Table:
    """Say of a table that was read from a picture that it was, and that it is a picture."""
    grids = (body[row.block] for row in fit.rows.values())
    if not any(isinstance(grid, Grid) and grid.recognised for grid in grids):
        return table
    shown = _picture(fit.table, body)
    place = _at(table.place, *shown) if shown else table.place
    pictured = Deviation(kind=DeviationKind.PICTURE, expected=fit.table.title, place=place)
    found = [one for one in table.deviations if one.kind not in _MISREADABLE]
    return replace(
        table,
        recognised=True,
        doubted=bool(table.deviations) or table.partial or fit.disputed,
        deviations=(*found, pictured),
    )


def absent_table(
    table: FormTable, form: Form, body: Sequence[Block], parts: Sequence[Part], *, lost: bool
) -> Table:
    """Make the table of a document that does not print it, or whose text has ``lost`` it."""
    part = next((part for part in parts if part.id == table.part), None)
    picture = _picture(table, body)
    place = Place(part=table.part, table=table.id, block=part.start if part else None)
    if picture:
        place = _at(place, *picture)
    kind = DeviationKind.PICTURE if picture else DeviationKind.MISSING_TABLE
    if not picture and is_told_otherwise(table, form, body, parts):
        kind = DeviationKind.OTHER_FORM
    heads = "" if picture else heads_alone(table, body, part)
    missing = Deviation(kind=kind, expected=table.title, printed=heads, place=place)
    return Table(
        id=table.id,
        form=form.id,
        title=table.title,
        cells=_absent_cells(table),
        labels=_labels(table),
        sums=table.sums,
        readings=table.readings,
        deviations=() if lost and not picture else (missing,),
        place=place,
        partial=lost and not picture,
    )


def _picture(table: FormTable, body: Sequence[Block]) -> tuple[int, Image] | None:
    """Return the first picture that stands for a table, and its index."""
    images = ((at, block) for at, block in enumerate(body) if isinstance(block, Image))
    return next((found for found in images if _shows(found[1], table)), None)


def _shows(image: Image, table: FormTable) -> bool:
    """Tell whether a picture stands for a table; one of a block, for all blocks of its part."""
    if image.table is None:
        return False
    return image.table == table.id or (
        table.titled and image.table.partition("-")[0] == table.id.partition("-")[0]
    )


def _at(place: Place, index: int, image: Image) -> Place:
    return replace(place, block=index, line=image.line, page=image.page)


@cache
def _absent_cells(table: FormTable) -> Mapping[tuple[str, str], Cell]:
    return {
        (row.id, column.id): Cell(
            written="",
            state=CellState.ABSENT,
            place=Place(part=table.part, table=table.id, row=row.id, column=column.id),
        )
        for row in table.rows
        for column in table.columns
    }


@cache
def _labels(table: FormTable) -> Mapping[str, str]:
    """Return what to call rows and columns; the heading above tells like from like."""
    lines: list[FormRow | FormColumn] = [*table.rows, *table.columns]
    often = Counter(line.label for line in lines)
    return {
        line.id: "·".join((*line.path[-1:], line.label))
        if often[line.label] > 1
        else line.label
        for line in lines
    }
