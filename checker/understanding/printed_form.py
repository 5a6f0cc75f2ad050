"""Print a statutory table as the form lays it out, filled in with given values."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from govcheck.document.form import FormTable
from govcheck.readers.raw import RawCell, RawGrid


def printed_table(table: FormTable, values: Mapping[str, Mapping[str, object]]) -> RawGrid:
    """Print a table with ``values[row id][column id]`` in its cells.

    A cell without a value prints 0, None prints nothing, all else prints as ``str`` has it.
    Labels are merged as the form merges them.  Raises ``KeyError`` for a row or column that
    the form does not know.
    """
    rows = [(*row.path, row.label) if row.label else () for row in table.rows]
    columns = [(*column.path, column.label) for column in table.columns]
    top = 1 if table.titled else 0
    left = max(map(len, rows))
    head = max(map(len, columns))
    width, height = left + len(columns), top + head + len(rows)
    _require_known(table, values)
    return RawGrid(
        cells=(
            *_banner(table, width=width, corner_width=left, corner_height=head),
            *(
                _cell(depth + top, first + left, tall, wide, label, header=True)
                for depth, first, tall, wide, label in _merged(columns, head)
            ),
            *(
                _cell(first + top + head, depth, wide, tall, label, header=True)
                for depth, first, tall, wide, label in _merged(rows, left)
            ),
            *(
                _cell(top + head + down, left + across, 1, 1, _written(value))
                for down, line in enumerate(_lines(table, values))
                for across, value in enumerate(line)
            ),
        ),
        height=height,
        width=width,
    )


def _require_known(table: FormTable, values: Mapping[str, Mapping[str, object]]) -> None:
    rows, columns = {row.id for row in table.rows}, {column.id for column in table.columns}
    unknown = [row for row in values if row not in rows]
    unknown += [column for line in values.values() for column in line if column not in columns]
    if unknown:
        raise KeyError(f"{table.id} has no {unknown[0]}")


def _banner(
    table: FormTable, *, width: int, corner_width: int, corner_height: int
) -> Iterator[RawCell]:
    if table.titled:
        yield _cell(0, 0, 1, width, table.title, header=True)
    if corner_width:
        top = 1 if table.titled else 0
        yield _cell(top, 0, corner_height, corner_width, table.corner, header=True)


def _merged(
    paths: Sequence[tuple[str, ...]], depth: int
) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield level, first line, levels and lines spanned, and words of every label cell.

    ``paths`` holds one path of labels for each line, ``depth`` the levels that there are; the
    last label of a path spans the levels that are left.
    """
    for level in range(depth):
        spans = groupby(range(len(paths)), key=lambda line: paths[line][: level + 1])
        for path, lines in spans:
            first, *others = lines
            if len(path) == level + 1:
                last = path == paths[first]
                yield level, first, depth - level if last else 1, 1 + len(others), path[-1]


def _lines(
    table: FormTable, values: Mapping[str, Mapping[str, object]]
) -> Iterator[list[object]]:
    for row in table.rows:
        line = values.get(row.id, {})
        yield [line.get(column.id, 0) for column in table.columns]


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _cell(
    row: int, column: int, height: int, width: int, text: str, *, header: bool = False
) -> RawCell:
    return RawCell(row=row, column=column, height=height, width=width, text=text, header=header)
