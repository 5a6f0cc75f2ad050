"""Find out what the columns are of lines that stand under the same headings."""

from collections.abc import Iterator, Mapping, Sequence

from govcheck.document.form import FormTable
from govcheck.understanding.tables.columns import Columns, fit_columns
from govcheck.understanding.tables.labels import key
from govcheck.understanding.tables.printed_rows import PrintedRow, Zone
from govcheck.understanding.tables.spacers import without_spacers
from govcheck.understanding.tables.typed_columns import typed_columns


def columns_of(
    rows: Sequence[PrintedRow], table: FormTable, found: list[Columns], *, labelled: bool
) -> Iterator[Columns]:
    """Yield what the columns of each of some lines under the same headings are.

    ``found`` are the columns of the lines before, to which these are added.
    """
    if rows[0].typed and not rows[0].turned:
        yield from _typed(rows, table, found, labelled=labelled)
        return
    columns = _columns(rows, table, found, labelled=labelled)
    for row in rows:
        yield columns or _in_order(row, table, found)


def _typed(
    rows: Sequence[PrintedRow], table: FormTable, found: list[Columns], *, labelled: bool
) -> Iterator[Columns]:
    read = typed_columns(
        rows,
        table,
        earlier=next((one for one in reversed(found) if one.ids), None),
        taken=frozenset() if labelled else _taken(found),
    )
    for columns in read:
        if columns.ids and columns not in found:
            found.append(columns)
        yield columns


def _taken(found: Sequence[Columns]) -> frozenset[str]:
    return frozenset(name for one in found for name in one.ids.values())


def _columns(
    rows: Sequence[PrintedRow], table: FormTable, found: list[Columns], *, labelled: bool
) -> Columns | None:
    """Fit the columns of lines that share their headings; None if these say nothing.

    Of running text only headings of all columns count, for it may have lost the others.

    Where lines have no labels that tell rows apart, their labels may be headings.
    """
    heads = rows[0].zone.heads
    if not heads and labelled:
        return None
    printed = without_spacers(sorted(_printed(rows, heads, len(table.columns))), rows)
    columns = fit_columns(
        rows[0].zone,
        labels=() if labelled else rows[0].labels,
        printed=printed,
        table=table,
        taken=frozenset() if labelled else _taken(found),
    )
    columns = _moved(columns, printed, rows[0].zone, table) or columns
    if not columns.ids or (rows[0].spans and not _tells_all(columns, table)):
        return None
    found.append(columns)
    return columns


def _printed(
    rows: Sequence[PrintedRow], heads: Mapping[int, tuple[str, ...]], due: int
) -> set[int]:
    """Return the columns of some lines.

    In a line of fewer cells than are due a wide one stands in all columns with other headings.
    """
    begun = {
        cell.column
        for row in rows
        for cell in row.cells
        if cell.text.normal or cell.column in heads
    }
    return begun | {
        column
        for row in rows
        if len(row.cells) < due
        for cell in row.cells
        for column in range(cell.column + 1, cell.column + cell.width)
        if column in heads and heads[column] != heads.get(column - 1)
    }


def _moved(
    columns: Columns, printed: Sequence[int], zone: Zone, table: FormTable
) -> Columns | None:
    """Return columns of which nothing is read, where only groups' headings are not in place.

    All headings of columns are there and in order, yet some are none of their group's.
    """
    if len(columns.ids) == len(printed):
        return None
    headings = [key(zone.heads.get(column, ("",))[-1]) for column in printed]
    if headings != [key(column.label) for column in table.columns]:
        return None
    ids = {at: column.id for at, column in zip(printed, table.columns, strict=True)}
    return Columns(ids=ids, named=True, moved=True)


def _tells_all(columns: Columns, table: FormTable) -> bool:
    """Whether headings of running text name all columns, and in an order that they have.

    A heading a line, level after level, is how word processors write heads that span others:
    that is no order of columns.
    """
    order = [columns.ids[at] for at in sorted(columns.ids)]
    by_level = sorted(table.columns, key=lambda column: len(column.path))
    levels = len({len(column.path) for column in table.columns})
    by_level_alone = levels > 1 and order == [column.id for column in by_level]
    return len(order) >= len(table.columns) and not by_level_alone


def _in_order(row: PrintedRow, table: FormTable, found: list[Columns]) -> Columns:
    """Fit the columns of a line by their order alone, if it has as many as there must be."""
    earlier = next((one for one in reversed(found) if one.ids), None)
    ids = (
        tuple(dict.fromkeys(earlier.ids.values()))
        if earlier
        else tuple(column.id for column in table.columns)
    )
    cells = row.cells
    while len(cells) > len(ids) and not cells[-1].text.normal:
        cells = cells[:-1]
    if len(cells) != len(ids):
        return Columns(ids={})
    columns = Columns(
        ids={cell.column: name for cell, name in zip(cells, ids, strict=True)},
        units=earlier.units if earlier else {},
    )
    found.append(columns)
    return columns
