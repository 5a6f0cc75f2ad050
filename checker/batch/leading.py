"""The process that leads a batch: hands out tasks, takes in answers, journals them."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec import Struct, msgpack

from govcheck.batch.consulted import are_as_they_were
from govcheck.batch.finished import Unwritten, hash_of
from govcheck.batch.intake import content_hash, path_of
from govcheck.batch.journal import Journal
from govcheck.batch.judging_room import refused
from govcheck.batch.key import key_of
from govcheck.batch.task import Answer, EarlierAnswer, Order, Page, Reply, Task, Terms
from govcheck.batch.worker import orders_bytes
from govcheck.processes.crew import answers
from govcheck.reports.batch.report_summary import ReportSummary

Put = Callable[[Path, Path, Callable[[Path], bool]], None]
"""Moves the second file over the first; told what is there as the batch has written it."""
Watch = Callable[[int], None]
"""Is told how many reports more are done."""
Tell = Callable[[str, str], None]
"""Is told of a fault of govcheck's own: the file, and what to report."""

_MODULE: Final = "govcheck.batch.worker"
_LOT: Final = 8
_LOT_BYTES: Final = 400_000
"""A lot is so many tasks, or what comes to so many bytes."""
_LOTS_EACH: Final = 4
"""Of a small batch each process gets so many lots at least, so that none idles."""
_SECONDS: Final = 1800
"""After which a process that judges one lot is given up."""
_MOST: Final = 512 * 1024 * 1024
_ENDED: Final = "检查这份文件的进程异常终止（可能内存不足），未能检查"


class Lead(Struct, frozen=True, kw_only=True):
    """How a batch is led."""

    folder: Path
    terms: Terms
    verdicts: tuple[str, ...]
    """All that there are, the best first."""
    processes: int
    put: Put
    watch: Watch
    tell: Tell


def list_earlier(journal: Journal, lead: Lead, paths: Iterable[bytes]) -> str:
    """Read last year's reports that are not known yet; return the hash of all of them."""
    unknown = list(journal.earlier.enter(paths, content_hash))
    for replies in _replied(lead, _lots(unknown, _LOT)):
        with journal.changing():
            for one in replies:
                if isinstance(one, EarlierAnswer):
                    journal.earlier.put(one)
    return journal.earlier.digest()


def keep_what_stands(journal: Journal, lead: Lead) -> int:
    """Forget results that no longer hold; return how many are left."""
    with journal.changing():
        journal.results.drop_strangers()
    for task in journal.tasks.kept():
        if not _stands(journal, lead, task):
            with journal.changing():
                journal.results.drop(task.path)
    return len(journal.results)


def judge(journal: Journal, lead: Lead) -> None:
    """Judge all tasks that have no result.

    What a process was lost over is tried once more, by itself.  Raises Unusable, Failed where
    no process can be started, and Unwritten.
    """
    share = len(journal.tasks) // (_LOTS_EACH * lead.processes)
    for size in (max(1, min(_LOT, share)), 1):
        with closing(_replied(lead, _lots(journal.tasks.pending(), size))) as replied:
            for replies in replied:
                _take(journal, lead, replies)
    for task in journal.tasks.pending():
        nothing = ReportSummary(placing=task.placing)
        lost = Answer(at=task.at, path=task.path, summary=nothing, final=False)
        _take(journal, lead, [refused(lost, _ENDED)])


def clear_idle_pages(journal: Journal, folder: Path) -> None:
    """Take away the pages that no report has any more, if they are as written."""
    with journal.changing():
        idle = journal.idle_pages()
    for name, known in idle:
        if hash_of(folder / name) == known:
            (folder / name).unlink(missing_ok=True)


def _replied(lead: Lead, lots: Iterator[bytes]) -> Generator[list[Reply]]:
    """Yield what is answered to lots of orders; nothing of a lot that ended its process."""
    first = next(lots, None)
    if first is None:
        return
    found = answers(
        _MODULE,
        msgpack.encode(lead.terms),
        chain([first], lots),
        processes=lead.processes,
        seconds=_SECONDS,
        most=_MOST,
    )
    with closing(found):
        for _, answer in found:
            if answer is not None:
                yield msgpack.decode(answer, type=list[Reply])


def _lots(orders: Iterable[Order], most: int) -> Iterator[bytes]:
    """Yield lots of orders, in bytes: several small files, one that is large."""
    lot, size = list[Order](), 0
    for one in orders:
        lot.append(one)
        size += _size_of(one.path)
        if len(lot) >= most or size >= _LOT_BYTES:
            yield orders_bytes(lot)
            lot, size = [], 0
    if lot:
        yield orders_bytes(lot)


def _size_of(place: bytes) -> int:
    try:
        return path_of(place).stat().st_size
    except (OSError, ValueError):
        return 0


def _take(journal: Journal, lead: Lead, replies: Iterable[Reply]) -> None:
    """Put pages into their places, then journal what came of their reports.

    Raises Unwritten for the first that could not be written, once those before are kept.
    """
    stopped = 0
    with journal.changing():
        for one in replies:
            if not isinstance(one, Answer) or stopped:
                continue
            if one.stop:
                stopped = one.stop
                continue
            for page in one.pages:
                _put_page(journal, lead, page)
            task = journal.tasks.at(one.at)
            key = key_of(lead.terms, task, one.sha256, one.last_year, one.copy)
            journal.results.put(one, key, lead.verdicts)
            for fault in one.faults:
                lead.tell(one.summary.placing.name, fault)
            lead.watch(1)
    if stopped:
        raise Unwritten(stopped)


def _put_page(journal: Journal, lead: Lead, page: Page) -> None:
    path = lead.folder / page.path
    journal.writes(page.path, page.sha256)
    lead.put(
        path,
        path.parent / page.finished,
        lambda there: journal.has_written(page.path, hash_of(there)),
    )


def _stands(journal: Journal, lead: Lead, task: Task) -> bool:
    """Tell whether the result of a former run is what this one would come to."""
    found = journal.results.standing(task.path)
    if found is None or not found.final:
        return False
    hashes = [
        content_hash(one) if one else "" for one in (task.path, task.last_year, task.copy)
    ]
    if found.key != key_of(lead.terms, task, *hashes):
        return False
    if not are_as_they_were(found.companions):
        return False
    return all(hash_of(lead.folder / path) == known for path, known in found.pages)
