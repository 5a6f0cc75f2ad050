"""Find out which columns the figures of a row of plain text stand in: by label, or by number.

A text file knows no merged cells.  Whoever made it from a page repeated them, left the others
blank or left them out, so that headings and figures that belong together may be cells of
different number in their lines.  A row is read only where this cannot shift it: where every
line has as many cells as the headings and each figure stands under one, or where its label is
followed by exactly as many figures as the form has columns and the headings are in the form's
order.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from govcheck.document.form import FormTable
from govcheck.understanding.tables.columns import Columns, fit_columns
from govcheck.understanding.tables.figure_runs import (
    Starts,
    are_regular,
    shape,
    start_of,
    starts_of,
)
from govcheck.understanding.tables.head_lines import (
    EvenLines,
    HeadOrder,
    heads_of_even_lines,
    order_of,
)
from govcheck.understanding.tables.labels import key
from govcheck.understanding.tables.printed_rows import PrintedRow, Zone

UNREAD = Columns(ids={})


class _Order(Struct, frozen=True, kw_only=True):
    """What columns there are, in printed order, and where the headings have them."""

    ids: tuple[str, ...]
    """For figures that are but counted; none where headings are not the form's."""
    columns: Columns | None = None
    """By label; None where headings have other cells than the figures."""
    heads: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    width: int = 0
    """How many cells each line of headings has."""
    named: bool = False
    """Headings name the columns."""


def typed_columns(
    rows: Sequence[PrintedRow],
    table: FormTable,
    *,
    earlier: Columns | None,
    taken: frozenset[str],
) -> Iterator[Columns]:
    """Yield the columns of each of some rows under the same headings; none if unread.

    ``earlier`` are the last columns that were read of the table, which this may go on;
    ``taken`` those that a table without labels has in other rows.
    """
    order = _order(rows, table, earlier, taken)
    starts = starts_of(rows, len(order.ids))
    regular = are_regular(rows, len(order.ids))
    for row in rows:
        if order.columns and _stands_under(row, order, order.columns, starts):
            yield order.columns
            continue
        start = start_of(row, len(order.ids), regular=regular)
        yield UNREAD if start is None else _from(start, order)


def _order(
    rows: Sequence[PrintedRow],
    table: FormTable,
    earlier: Columns | None,
    taken: frozenset[str],
) -> _Order:
    every = tuple(column.id for column in table.columns)
    lines = rows[0].zone.lines
    if not lines:
        return _Order(ids=tuple(dict.fromkeys(earlier.ids.values())) if earlier else every)
    order = order_of(lines, table)
    ids = () if order is HeadOrder.ANOTHER else every
    counted = _Order(ids=ids, named=order is HeadOrder.FORM)
    even = heads_of_even_lines(lines, table)
    named = _named(rows, even.over, table, taken) if even else None
    if even is None or named is None:
        return counted
    return _headed(counted, named, even, rows[0].zone, table)


def _headed(
    counted: _Order, named: Columns, even: EvenLines, zone: Zone, table: FormTable
) -> _Order:
    """Return the columns by their headings, where these leave no doubt."""
    every = tuple(column.id for column in table.columns)
    at = sorted(named.ids)
    printed = [named.ids[one] for one in at]
    if named.renamed and printed != [name for name in every if name in printed]:
        return counted
    if at == [*range(at[0], at[0] + len(every))]:
        ids = tuple(printed)
        if not _keeps_groups(ids, table):
            return counted
        return _Order(ids=ids, columns=named, heads=even.over, width=even.width, named=True)
    if not _are_plain(named, zone.headed(even.over), table):
        return counted
    return replace(counted, columns=named, heads=even.over, width=even.width)


def _keeps_groups(ids: Sequence[str], table: FormTable) -> bool:
    """Whether columns that only their groups tell apart stand together as in the form."""
    labels = [column.label for column in table.columns]
    if len({*labels}) == len(labels):
        return True
    paths = {column.id: column.path for column in table.columns}
    printed, due = (
        sorted(path for path, _ in groupby(paths[name] for name in names))
        for names in (ids, paths)
    )
    return printed == due


def _are_plain(columns: Columns, zone: Zone, table: FormTable) -> bool:
    """Whether the headings, with their groups, name columns that they alone can name.

    Where groups have the same headings, each group must be named, and whole.
    """
    by_id = {column.id: column for column in table.columns}
    often = Counter(column.label for column in table.columns)
    around, named = key(zone.context), {*columns.ids.values()}
    for at, name in columns.ids.items():
        path = by_id[name].path
        if often[by_id[name].label] == 1:
            continue
        if key(path[-1]) not in around and key(path[-1]) not in map(
            key, zone.heads.get(at, ())
        ):
            return False
        if not named.issuperset(other.id for other in table.columns if other.path == path):
            return False
    return True


def _named(
    rows: Sequence[PrintedRow],
    heads: Mapping[int, tuple[str, ...]],
    table: FormTable,
    taken: frozenset[str],
) -> Columns | None:
    """Return what the headings say of their columns, if they say anything."""
    filled = {cell.column for row in rows for cell in row.cells if cell.text.normal}
    columns = fit_columns(
        rows[0].zone.headed(heads),
        labels=(),
        printed=sorted({*heads, *filled}),
        table=table,
        taken=taken,
    )
    if not columns.named:
        return None
    over_cells = {
        heads[cell.column][-1] for row in rows for cell in row.cells if cell.column in heads
    }
    extra = tuple(text for text in columns.extra if text in over_cells)
    return replace(columns, extra=extra)


def _stands_under(row: PrintedRow, order: _Order, columns: Columns, starts: Starts) -> bool:
    """Whether each figure of a row stands under a heading, and no label does.

    Where other rows of as many cells have their figures elsewhere, a row with blanks at its
    ends may too.
    """
    texts = {cell.column: cell.text.normal for cell in row.cells}
    if not row.labels and not any(texts.values()):
        return False
    if row.width != order.width or not all(column in texts for column in columns.ids):
        return False
    first, last = min(columns.ids), max(columns.ids)
    strange = [column for column, text in texts.items() if text and column not in columns.ids]
    if any(column < first or column not in order.heads for column in strange):
        return False
    if texts[first] and texts[last]:
        return True
    return all(start == first for start in starts.get(shape(row), ()))


def _from(start: int, order: _Order) -> Columns:
    units = order.columns.units if order.columns else {}
    return Columns(
        ids={start + at: name for at, name in enumerate(order.ids)},
        units=units,
        named=order.named,
    )
