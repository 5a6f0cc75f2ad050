"""The process that leads a batch: hands out tasks, takes in answers, journals them."""

import os
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.batch.consulted import are_as_they_were
from govcheck.batch.finished import Unwritten, hash_of, name_beside
from govcheck.batch.journal import Journal
from govcheck.batch.judges import Judges
from govcheck.batch.key import key_of
from govcheck.batch.lots import replied
from govcheck.batch.places import content_hash, path_of
from govcheck.batch.task import (
    Answer,
    BatchTerms,
    EarlierAnswer,
    Reply,
    Task,
    WrittenPage,
    refused,
)
from govcheck.reports.batch.report_summary import ReportSummary

Put = Callable[[Path, Path, Callable[[Path], bool]], None]
"""Moves the second file over the first; told what is there as the batch has written it."""
Watch = Callable[[int], None]
"""Is told how many reports more are done."""
Tell = Callable[[str, str], None]
"""Is told of a fault of govcheck's own: the file, and what to report."""

_LOTS_EACH: Final = 4
"""Of a small batch each process gets so many lots at least, so that none idles."""
_ENDED: Final = "检查这份文件的进程异常终止（可能内存不足），未能检查"


class Lead(Struct, frozen=True, kw_only=True):
    """How a batch is led."""

    folder: Path
    terms: BatchTerms
    verdicts: tuple[str, ...]
    """All that there are, the best first."""
    judges: Judges
    put: Put
    watch: Watch
    tell: Tell


class Cleared(Struct, frozen=True, kw_only=True):
    """What former runs wrote and this one does not: names, from the batch's folder."""

    gone: tuple[str, ...]
    changed: tuple[str, ...]
    """Altered by a person since, and still there."""


def list_earlier(journal: Journal, lead: Lead, paths: Iterable[bytes]) -> BatchTerms:
    """Read last year's reports that are not known yet; return the terms with all of them."""
    unknown = list(journal.earlier.enter(paths, content_hash))
    for replies in replied(lead.judges, lead.terms, unknown, lead.judges.lot):
        with journal.changing():
            for one in replies:
                if isinstance(one, EarlierAnswer):
                    journal.earlier.put(one)
    path = path_of(lead.terms.folder) / name_beside()
    journal.earlier.copy_to(path)
    digest = journal.earlier.digest()
    return replace(lead.terms, earlier=digest, earlier_list=os.fsencode(path))


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
    share = len(journal.tasks) // (_LOTS_EACH * lead.judges.count)
    for size in (max(1, min(lead.judges.lot, share)), 1):
        orders = journal.tasks.pending()
        with closing(replied(lead.judges, lead.terms, orders, size)) as found:
            for replies in found:
                _take(journal, lead, replies)
    for task in journal.tasks.pending():
        nothing = ReportSummary(placing=task.placing)
        lost = Answer(at=task.at, path=task.path, summary=nothing, final=False)
        _take(journal, lead, [refused(lost, _ENDED)])


def clear_idle(journal: Journal, folder: Path, outputs: Iterable[str]) -> Cleared:
    """Take away what former runs wrote and this one does not, where it is as it was written."""
    with journal.changing():
        idle = journal.idle(outputs)
    there = {name: hash_of(folder / name) for name in sorted(idle)}
    gone = tuple(name for name, sha256 in there.items() if sha256 in idle[name])
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    changed = tuple(name for name, sha256 in there.items() if sha256 and name not in gone)
    return Cleared(gone=gone, changed=changed)


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


def _put_page(journal: Journal, lead: Lead, page: WrittenPage) -> None:
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
