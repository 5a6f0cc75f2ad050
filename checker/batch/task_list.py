"""The reports of a batch in their order, each with a page of its own."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import msgpack
from msgspec.structs import replace

from govcheck.batch.layout import page_of
from govcheck.batch.task import Task
from govcheck.reports.batch.report_summary import Placing

Choice = Callable[[bytes, int], str | None]
"""From a path to what its page is called: the higher the level the more the name tells."""
Alike = Callable[[str], str]
"""From a name to what it has in common with those that a disk may take for one."""

_LOT: Final = 256
_ALL: Final = "select at, task, stem from task where at > ? order by at limit ?"
_PENDING: Final = _ALL.replace("order", "and place not in (select place from result) order")
_KEPT: Final = _ALL.replace("order", "and place in (select place from result) order")
_RAISED: Final = """
update task set level = level + 1, stem = choice(place, level + 1),
    alike = alike(choice(place, level + 1))
where alike in (select alike from task group by alike having count(*) > 1)
    and choice(place, level + 1) is not null
"""


class TaskList:
    """The tasks of this run."""

    def __init__(self, store: sqlite3.Connection) -> None:
        """Read and write them there."""
        self._store = store

    def enter(self, tasks: Iterable[Task], *, choice: Choice, alike: Alike) -> int:
        """Take these in the place of all others; one that is named twice counts once.

        Returns how many there are.  Where a name would serve two pages, each says more; the
        order of the tasks makes no difference.
        """
        store = self._store
        store.create_function("choice", 2, choice, deterministic=True)
        store.create_function("alike", 1, alike, deterministic=True)
        store.execute("delete from task")
        for task in tasks:
            store.execute(
                "insert or ignore into task (at, place, name, task) values (?, ?, ?, ?)",
                (task.at, task.path, task.placing.name, msgpack.encode(task)),
            )
        store.execute(
            "update task set stem = choice(place, 0), alike = alike(choice(place, 0))"
        )
        while store.execute(_RAISED).rowcount:
            pass
        return len(self)

    def __len__(self) -> int:
        """Return how many there are."""
        count: int = self._store.execute("select count(*) from task").fetchone()[0]
        return count

    def at(self, number: int) -> Task:
        """Return one of them."""
        query = "select task, stem from task where at = ?"
        content, stem = self._store.execute(query, (number,)).fetchone()
        return _whole(content, stem)

    def page_of(self, name: str) -> str | None:
        """Return the page of a report by its file, as the user names it; None for none."""
        query = "select task, stem from task where name = ? order by at"
        found = self._store.execute(query, (name,)).fetchone()
        return placing_of(*found).page if found else None

    def all(self) -> Iterator[Task]:
        """Yield all, in order."""
        return self._chosen(_ALL)

    def pending(self) -> Iterator[Task]:
        """Yield those that have no result yet; what gets one meanwhile is no matter."""
        return self._chosen(_PENDING)

    def kept(self) -> Iterator[Task]:
        """Yield those that have a result."""
        return self._chosen(_KEPT)

    def _chosen(self, query: str) -> Iterator[Task]:
        """Yield tasks, a lot of them at a time: the table may be written to in between."""
        last = -1
        while rows := self._store.execute(query, (last, _LOT)).fetchall():
            for _, content, stem in rows:
                yield _whole(content, stem)
            last = rows[-1][0]


def placing_of(task: bytes, stem: str) -> Placing:
    """Return where a task that is kept stands, with its page."""
    return _whole(task, stem).placing


def _whole(content: bytes, stem: str) -> Task:
    task = msgpack.decode(content, type=Task)
    page = page_of(stem) if task.paged else None
    return replace(task, placing=replace(task.placing, page=page))
