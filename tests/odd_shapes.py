"""Odd shapes in which bodies print the tables of the form."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from bodies import HEADING, Body
from msgspec.structs import replace

from govcheck.document.form import FormTable
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.understanding.printed_form import printed_table

Tables = Callable[[Body, Sequence[FormTable]], str]
"""From the tables of a part to the HTML that prints them."""


def page_of(body: Body, tables: Tables, whole: str = "<html><body>{}</body></html>") -> bytes:
    """Lay a report out with its tables printed in another way."""
    said = f"<h1>{body.title}</h1><div>发布日期：{body.published} 来源：{body.source}</div>"
    said += "".join(_block(body, line, tables) for line in body.paragraphs)
    return whole.format(said).encode()


def _block(body: Body, line: str, tables: Tables) -> str:
    if not line.startswith("|"):
        return f"<p>{escape(line, quote=False)}</p>"
    part = {"review": "review-litigation"}.get(line.split()[1], line.split()[1])
    return tables(body, [one for one in body.form.tables.values() if one.part == part])


def part_of(body: Body, number: str) -> str:
    """Return the paragraph that heads a part."""
    headings = filter(HEADING.fullmatch, body.paragraphs)
    heading = next(one for one in headings if one[0] == number)
    return f"<p>{heading}</p>"


def written(grid: RawGrid, cell: Callable[[RawCell], str] | None = None) -> str:
    """Write a grid as a table."""
    rows: list[list[str]] = [[] for _ in range(grid.height)]
    for one in sorted(grid.cells, key=lambda one: (one.row, one.column)):
        rows[one.row].append((cell or _cell)(one))
    lines = (f"<tr>{''.join(row)}</tr>" for row in rows)
    return f"<table>{''.join(lines)}</table>"


def _cell(one: RawCell) -> str:
    return f'<td rowspan="{one.height}" colspan="{one.width}">{escape(one.text)}</td>'


def each(change: Callable[[RawGrid], RawGrid]) -> Tables:
    """Print each table as a grid that is changed."""
    return lambda body, tables: "".join(
        written(change(printed_table(one, body.tables[one.id]))) for one in tables
    )


def plain(grid: RawGrid) -> RawGrid:
    return grid


def turned(grid: RawGrid) -> RawGrid:
    """Rows for columns and columns for rows."""
    cells = tuple(
        replace(one, row=one.column, column=one.row, height=one.width, width=one.height)
        for one in grid.cells
    )
    return replace(grid, cells=cells, height=grid.width, width=grid.height)


def first_figures(grid: RawGrid) -> int:
    """Return the first row that has a figure."""
    return min(one.row for one in grid.cells if is_figure(one))


def is_figure(one: RawCell) -> bool:
    return one.text.lstrip("-").replace(".", "").isdigit()


def numbered(head: str | None) -> Callable[[RawGrid], RawGrid]:
    """Put a column of numbers before the others, under a heading or none."""

    def change(grid: RawGrid) -> RawGrid:
        first = first_figures(grid)
        cells = [replace(one, column=one.column + 1) for one in grid.cells]
        cells.append(RawCell(row=0, column=0, height=first, text=head or ""))
        counts = range(1, grid.height - first + 1)
        cells += [RawCell(row=first + at - 1, column=0, text=str(at)) for at in counts]
        return replace(grid, cells=tuple(cells), width=grid.width + 1)

    return change


def counted(label: str) -> Callable[[RawGrid], RawGrid]:
    """Put a line that counts the columns under the headings."""

    def change(grid: RawGrid) -> RawGrid:
        first = first_figures(grid)
        figures = [one for one in grid.cells if one.row == first and is_figure(one)]
        cells = [replace(one, row=one.row + (one.row >= first)) for one in grid.cells]
        at = min(one.column for one in figures)
        if at:
            cells.append(RawCell(row=first, column=0, width=at, text=label))
        cells += [replace(one, text=str(n)) for n, one in enumerate(figures, 1)]
        return replace(grid, cells=tuple(cells), height=grid.height + 1)

    return change


def unit_column(head: str) -> Callable[[RawGrid], RawGrid]:
    """Put a column of units between the labels and the figures."""

    def change(grid: RawGrid) -> RawGrid:
        first = first_figures(grid)
        at = min(one.column for one in grid.cells if is_figure(one))
        if not at:
            return grid
        cells: list[RawCell] = []
        for one in grid.cells:
            goes_on = one.column < at < one.column + one.width
            cells.append(
                replace(one, column=one.column + (one.column >= at), width=one.width + goes_on)
            )
        top = sum(one.width == grid.width for one in grid.cells)
        cells.append(RawCell(row=top, column=at, height=first - top, text=head))
        cells += [RawCell(row=row, column=at, text="件") for row in range(first, grid.height)]
        return replace(grid, cells=tuple(cells), width=grid.width + 1)

    return change


def with_units(grid: RawGrid) -> RawGrid:
    """Put each figure's unit in a cell of its own behind it."""
    at = min(one.column for one in grid.cells if is_figure(one))
    cells: list[RawCell] = []
    for one in grid.cells:
        begin, end = (max(x, 2 * x - at) for x in (one.column, one.column + one.width))
        width = end - begin
        if is_figure(one):
            width -= 1
            cells.append(RawCell(row=one.row, column=end - 1, text="件"))
        cells.append(replace(one, column=begin, width=width))
    return replace(grid, cells=tuple(cells), width=2 * grid.width - at)


def spanning(rows: int | None, columns: int | None) -> Tables:
    """Let the corner span more rows, and what reaches to the last column more columns."""

    def cell(grid: RawGrid) -> Callable[[RawCell], str]:
        return lambda one: _cell(
            replace(
                one,
                height=rows if rows is not None and one.height == 3 else one.height,
                width=columns
                if columns and one.column + one.width == grid.width
                else one.width,
            )
        )

    return lambda body, tables: "".join(
        written(grid, cell(grid))
        for grid in (printed_table(one, body.tables[one.id]) for one in tables)
    )


def listed(item: str, between: str = "", around: str = "{}") -> Tables:
    """Print the figures of each row as a list of ``item`` (label, value) under its label."""

    def tables(body: Body, of: Sequence[FormTable]) -> str:
        lines = [
            (row.label, between.join(_items(body, table, row.id, item)))
            for table in of
            for row in table.rows
        ]
        return "".join(f"<p>{label}</p>{around.format(said)}" for label, said in lines)

    return tables


def _items(body: Body, table: FormTable, row: str, item: str) -> list[str]:
    values = body.tables[table.id].get(row, {})
    return [
        item.format("·".join((*one.path, one.label)), values.get(one.id, 0))
        for one in table.columns
    ]


READ: Mapping[str, Tables] = {
    "lying on their side": each(turned),
    **{f"numbered: {head}": each(numbered(head)) for head in ("序号", "编号", "行次", None)},
    **{f"columns counted: {label}": each(counted(label)) for label in ("栏次", "甲", "")},
    "units in cells of their own": each(with_units),
    **{f"a column: {head}": each(unit_column(head)) for head in ("单位", "计量单位")},
    "a corner of 9999 rows": spanning(9999, None),
    "a corner of all rows": spanning(0, None),
    "300 columns": spanning(None, 300),
}
"""Tables whose figures are read as from the form's."""
OTHER: Mapping[str, Tables] = {
    "definitions": listed("<dt>{}</dt><dd>{}</dd>", around="<dl>{}</dl>"),
    "items": listed("<li>{}：{}</li>", around="<ul>{}</ul>"),
    "lines": listed("<p>{}：{}件</p>"),
    "a line for each row": listed("{}{}件", "，", "<p>{}。</p>"),
    "figures in brackets": listed("{}（{}）", "、", "<p>{}</p>"),
    "two columns": listed("<tr><td>{}<td>{}", around="<table>{}</table>"),
    "labels in every cell": listed("<td>{}：{}", around="<table><tr>{}</table>"),
}
"""Their figures are there, in no table of the form."""
