"""What the readings of a figure come to in a table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.figure import JOINED, Figure
from govcheck.document.reading import Reading
from govcheck.document.table import CellState, Table
from govcheck.statements.stated import agrees

_TOGETHER: Final = "合计"
_UNSEEN: Final = frozenset({CellState.ABSENT, CellState.UNREAD})


class Amount(Struct, frozen=True, kw_only=True):
    """What a reading comes to."""

    reading: Reading
    value: Decimal
    """In the unit of prose."""
    certain: bool
    """False where a cell is blank: the true amount may be more, never less."""
    cells: tuple[tuple[str, str], ...] = ()
    """Row and column of every cell that it is added up of."""
    slack: Decimal = Decimal(0)
    """How far off it may be: the cells of a sum of money are rounded."""


def fits(figure: Figure, one: Amount) -> bool:
    """Whether a figure, as exactly as it is written, can be what a reading comes to."""
    nearest = min(max(figure.value, one.value - one.slack), one.value + one.slack)
    return agrees(figure, nearest)


def scope_columns(table: Table, figure: Figure) -> tuple[str, ...]:
    """Return the columns that count what a figure is limited to; none for another limit."""
    scopes = table.readings.scopes
    rest, found = figure.scope, list[str]()
    while rest:
        words = max(filter(rest.startswith, scopes), key=len, default="")
        if not words:
            return ()
        found += scopes[words]
        rest = rest.removeprefix(words)
    return tuple(dict.fromkeys(found))


def amounts(table: Table, figure: Figure) -> list[Amount]:
    """Return what each reading of a figure comes to, where the table can count it.

    Nothing is counted in less than 0: such a reading shows that a cell is wrong, and no more.
    """
    found = (amount(table, reading) for reading in _readings(table, figure))
    return [one for one in found if one is not None and one.value >= 0]


def is_unread(table: Table, figure: Figure) -> bool:
    """Whether a cell that some reading of a figure counts was not read."""
    return any(
        table.cells[row, column].state in _UNSEEN
        for reading in _readings(table, figure)
        for row in reading.rows
        for column in reading.columns
        if (row, column) in table.cells
    )


def _readings(table: Table, figure: Figure) -> Sequence[Reading]:
    readings = _readings_of(table, figure.concept or "")
    columns = scope_columns(table, figure)
    if columns:
        return [replace(reading, columns=columns, parts=()) for reading in readings]
    return [*readings, *_perhaps(table, figure, readings)]


def _perhaps(table: Table, figure: Figure, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings in what words beside a figure may leave: 公民申请, without 法人."""
    if any(words in figure.subject for words in table.readings.scopes):
        return
    for words, columns in table.readings.perhaps.items():
        if words in figure.subject:
            for one in readings:
                name = f"{one.name}（{words}）"
                yield replace(one, name=name, columns=columns, parts=())


def _readings_of(table: Table, concept: str) -> Sequence[Reading]:
    """Return the readings of a concept; of several counted together, the sums of theirs."""
    known = table.readings.concepts
    if concept in known or JOINED not in concept:
        return known.get(concept, ())
    members = [known.get(member, ()) for member in concept.split(JOINED)]
    added = (_added(chosen) for chosen in product(*members))
    return [reading for reading in added if reading is not None]


def _added(readings: Sequence[Reading]) -> Reading | None:
    """Add readings up that count other rows of the same columns, or the other way round."""
    rows = tuple(row for one in readings for row in one.rows)
    columns = tuple(column for one in readings for column in one.columns)
    first = readings[0]
    if len({one.columns for one in readings}) == 1 and len(set(rows)) == len(rows):
        columns = first.columns
    elif len({one.rows for one in readings}) == 1 and len(set(columns)) == len(columns):
        rows = first.rows
    else:
        return None
    return replace(
        first,
        name="、".join(one.name for one in readings) + _TOGETHER,
        rows=rows,
        columns=columns,
        less=tuple(row for one in readings for row in one.less),
        loose=any(one.loose for one in readings),
        asked=any(one.asked for one in readings),
    )


def amount(table: Table, reading: Reading) -> Amount | None:
    """Add up the cells of a reading, or return None when the document does not print them.

    Where a cell of the total column is blank, the columns that it totals are added up in its
    place.
    """
    if not reading.columns:
        return None
    rows = [row for row in reading.rows if (row, reading.columns[0]) in table.cells]
    value, certain = Decimal(0), True
    added: list[tuple[str, str]] = []
    for row in rows:
        for column in reading.columns:
            cell = table.cells.get((row, column))
            if cell is None or cell.state in _UNSEEN:
                return None
            if cell.value is not None:
                value += cell.value
                added.append((row, column))
                continue
            known = [table.value(row, part) for part in reading.parts]
            value += sum((number for number in known if number is not None), Decimal(0))
            certain = certain and bool(known) and None not in known
            added += [(row, part) for part in reading.parts]
    less = _taken_away(table, reading)
    if not rows or less is None:
        return None
    return Amount(
        reading=reading,
        value=(value - less) * reading.worth,
        certain=certain,
        cells=tuple(added),
        slack=_last_place(value) * reading.worth if reading.worth > 1 else Decimal(0),
    )


def _last_place(value: Decimal) -> Decimal:
    """Return the worth of one in the last place that is written: 0.01 of 612.45."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _taken_away(table: Table, reading: Reading) -> Decimal | None:
    """Add up what a reading leaves out, or return None where a cell of it is not filled in."""
    values = [table.value(row, column) for row in reading.less for column in reading.columns]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None
