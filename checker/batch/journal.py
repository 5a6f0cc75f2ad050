"""The journal of a batch: what is to be judged, what came of it, what is read from it.

Others read it one row at a time, in the order of the manifest or of the paths, the same
whatever the number of processes::

    with closing(Journal(folder)) as journal:
        for summary in journal.results.summaries():   # ReportSummary: league, index
            ...
        for row in journal.results.rows():            # and the contract: results, figures
            ...
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec import json, msgpack

from govcheck.batch.cross_remark import About, CrossRemark
from govcheck.batch.earlier_reports import EarlierReports
from govcheck.batch.layout import JOURNAL
from govcheck.batch.results import Results
from govcheck.batch.store import opened, transaction, words_for
from govcheck.batch.task_list import TaskList

_IDLE: Final = """
delete from output
where name not in (select path from page) and name not in (select value from json_each(?))
returning name, sha256
"""


class Journal:
    """An open journal; ``tasks`` of this run, ``results`` and ``earlier`` of all runs."""

    def __init__(self, folder: Path) -> None:
        """Open the one in a folder, or make it.  Raises Unusable for a file that is none."""
        self.path = folder / JOURNAL
        self._store = opened(self.path)
        self.tasks = TaskList(self._store)
        self.results = Results(self._store)
        self.earlier = EarlierReports(self._store)

    def close(self) -> None:
        """Let the file go."""
        self._store.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Commit all that is done within, or nothing.  Raises Unusable, as on a full disk."""
        with words_for(self.path), transaction(self._store):
            yield

    def writes(self, name: str, sha256: str) -> None:
        """Note the hash of a file of the folder before it is put into its place."""
        self._store.execute("insert or ignore into output values (?, ?)", (name, sha256))

    def has_written(self, name: str, sha256: str) -> bool:
        """Tell whether a file of the folder holds what the batch has written."""
        query = "select 1 from output where name = ? and sha256 = ?"
        return self._store.execute(query, (name, sha256)).fetchone() is not None

    def keep_remarks(self, remarks: Iterable[CrossRemark]) -> None:
        """Keep what checks across reports say, in the place of what they said before."""
        with self.changing():
            self._store.execute("delete from remark")
            for one in remarks:
                row = (one.about.value, msgpack.encode(one))
                self._store.execute("insert into remark values (?, ?)", row)

    def remarks(self, about: About | None = None) -> Iterator[CrossRemark]:
        """Yield what checks across reports say, of this or of all."""
        query = "select content from remark where about = ifnull(?, about) order by rowid"
        for (content,) in self._store.execute(query, (about,)):
            yield msgpack.decode(content, type=CrossRemark)

    def idle(self, outputs: Iterable[str]) -> Mapping[str, Collection[str]]:
        """Return what former runs wrote and this one does not, and forget it.

        That is the pages that no report has any more, and all beside these ``outputs``; each
        with the hashes of what was written.
        """
        found = defaultdict[str, set[str]](set)
        written = json.encode(list(outputs)).decode()
        for name, sha256 in self._store.execute(_IDLE, (written,)):
            found[name].add(sha256)
        return found
