"""What came of the reports of a batch, kept by the place of each."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, msgpack
from msgspec.structs import replace

from govcheck.batch.consulted import Companion
from govcheck.batch.packing import unpacked_body, unpacked_line
from govcheck.batch.task import Answer, Task
from govcheck.batch.task_list import placing_of
from govcheck.document.bodies import Body
from govcheck.reports.batch.report_summary import ReportSummary

_IN_ORDER: Final = """
select task.task, task.stem, result.summary{}
from task join result using (place) order by task.at
"""
_JUDGED: Final = """
select at, task, stem, summary from task join result using (place) where judged order by at
"""
_BODY: Final = "select task, body from task join result using (place) where at = ?"
_BEST_FIRST: Final = """
with ranked as (
    select place,
        lead(confirmed) over upward <= possible
        or max(possible) over (upward rows between unbounded preceding and 1 preceding)
            >= confirmed as tied
    from result join task using (place) where judged
    window upward as (order by confirmed, place))
select task.task, task.stem, result.summary, ranked.tied
from result join task using (place) left join ranked using (place)
order by judged desc, verdict, confirmed desc, possible desc, place
"""
_STRANGERS: Final = "delete from {table} where place not in (select place from task)"
_PUT: Final = "insert into result values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class KeptResult(Struct, frozen=True, kw_only=True):
    """All that is kept of one report."""

    summary: ReportSummary
    line: bytes
    """JSON by the contract ``govcheck/1``, in one line; empty for one refused."""


class Validity(Struct, frozen=True, kw_only=True):
    """What tells whether an earlier run's result still holds."""

    key: str
    final: bool
    """Not one of a fault of govcheck's own."""
    pages: tuple[tuple[str, str], ...]
    """The path of each, from the batch's folder, and the hash of what was written."""
    companions: tuple[Companion, ...]


class Results:
    """The results of all tasks; those of former runs are there until they are dropped."""

    def __init__(self, store: sqlite3.Connection) -> None:
        """Read and write them there."""
        self._store = store

    def put(self, answer: Answer, key: str, verdicts: tuple[str, ...]) -> None:
        """Keep what came of a task; ``verdicts`` are all that there are, the best first."""
        one = answer.summary
        self.drop(answer.path)
        for page in answer.pages:
            row = (page.path, page.sha256, answer.path)
            self._store.execute("insert or replace into page values (?, ?, ?)", row)
        judged = one.refused is None
        self._store.execute(
            _PUT,
            (
                answer.path,
                key,
                answer.final,
                judged,
                verdicts.index(one.verdict) if judged else None,
                float(one.confirmed),
                float(one.possible),
                msgpack.encode(one),
                answer.line,
                answer.body,
                msgpack.encode(answer.companions),
            ),
        )

    def drop(self, place: bytes) -> None:
        """Forget a result, so that its task is done again."""
        self._store.execute("delete from page where place = ?", (place,))
        self._store.execute("delete from result where place = ?", (place,))

    def standing(self, place: bytes) -> Validity | None:
        """Return what a result depends on."""
        query = "select key, final, companions from result where place = ?"
        found = self._store.execute(query, (place,)).fetchone()
        if found is None:
            return None
        query = "select path, sha256 from page where place = ?"
        pages = tuple(self._store.execute(query, (place,)).fetchall())
        companions = msgpack.decode(found[2], type=tuple[Companion, ...])
        return Validity(key=found[0], final=bool(found[1]), pages=pages, companions=companions)

    def drop_strangers(self) -> None:
        """Forget what is no task of this run."""
        for table in ("page", "result"):
            self._store.execute(_STRANGERS.format(table=table))

    def rows(self) -> Iterator[KeptResult]:
        """Yield all that is kept of each report, in the order of the tasks."""
        query = _IN_ORDER.format(", result.line")
        for task, stem, summary, line in self._store.execute(query):
            yield KeptResult(summary=_summary(summary, task, stem), line=unpacked_line(line))

    def judged(self) -> Iterator[tuple[int, ReportSummary]]:
        """Yield the number of each task whose report was judged, and its summary."""
        for at, task, stem, summary in self._store.execute(_JUDGED):
            yield at, _summary(summary, task, stem)

    def body(self, at: int) -> Body:
        """Return what of a report is held against those of other bodies."""
        task, content = self._store.execute(_BODY, (at,)).fetchone()
        placing, body = msgpack.decode(task, type=Task).placing, unpacked_body(content)
        return replace(body, name=placing.named or body.name, file=placing.name)

    def summaries(self) -> Iterator[ReportSummary]:
        """Yield the summary of each report, in the order of the tasks."""
        for task, stem, summary in self._store.execute(_IN_ORDER.format("")):
            yield _summary(summary, task, stem)

    def best_first(self) -> Iterator[tuple[str, ReportSummary]]:
        """Yield summaries by verdict and points, the refused last, each with its rank.

        That is a number where the interval of its points meets no other's, else 并列.
        """
        for number, row in enumerate(self._store.execute(_BEST_FIRST), 1):
            task, stem, content, tied = row
            summary = _summary(content, task, stem)
            rank = "—" if summary.refused is not None else "并列" if tied else f"{number}"
            yield rank, summary

    def __len__(self) -> int:
        """Return how many tasks have a result."""
        query = "select count(*) from result join task using (place)"
        count: int = self._store.execute(query).fetchone()[0]
        return count


def _summary(content: bytes, task: bytes, stem: str) -> ReportSummary:
    """Return a summary as of this run: the file may go by another name than before."""
    summary = msgpack.decode(content, type=ReportSummary)
    placing = placing_of(task, stem)
    page = placing.page if summary.placing.page else None
    return replace(summary, placing=replace(placing, page=page))
