"""A batch from its first file to its last output, under the lock of its folder."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.batch.cross_remark import RosterEntry
from govcheck.batch.cross_report import across
from govcheck.batch.finished import Unwritten
from govcheck.batch.journal import Journal
from govcheck.batch.judges import Judges, judges_here
from govcheck.batch.layout import ACROSS, FOLDERS, JOURNAL, PAGES
from govcheck.batch.leading import (
    Lead,
    clear_idle,
    judge,
    keep_what_stands,
    list_earlier,
)
from govcheck.batch.outputs import write_all, write_bulletin, write_index
from govcheck.batch.peer_remarks import disputed
from govcheck.batch.task import BatchTerms
from govcheck.commands.batch_place import (
    clear_unfinished,
    remove_empty,
    require_any_file,
    require_free,
    require_pages_free,
    require_within,
    take_away,
)
from govcheck.commands.batch_sources import earlier_in, page_choice, tasks_of
from govcheck.commands.batch_telling import (
    Total,
    Watching,
    summed_up,
    tell_cleared,
    tell_disputed,
)
from govcheck.commands.console import say
from govcheck.commands.lock import locked
from govcheck.commands.names import same_name, shown
from govcheck.commands.own_results import is_result
from govcheck.commands.saving import make_folder, put, unwritable
from govcheck.errors import ManyUnusable, Unusable
from govcheck.processes.starting import Failed
from govcheck.rulebook.rule import Rulebook

_TAKEN: Final = "另一个 govcheck 正在往这个目录写批次；请待其结束，或用 -o 另取目录"

_SENDS: Final = "有工作进程看不到 -o 目录，报告和旁边的图片、框架随任务发送"


class Run(Struct, frozen=True, kw_only=True):
    """What a batch is asked to do."""

    paths: tuple[str, ...]
    folder: Path
    terms: BatchTerms
    rulebook: Rulebook
    processes: int | None
    """None for as many as there are processors, if there is work for them."""
    scheduler: str | None
    """Address of a Dask scheduler whose workers judge in their place."""
    resume: bool
    last_year: str | None
    roster: tuple[RosterEntry, ...]
    pages: bool
    figures: bool
    bulletin: bool
    """Whether a draft of a bulletin is asked for."""


def run(asked: Run) -> Total:
    """Judge, write and tell.  Raises Unusable; what is finished by then is kept."""
    require_within(asked.folder)
    for name in FOLDERS:
        make_folder(asked.folder / name)
    journal_path = asked.folder / JOURNAL
    with locked(journal_path, taken=_TAKEN):
        require_free(asked.folder, resume=asked.resume)
        with _journal_in(asked.folder) as journal:
            clear_unfinished(asked.folder)
            try:
                with _kept(journal, asked.folder):
                    return _led(journal, asked)
            finally:
                clear_unfinished(asked.folder)


@contextmanager
def _journal_in(folder: Path) -> Iterator[Journal]:
    """Give the journal; a new one goes again where the batch is refused before any result."""
    is_new = not (folder / JOURNAL).exists()
    in_vain = False
    try:
        with closing(Journal(folder)) as journal:
            try:
                yield journal
            except Unusable:
                in_vain = is_new and not len(journal.results)
                raise
    finally:
        if in_vain:
            take_away(folder)


def _led(journal: Journal, asked: Run) -> Total:
    tasks = tasks_of(asked.paths, paged=asked.pages, knowledge=asked.rulebook.knowledge)
    with journal.changing():
        total = journal.tasks.enter(tasks, choice=page_choice, alike=same_name)
    require_any_file(journal.tasks.all())
    require_pages_free(asked.folder, journal.tasks.all())
    with _judges(asked, total) as judges:
        lead = _lead(asked, judges)
        if asked.last_year:
            known = list_earlier(journal, lead, earlier_in(asked.last_year))
            lead = replace(lead, terms=known)
        watching = Watching(total, keep_what_stands(journal, lead))
        try:
            judge(journal, replace(lead, watch=watching.more, tell=watching.tell))
        finally:
            watching.close()
    return replace(_told(journal, lead, asked), faulty=watching.faulty)


def _told(journal: Journal, lead: Lead, asked: Run) -> Total:
    """Write what the journal holds, and say what it comes to."""
    journal.keep_remarks(across(journal, asked.roster, asked.rulebook))
    tell_disputed(disputed(journal, asked.roster) if asked.roster else ())
    names = write_all(journal, lead, figures=asked.figures)
    if asked.bulletin:
        names += [write_bulletin(journal, lead, asked.rulebook)]
    names += write_index(journal, lead, asked.rulebook, asked.roster)
    tell_cleared(clear_idle(journal, asked.folder, names), asked.folder)
    remove_empty(asked.folder)
    found = summed_up(journal.results.summaries(), asked.rulebook.policy)
    if remarks := sum(1 for _ in journal.remarks()):
        say(f"报告之间有 {remarks} 处需要查看，见 {ACROSS}")
    pages = f"，每份报告一页在 {PAGES}" if asked.pages else ""
    outputs = "、".join(name for name in names if "/" not in name)
    say(f"已写入 {shown(asked.folder)}：{outputs}{pages}")
    return found


def _lead(asked: Run, judges: Judges) -> Lead:
    policy = asked.rulebook.policy
    return Lead(
        folder=asked.folder,
        terms=asked.terms,
        verdicts=policy.verdicts,
        judges=judges,
        put=_put,
        watch=lambda _: None,
        tell=lambda *_: None,
    )


@contextmanager
def _judges(asked: Run, total: int) -> Iterator[Judges]:
    if asked.scheduler is None:
        yield judges_here(asked.processes, total)
        return
    from govcheck.batch.scheduler import judges_at  # noqa: PLC0415 - other machines alone

    with judges_at(asked.scheduler, asked.folder, asked.terms) as judges:
        if judges.sends:
            say(_SENDS, err=True)
        yield judges


def _put(path: Path, finished: Path, known: Callable[[Path], bool]) -> None:
    put(path, finished, is_result, known)


@contextmanager
def _kept(journal: Journal, folder: Path) -> Iterator[None]:
    """Say of a batch that cannot go on what is kept of it.  Raises Unusable."""
    try:
        yield
    except ManyUnusable:  # of what was handed in: no work has begun
        raise
    except (Unwritten, Unusable, Failed) as error:
        done = len(journal.results)
        kept = f"；已检查的 {done} 份都已保存，处理后加 --resume 接着做" if done else ""
        raise Unusable(f"{_reason(error, folder)}{kept}") from error


def _reason(error: Exception, folder: Path) -> str:
    if isinstance(error, Unwritten):
        return f"{unwritable(folder, OSError(error.number, os.strerror(error.number)))}"
    if isinstance(error, Failed):
        return "检查进程无法启动（内存不足，或者规则文件刚有改动）"
    return f"{error}"
