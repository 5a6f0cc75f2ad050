"""Last year's reports in a folder: whose they are, and which of them is a given body's."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Final

from govcheck.batch.task import EarlierAnswer, EarlierTask
from govcheck.document.last_year import plain_name
from govcheck.document.report import Document

_LEVEL: Final = "/"
_ALIKE: Final = """
select place, name, region from earlier where current and body = ? and year = ? order by place
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

    def unknown(self) -> int:
        """Return how many could not be read, or do not tell body and year."""
        query = "select count(*) from earlier where current and (body is null or year is null)"
        count: int = self._store.execute(query).fetchone()[0]
        return count

    def of(self, document: Document) -> tuple[bytes, ...]:
        """Return the files that may be of its body on the year before, by name and place.

        Those of its very name come before those that leave out 人民政府 or 办公室; where
        several are left, none is the right one for sure.
        """
        if document.agency is None or document.year is None:
            return ()
        name = document.agency.value
        found = [
            (place, its)
            for place, its, region in self._store.execute(
                _ALIKE, (plain_name(name), document.year - 1)
            )
            if _agree(tuple(filter(None, region.split(_LEVEL))), document.region)
        ]
        very = tuple(place for place, its in found if its == name)
        return very or tuple(place for place, _ in found)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two regions may be one: as far as both are known, they are the same."""
    return all(mine == its for mine, its in zip(one, other, strict=False))
