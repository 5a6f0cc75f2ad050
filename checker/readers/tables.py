"""Find the statutory tables of a document and fit them to the form."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from govcheck.blocks import Block, Grid, Image, Paragraph
from govcheck.document import Part
from govcheck.form import Form, FormColumn, FormRow, FormTable
from govcheck.place import Place
from govcheck.readers.deviations import deviations
from govcheck.readers.editions import best_fit, foreign_rows
from govcheck.readers.fitting import Fit
from govcheck.readers.grid_rows import printed_rows
from govcheck.readers.printed_rows import PrintedRow
from govcheck.readers.stream_rows import stream_rows
from govcheck.readers.vocabulary import Glossary, glossary, vocabulary
from govcheck.table import Cell, CellState, Deviation, DeviationKind, Table

_CONTEXT = 80
"""So much of the text before a grid may say what it is."""


def fit_tables(
    body: Sequence[Block],
    parts: Sequence[Part],
    *,
    forms: Mapping[str, Form],
    form: Form,
) -> Mapping[str, Table]:
    """Return every table of ``form``, the edition in force, and what is printed of others.

    A table follows the edition whose rows and columns it prints.  One that is not there has
    only absent cells and a deviation that says so.
    """
    known = glossary(tuple(table for one in forms.values() for table in one.tables.values()))
    homes = {table.id: table.part for one in forms.values() for table in one.tables.values()}
    found = _in_grids(body, parts, known, homes)
    streams = _in_text(body, parts, known, forms, frozenset(found))
    read = {row.part for lines in streams.values() for row in lines}
    tables: dict[str, Table] = {}
    followed: dict[str, set[str]] = {}
    for name, home in homes.items():
        lines = found.get(name) or streams.get(name) or []
        kin = followed.setdefault(home, set())
        best = best_fit(lines, table=name, forms=forms, form=form, followed=kin)
        if best is not None:
            kin.add(best.form.id)
            tables[name] = _fitted(best, forms, form, scattered=name not in found)
        elif name in form.tables:
            tables[name] = _absent(form.tables[name], form, body, parts, lost=home in read)
    return tables


def _in_grids(
    body: Sequence[Block], parts: Sequence[Part], known: Glossary, homes: Mapping[str, str]
) -> Mapping[str, list[PrintedRow]]:
    """Return the lines of each table; those outside its part only if there are none in it."""
    rows: dict[str, list[PrintedRow]] = {}
    context = ""
    for index, block in enumerate(body):
        if isinstance(block, Paragraph):
            context = block.text.normal[:_CONTEXT]
        elif isinstance(block, Grid):
            part = _part_at(parts, index)
            if part is None or part in homes.values():
                lines = printed_rows(block, index, part=part, context=context, glossary=known)
                for row in lines:
                    rows.setdefault(row.table, []).append(row)
            context = ""
    return {
        name: [row for row in lines if row.part == homes[name]] or lines
        for name, lines in rows.items()
    }


def _in_text(
    body: Sequence[Block],
    parts: Sequence[Part],
    known: Glossary,
    forms: Mapping[str, Form],
    found: Collection[str],
) -> Mapping[str, list[PrintedRow]]:
    """Return the lines of tables that no grid holds but the running text of their part does."""
    counts: dict[str, set[int]] = {}
    missing: set[str] = set()
    for table in (table for one in forms.values() for table in one.tables.values()):
        counts.setdefault(table.id, set()).add(len(table.columns))
        if table.id not in found:
            missing.add(table.part)
    rows: dict[str, list[PrintedRow]] = {}
    for part in parts:
        if part.id in missing and part.id is not None:
            inside = [
                (index, block)
                for index, block in enumerate(body[part.start + 1 : part.end], part.start + 1)
                if isinstance(block, Paragraph)
            ]
            for row in stream_rows(inside, part=part.id, counts=counts, known=known):
                rows.setdefault(row.table, []).append(row)
    return rows


def _part_at(parts: Sequence[Part], index: int) -> str | None:
    return next((part.id for part in parts if part.start <= index < part.end), None)


# ---------------------------------------------------------------- the table


def _fitted(fit: Fit, forms: Mapping[str, Form], form: Form, *, scattered: bool) -> Table:
    """Make the table; ``scattered`` says that it was read from running text."""
    table = fit.table
    first = next(iter(fit.rows.values()))
    partial = scattered or (not fit.named and len(fit.rows) < len(table.rows))
    if not partial and not fit.named and not vocabulary(table).rows:
        partial = True
    return Table(
        id=table.id,
        form=fit.form.id,
        cells={**_absent_cells(table), **fit.cells},
        labels=_labels(table),
        deviations=deviations(
            fit,
            form=form,
            foreign=foreign_rows(table.id, forms=forms, fitted=fit.form),
            partial=partial,
        ),
        place=Place(part=table.part, block=first.block, table=table.id, line=first.line),
        partial=partial,
    )


def _absent(
    table: FormTable, form: Form, body: Sequence[Block], parts: Sequence[Part], *, lost: bool
) -> Table:
    """Make the table of a document that does not print it, or whose text has ``lost`` it."""
    part = next((part for part in parts if part.id == table.part), None)
    picture = next(
        (
            (index, block)
            for index, block in enumerate(body)
            if isinstance(block, Image) and _shows(block, table)
        ),
        None,
    )
    place = Place(part=table.part, table=table.id, block=part.start if part else None)
    if picture:
        place = replace(place, block=picture[0], line=picture[1].line, page=picture[1].page)
    kind = DeviationKind.PICTURE if picture else DeviationKind.MISSING_TABLE
    missing = Deviation(kind=kind, expected=table.title, place=place)
    return Table(
        id=table.id,
        form=form.id,
        cells=_absent_cells(table),
        labels=_labels(table),
        deviations=() if lost and not picture else (missing,),
        place=place,
        partial=lost and not picture,
    )


def _shows(image: Image, table: FormTable) -> bool:
    """Tell whether a picture stands for a table; one of a block, for all blocks of its part."""
    if image.table is None:
        return False
    return image.table == table.id or (
        table.titled and image.table.partition("-")[0] == table.id.partition("-")[0]
    )


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
