"""Last year's reports in a folder: whose they are, and which of them is a given body's."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final

from govcheck.batch.store import opened_to_read, transaction, words_for
from govcheck.batch.task import EarlierAnswer, EarlierTask
from govcheck.document.last_year import plain_name
from govcheck.document.report import Document

_LEVEL: Final = "/"
_TABLE: Final = """
create table earlier (
    place blob primary key, name text, body text, region text, year integer);
create index earlier_body on earlier (body);
"""
_COPIED: Final = "insert into earlier values (?, ?, ?, ?, ?)"
_LISTED: Final = """
select place, name, body, region, year from earlier where current and body is not null
"""
_ALIKE: Final = """
select place, name, region from earlier where body = ? and year = ? order by place
"""


class EarlierReports:
    """The list of them in the journal."""

    def __init__(self, store: sqlite3.Connection) -> None:
        """Read and write it there."""
        self._store = store

    def enter(
        self, paths: Iterable[bytes], content_hash: Callable[[bytes], str]
    ) -> Iterator[EarlierTask]:
        """Take these as the list; yield those that are not known, or not as they are now."""
        self._store.execute("update earlier set current = 0")
        for path in paths:
            known = "update earlier set current = 1 where place = ? and sha256 = ?"
            if not self._store.execute(known, (path, content_hash(path))).rowcount:
                yield EarlierTask(path=path)

    def put(self, one: EarlierAnswer) -> None:
        """Keep whose report it is, of which year."""
        body = plain_name(one.body) if one.body else None
        self._store.execute(
            "insert or replace into earlier values (?, ?, ?, ?, ?, ?, 1)",
            (one.path, one.sha256, one.body, body, _LEVEL.join(one.region), one.year),
        )

    def digest(self) -> str:
        """Return a hash of the list, whatever the order and the place of the files."""
        whole = sha256()
        query = "select sha256 from earlier where current order by sha256"
        for (content,) in self._store.execute(query):
            whole.update(content.encode())
        return whole.hexdigest()

    def copy_to(self, path: Path) -> None:
        """Write the list into a file of its own, which others, on any machine, only read."""
        with words_for(path), closing(sqlite3.connect(path, isolation_level=None)) as store:
            store.executescript(_TABLE)
            with transaction(store):
                store.executemany(_COPIED, self._store.execute(_LISTED))


def found_in(path: Path, document: Document) -> tuple[bytes, ...]:
    """Return the files in a list that may be of a body on the year before, by name and place.

    Those of its very name come before those that leave out 人民政府 or 办公室; where several
    are left, none is the right one for sure.
    """
    if document.agency is None or document.year is None:
        return ()
    name = document.agency.value
    with closing(opened_to_read(path)) as store:
        alike = store.execute(_ALIKE, (plain_name(name), document.year - 1)).fetchall()
    found = [
        (place, its)
        for place, its, region in alike
        if _agree(tuple(filter(None, region.split(_LEVEL))), document.region)
    ]
    very = tuple(place for place, its in found if its == name)
    return very or tuple(place for place, _ in found)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two regions may be one: as far as both are known, they are the same."""
    return all(mine == its for mine, its in zip(one, other, strict=False))
