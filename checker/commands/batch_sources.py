"""What a batch is made up of: folders, patterns of names, single files, manifests."""

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import Final

from msgspec.structs import replace

from govcheck.batch.manifest import ManifestEntry, manifest
from govcheck.batch.task import Task
from govcheck.collecting.address import is_address
from govcheck.commands.folders import reports_in
from govcheck.commands.intake import is_own_result
from govcheck.commands.names import choice, place, shown
from govcheck.document.knowledge import Knowledge
from govcheck.errors import ManyUnusable, Unusable
from govcheck.files import content_of
from govcheck.reports.batch.report_summary import Placing

_TABLES: Final = (".csv", ".xlsx")
_ODD: Final = str.maketrans("?#%", "___")
"""What a browser takes for something else in the address of a page."""


def tasks_of(paths: Sequence[str], *, paged: bool, knowledge: Knowledge) -> Iterator[Task]:
    """Yield the reports in the order of the paths, of a folder in that of its names.

    Raises Unusable for what can be no report of a batch, and for a manifest that is wrong.
    """
    number = 0
    for path in paths:
        for task in _tasks_at(path, knowledge):
            yield replace(task, at=number, paged=paged)
            number += 1


def earlier_in(folder: str) -> Iterator[bytes]:
    """Yield the whole paths of last year's reports.  Raises Unusable for no folder."""
    if not os.path.isdir(folder):  # noqa: PTH112 - never raises
        raise Unusable(f"--last-year 应为目录：{shown(folder)}")
    return (os.fsencode(place(name)) for name in reports_in([folder]))


def page_choice(path: bytes, level: int) -> str | None:
    """Return what the page of a report may be called; see ``names.choice``."""
    name = choice(os.fsdecode(path), level)
    return name and name.encode("utf-8", "replace").decode().translate(_ODD)


def read_table(path: str) -> tuple[bytes, str]:
    """Return the bytes of a table that the user hands in, and its ending.  Raises Unusable."""
    return content_of(Path(path)), PurePath(path).suffix.lower()


def named(path: str, error: Unusable) -> Unusable:
    """Return what is wrong with a file, with its name."""
    if isinstance(error, ManyUnusable):
        all_named = [Unusable(f"{path}：{one}") for one in error.exceptions]
        return ManyUnusable(error.message, all_named)
    return Unusable(f"{path}：{error}")


def _tasks_at(path: str, knowledge: Knowledge) -> Iterator[Task]:
    if path == "-" or is_address(path):
        raise Unusable(f"批次只检查文件和目录：{shown(path)}")
    if PurePath(path).suffix.lower() in _TABLES:
        yield from _listed(path, knowledge)
        return
    names = [path]
    if has_magic(path) and not os.path.lexists(path):
        names = sorted(glob(path, recursive=True)) or [path]  # noqa: PTH207 - keeps ./
    for name in reports_in([one for one in names if not is_own_result(one)]):
        yield _task(name)


def _listed(path: str, knowledge: Knowledge) -> Iterator[Task]:
    try:
        entries = manifest(*read_table(path), knowledge)
    except Unusable as error:
        raise named(path, error) from error
    folder = Path(path).parent
    for entry in entries:
        yield _entered(entry, folder)


def _entered(entry: ManifestEntry, folder: Path) -> Task:
    task = _task(str(folder / entry.file))
    return replace(
        task,
        placing=replace(task.placing, named=entry.agency, reports_into=entry.reports_into),
        agency_kind=entry.kind,
        region=entry.region,
        last_year=_place(folder, entry.last_year),
        copy=_place(folder, entry.copy),
    )


def _place(folder: Path, name: str | None) -> bytes | None:
    return os.fsencode(place(str(folder / name))) if name else None


def _task(name: str) -> Task:
    return Task(at=0, path=os.fsencode(place(name)), placing=Placing(name=shown(name)))
