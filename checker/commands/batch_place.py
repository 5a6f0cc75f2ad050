"""The folder of a batch: all that is to stand in it must be the batch's own to write."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from os.path import normcase
from pathlib import Path
from typing import Final

from govcheck.batch.finished import clear
from govcheck.batch.layout import FOLDERS, JOURNAL, OUTPUTS, comparison_of
from govcheck.batch.task import Task
from govcheck.commands.folders import require_file
from govcheck.commands.names import shown
from govcheck.commands.own_results import is_result
from govcheck.commands.saving import require_replaceable
from govcheck.errors import ManyUnusable, Unusable

_MOST_NAMED: Final = 5


def require_within(folder: Path) -> None:
    """Raise Unusable where a link would lead what is written out of the folder."""
    for name in (JOURNAL, *FOLDERS):
        path = folder / name
        if _place(path) != normcase(Path(os.path.realpath(folder), name)):
            raise Unusable(
                f"{shown(path)} 是一个链接，不往它通向的地方写；请移走链接，或用 -o 另取目录"
            )


def require_free(folder: Path, *, resume: bool) -> None:
    """Raise Unusable where a batch is in the folder, or what is not ours in the way."""
    if (folder / JOURNAL).exists() and not resume:
        where = shown(folder)
        raise Unusable(f"{where} 中已有批次；加 --resume 接着做，或用 -o 另取目录")
    for name in OUTPUTS:
        require_replaceable(folder / name, is_result)


def require_pages_free(folder: Path, tasks: Iterable[Task]) -> None:
    """Raise Unusable or ManyUnusable where a page would stand in the place of another's file.

    That is known before the first report is read, which may be hours before its page is due.
    """
    there = {f"{one}/{name}" for one in FOLDERS for name in os.listdir(folder / one)}  # noqa: PTH208
    wrong = list[Unusable]()
    for page in _pages(tasks) if there else ():
        if page in there:
            try:
                require_replaceable(folder / page, is_result)
            except Unusable as error:
                wrong.append(error)
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise ManyUnusable(f"{shown(folder)} 中有 {len(wrong)} 个文件挡住结果页", wrong)


def require_any_file(tasks: Iterable[Task]) -> None:
    """Raise Unusable where nothing that is named is there, as after a slip in the command."""
    said = list[str]()
    for task in tasks:
        path = os.fsdecode(task.path)
        try:
            require_file(path)
        except Unusable as error:
            said.append(f"{task.placing.name}，{error}")
            continue
        if os.path.lexists(path):
            return
        said.append(f"{task.placing.name}，文件不存在")
    others = f"；另有 {len(said) - _MOST_NAMED} 个" if len(said) > _MOST_NAMED else ""
    raise Unusable(f"没有一份报告能够检查：{'；'.join(said[:_MOST_NAMED])}{others}")


def take_away(folder: Path) -> None:
    """Take away the journal of a batch that came to nothing, and what else is empty."""
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            (folder / f"{JOURNAL}{end}").unlink()
    remove_empty(folder)


def remove_empty(folder: Path) -> None:
    """Take away those of the batch's own folders in which nothing stands."""
    for name in FOLDERS:
        with suppress(OSError):  # there is something in it
            (folder / name).rmdir()


def clear_unfinished(folder: Path) -> None:
    """Take away what a run that was stopped had not put into its place."""
    for name in ("", *FOLDERS):
        clear(folder / name)


def _pages(tasks: Iterable[Task]) -> Iterator[str]:
    for task in tasks:
        page = task.placing.page
        yield from filter(None, (page, comparison_of(page) if task.copy else None))


def _place(path: Path) -> str:
    """Return where a path leads, links on the way followed."""
    return normcase(os.path.realpath(path))
