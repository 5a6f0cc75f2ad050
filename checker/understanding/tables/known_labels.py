"""The labels of the statutory tables, by what they stand for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from govcheck.document.form import FormTable
from govcheck.understanding.tables.labels import closest, key, number


class KnownLabels(Struct, frozen=True, kw_only=True):
    """The labels of one statutory table, by key."""

    rows: Mapping[str, str]
    """Key to row id."""
    columns: Mapping[str, tuple[str, ...]]
    """Key to column ids, in the form's order; 总计 may stand over several columns."""
    row_groups: Mapping[str, tuple[str, ...]]
    """Key of a label that groups rows to the ids of these rows."""
    column_groups: Mapping[str, tuple[str, ...]]
    """Column id to the keys of the headings above it."""
    groups: frozenset[str]
    """All of these keys."""
    heads: frozenset[str]
    """Keys that stand over columns only: headings, the title, the corner."""


@cache
def vocabulary(table: FormTable) -> KnownLabels:
    """Return the labels of a table."""
    rows = {key(text): row.id for row in table.rows for text in (row.label, *row.variants)}
    columns: dict[str, tuple[str, ...]] = {}
    for column in table.columns:
        for text in (column.label, *column.variants):
            columns[key(text)] = (*columns.get(key(text), ()), column.id)
    groups: dict[str, tuple[str, ...]] = {}
    for row in table.rows:
        for text in row.path:
            groups[key(text)] = (*groups.get(key(text), ()), row.id)
    over = {key(text) for column in table.columns for text in column.path}
    heads = {*columns, *over, key(table.title), key(table.corner)} - {"", *rows, *groups}
    rows.pop("", None)
    return KnownLabels(
        rows=rows,
        columns=columns,
        row_groups=groups,
        column_groups={
            column.id: tuple(key(text) for text in column.path) for column in table.columns
        },
        groups=frozenset(over),
        heads=frozenset(heads),
    )


class Meaning(Struct, frozen=True, kw_only=True):
    """What a label stands for in one table or another, of any edition."""

    rows: frozenset[str] = frozenset()
    """Ids of the tables that have a row of this label."""
    groups: frozenset[str] = frozenset()
    """Ids of the tables that have rows which it groups."""
    columns: frozenset[str] = frozenset()
    """Ids of the tables that have a column of this label."""
    heads: frozenset[str] = frozenset()
    """Ids of the tables where it stands over columns only."""

    @property
    def known(self) -> bool:
        """Whether any table has such a label."""
        return bool(self.rows or self.groups or self.columns or self.heads)

    @property
    def beside(self) -> frozenset[str]:
        """Ids of the tables where it stands beside figures."""
        return self.rows | self.groups

    @property
    def says_row(self) -> bool:
        """Whether it can only stand beside figures, unlike 总计 and 其他."""
        return bool(self.beside) and not self.columns


_UNKNOWN = Meaning()


class Glossary(Struct, frozen=True, kw_only=True):
    """All labels of all tables of all editions."""

    meanings: Mapping[str, Meaning]
    keys: tuple[str, ...]
    corners: frozenset[str]
    """Keys of what stands over labels, not over figures."""
    unlabelled: Mapping[str, str]
    """Part id to the id of its table whose only row has no label."""

    def meaning(self, text: str) -> Meaning:
        """Return what a printed label stands for, slips forgiven."""
        printed = key(text)
        found = self.meanings.get(printed)
        if found is None and printed:
            close = closest(printed, self.keys)
            found = self.meanings[close] if close else None
        return found or _UNKNOWN

    def table_beside(
        self, labels: Sequence[tuple[str, Meaning]], over: frozenset[str]
    ) -> str | None:
        """Return the table of labels (outermost first) under the headings of tables ``over``.

        The innermost label that says so decides; else a table whose only row has no label.
        """
        for label, meaning in reversed(labels):
            certain = meaning.says_row or number(label)
            fitting = meaning.beside if certain else meaning.beside & over
            if len(fitting) == 1:
                return next(iter(fitting))
        named = over.union(*(meaning.heads for _, meaning in labels))
        return next((table for table in self.unlabelled.values() if table in named), None)


@cache
def glossary(tables: tuple[FormTable, ...]) -> Glossary:
    """Return the labels of these tables, one id standing for its table in every edition."""
    rows: dict[str, set[str]] = {}
    groups: dict[str, set[str]] = {}
    columns: dict[str, set[str]] = {}
    heads: dict[str, set[str]] = {}
    for table in tables:
        words = vocabulary(table)
        _note(rows, words.rows, table.id)
        _note(groups, words.row_groups, table.id)
        _note(columns, words.columns, table.id)
        _note(heads, words.heads, table.id)
    keys = dict.fromkeys((*rows, *groups, *columns, *heads))
    meanings = {
        label: Meaning(
            rows=frozenset(rows.get(label, ())),
            groups=frozenset(groups.get(label, ())),
            columns=frozenset(columns.get(label, ())),
            heads=frozenset(heads.get(label, ()))
            if label not in rows.keys() | groups.keys()
            else frozenset(),
        )
        for label in keys
    }
    return Glossary(
        meanings=meanings,
        keys=tuple(keys),
        corners=frozenset(key(table.corner) for table in tables if table.corner),
        unlabelled={table.part: table.id for table in tables if not table.rows[0].label},
    )


def _note(notes: dict[str, set[str]], labels: Iterable[str], table_id: str) -> None:
    for label in labels:
        notes.setdefault(label, set()).add(table_id)
