"""The lines of headings over a table in plain text, which knows no merged cells."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby

from msgspec import Struct

from govcheck.document.form import FormTable
from govcheck.understanding.tables.known_labels import vocabulary
from govcheck.understanding.tables.labels import key

_Line = tuple[str, ...]


class EvenLines(Struct, frozen=True, kw_only=True):
    """Lines of headings that have as many cells each."""

    over: Mapping[int, tuple[str, ...]]
    """The headings over each cell, outermost first."""
    width: int


def heads_of_even_lines(lines: Sequence[_Line], table: FormTable) -> EvenLines | None:
    """Return the headings of even lines that name columns; None if they are not even.

    A blank behind a heading that groups columns belongs to it.  Lines that say nothing of
    columns, such as the title, do not count.
    """
    telling = [line for line in lines if _keys(line, table)]
    if not telling or len({*map(len, telling)}) > 1:
        return None
    stacks: dict[int, tuple[str, ...]] = {}
    for at, line in enumerate(telling, start=1):
        before = ""
        for column, text in enumerate(line):
            before = text or (before if at < len(telling) else "")
            if before and key(before) != key(table.corner):
                stacks[column] = (*stacks.get(column, ()), before)
    return EvenLines(over=stacks, width=len(telling[0]))


class HeadOrder(Enum):
    """In what order the headings name the columns."""

    FORM = auto()
    UNSAID = auto()
    """There are none, or scraps of them, in no other order than the form's."""
    ANOTHER = auto()
    """In another order, or others than the form's."""


def order_of(lines: Sequence[_Line], table: FormTable) -> HeadOrder:
    """Hold the lines of headings against the form's.

    A line of which every heading is known must be one of the form's, with or without those
    that reach down into it; one with scraps of headings must hold the others in order.
    """
    due = [tuple(_merged(line)) for line in _form_lines(table)]
    order = HeadOrder.UNSAID
    for line in lines:
        known = tuple(_merged(_keys(line, table)))
        strange = [text for text in line if text and not _is_known(text, table)]
        if known in due and not strange:
            order = HeadOrder.FORM if known in due[-2:] else order
            continue
        if known and not (strange and any(_is_within(known, one) for one in due)):
            return HeadOrder.ANOTHER
        if not known and len(strange) >= len(table.columns):
            return HeadOrder.ANOTHER
    return order


def _keys(line: _Line, table: FormTable) -> tuple[str, ...]:
    """Return the keys of the headings of columns in a line."""
    words = vocabulary(table)
    over = {name for groups in words.column_groups.values() for name in groups}
    keys = map(key, line)
    return tuple(_own(name, table) for name in keys if name in words.columns or name in over)


def _own(name: str, table: FormTable) -> str:
    """Return the form's key for one of its variants: 总计 for 合计."""
    ids = vocabulary(table).columns.get(name)
    if not ids:
        return name
    return next(key(column.label) for column in table.columns if column.id == ids[0])


def _is_known(text: str, table: FormTable) -> bool:
    words = vocabulary(table)
    return key(text) in words.heads | words.rows.keys() | words.row_groups.keys()


def _form_lines(table: FormTable) -> Iterator[tuple[str, ...]]:
    """Yield the headings of each level, with those that reach down into it and without.

    Labels may all stand in the last line; those above it are but groups then.
    """
    paths = [(*map(key, column.path), key(column.label)) for column in table.columns]
    for level in range(max(map(len, paths))):
        yield tuple(path[min(level, len(path) - 1)] for path in paths)
        yield tuple(path[level] for path in paths if len(path) > level)
        groups = tuple(path[level] for path in paths if len(path) > level + 1)
        if groups:
            yield groups


def _merged(names: Sequence[str]) -> Iterator[str]:
    return (name for name, _ in groupby(names))


def _is_within(names: Sequence[str], due: Sequence[str]) -> bool:
    rest = iter(due)
    return all(name in rest for name in names)
