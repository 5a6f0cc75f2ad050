"""Find the statutory tables of a document and fit them to the form."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from govcheck.document.blocks import Block, Grid, Paragraph
from govcheck.document.extent import holding
from govcheck.document.form import Form
from govcheck.document.report import Part
from govcheck.document.table import Table
from govcheck.understanding.tables.editions import best_fit
from govcheck.understanding.tables.extracts import without_extracts
from govcheck.understanding.tables.fitted import absent_table, fitted_table, recognised_table
from govcheck.understanding.tables.form_fit import Fit
from govcheck.understanding.tables.grid_lines import may_head, under
from govcheck.understanding.tables.grid_rows import printed_rows
from govcheck.understanding.tables.heads_apart import has_heads_above
from govcheck.understanding.tables.known_labels import Glossary, glossary
from govcheck.understanding.tables.printed_rows import PrintedRow
from govcheck.understanding.tables.recognised_labels import mended
from govcheck.understanding.tables.stream_rows import stream_rows

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
    read |= {row.part for lines in found.values() for row in lines if row.typed}
    held = {row.block for lines in found.values() for row in lines}
    tables: dict[str, Table] = {}
    followed: dict[str, set[str]] = {}
    for name, home in homes.items():
        lines = found.get(name) or streams.get(name) or []
        kin = followed.setdefault(home, set())
        best = best_fit(lines, table=name, forms=forms, form=form, followed=kin)
        if best is not None:
            kin.add(best.form.id)
            apart = not best.named and has_heads_above(body, _first(best), held, best.table)
            table = fitted_table(best, forms, form, scattered=apart or name not in found)
            tables[name] = recognised_table(table, best, body)
        elif name in form.tables:
            tables[name] = absent_table(form.tables[name], form, body, parts, lost=home in read)
    return tables


def _first(fit: Fit) -> int:
    return min(row.block for row in fit.rows.values())


def _in_grids(
    body: Sequence[Block], parts: Sequence[Part], known: Glossary, homes: Mapping[str, str]
) -> Mapping[str, list[PrintedRow]]:
    """Return the lines of each table; those outside its part only if there are none in it."""
    rows: dict[str, list[PrintedRow]] = {}
    context = ""
    over: Grid | None = None
    for index, block in enumerate(body):
        over = over if isinstance(block, Grid) else None
        if isinstance(block, Paragraph):
            context = block.text.normal[:_CONTEXT]
        elif isinstance(block, Grid):
            part = _part_at(parts, index)
            if part is None or part in homes.values() or block.recognised:
                grid = mended(block, known.keys) if block.recognised else block
                read = partial(printed_rows, index=index, part=part, glossary=known)
                lines = read(grid, context=context)
                if over and may_head(over, grid) and not any(r.zone.heads for r in lines):
                    lines = _lifted(read(under(over, grid), context=context), over.height)
                elif not lines and not grid.typed:
                    over = grid
                for row in lines:
                    rows.setdefault(row.table, []).append(row)
            context = ""
    return {
        name: without_extracts(
            [row for row in lines if row.part == homes[name]] or lines, known
        )
        for name, lines in rows.items()
    }


def _lifted(rows: Sequence[PrintedRow], lines: int) -> list[PrintedRow]:
    """Return rows of a grid that was put beneath some lines, where they are without these."""
    return [
        replace(row, cells=tuple(replace(cell, row=cell.row - lines) for cell in row.cells))
        for row in rows
    ]


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
    within = holding(parts, index)
    return within.id if within else None
