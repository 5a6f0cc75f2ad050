"""The reports in a folder: by the ends of their names, and nothing that hides.

Links to files are followed, links to folders are not: one that leads up would never end, and
one in a folder that came from elsewhere may lead anywhere.  What is passed over is told.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final

from govcheck.commands.console import say
from govcheck.commands.names import shown
from govcheck.commands.own_results import is_annotated_copy, is_result
from govcheck.commands.terminal import width_of
from govcheck.errors import Unusable
from govcheck.readers.foreign import CONVERTIBLE
from govcheck.readers.formats import SUFFIXES
from govcheck.reports.width import fill

_HIDDEN: Final = (".", "~$", "__MACOSX")
"""How the names begin of what no person put there: hidden files, locks, a Mac's remains."""
_COMPANIONS: Final = ("_files", ".files")
"""How the folder of a saved page is called, behind the page's own name."""
_MOST_NAMED: Final = 5


def reports_in(names: Sequence[str]) -> tuple[str, ...]:
    """Return names with each folder among them replaced by the reports in it, in order.

    A folder without any, or that cannot be read, stays: who reads it is told.
    """
    return tuple(report for name in names for report in _reports_of(name))


def require_file(name: str) -> None:
    """Raise Unusable, in words, for a folder, in which there is then no report."""
    folder = Path(name)
    with suppress(OSError, ValueError):
        if name == "-" or not folder.is_dir():
            return
        if not os.access(folder, os.R_OK | os.X_OK):
            raise Unusable("没有读取这个目录的权限")
        raise Unusable(f"目录中没有可检查的报告（{'、'.join(SUFFIXES)}）")


def _reports_of(name: str) -> Iterable[str]:
    with suppress(OSError, ValueError):
        if name != "-" and Path(name).is_dir():
            return _within(name)
    return (name,)


class _Aside:
    """What lies in a folder and is not checked, by why."""

    def __init__(self) -> None:
        self.unread: list[str] = []
        """Folders that cannot be listed."""
        self.results: list[str] = []
        self.others: Counter[str] = Counter()
        """Files of other formats, by their ends."""
        self.odd: list[str] = []
        """What is no file: links that lead nowhere or to folders, pipes."""
        self.hidden: list[str] = []
        """What is called as a report is, or holds such, and hides."""


def _within(folder: str) -> Sequence[str]:
    """Return the reports below a folder; say what else is there."""
    aside = _Aside()
    reports: list[str] = []
    for path in _files(folder, aside):
        if not _is_called_so(path):
            aside.others[PurePath(path).suffix.lower()] += 1
        elif _is_own(path):
            aside.results.append(path)
        else:
            reports.append(path)
    _tell(folder, len(reports), aside)
    return [*reports, *aside.unread] or [folder]


def _files(folder: str, aside: _Aside) -> Iterator[str]:
    """Yield the regular files below a folder, in the order of their names."""
    walk = os.walk(folder, onerror=lambda error: aside.unread.append(str(error.filename)))
    for at, folders, names in walk:
        shown_names = [name for name in sorted(names) if not name.startswith(_HIDDEN)]
        pages = {PurePath(name).stem for name in shown_names}
        aside.hidden += _hidden(at, folders, names)
        folders[:] = sorted(name for name in folders if not _is_apart(name, pages))
        aside.odd += (
            path
            for name in folders
            if os.path.islink(path := os.path.join(at, name))  # noqa: PTH114, PTH118
        )
        for name in shown_names:
            path = os.path.join(at, name)  # noqa: PTH118 - keeps ./ and bytes as they are
            if os.path.isfile(path):  # noqa: PTH113 - and never raises
                yield path
            else:
                aside.odd.append(path)


def _hidden(at: str, folders: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """Yield what hides in a folder and would be checked if it did not."""
    yield from sorted(one for one in names if one.startswith(_HIDDEN) and _is_called_so(one))
    for name in sorted(one for one in folders if one.startswith(_HIDDEN)):
        with suppress(OSError):
            if any(map(_is_called_so, os.listdir(os.path.join(at, name)))):  # noqa: PTH118, PTH208
                yield name


def _is_called_so(path: str) -> bool:
    """Tell whether a name ends as a report's does."""
    suffix = PurePath(path).suffix.lower()
    return suffix in SUFFIXES or suffix in CONVERTIBLE


def _is_apart(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder hides, or holds what belongs to a saved page beside it."""
    return folder.startswith(_HIDDEN) or any(
        folder.endswith(end) and folder.removesuffix(end) in pages for end in _COMPANIONS
    )


def _is_own(path: str) -> bool:
    with suppress(OSError, ValueError):
        return is_result(Path(path)) or is_annotated_copy(Path(path))
    return False


def _tell(folder: str, reports: int, aside: _Aside) -> None:
    """Say what in a folder is not checked, on one line."""
    said = []
    renamed = [path for path in aside.results if ".govcheck." not in PurePath(path).name]
    if aside.results:
        named = f"（其中 {_names(renamed)}）" if renamed else ""
        said.append(f" govcheck 自己写出的 {len(aside.results)} 个{named}")
    if aside.others:
        ends = sorted(aside.others, key=lambda end: (not end, end))[:_MOST_NAMED]
        named = "、".join(end or "无后缀" for end in ends)
        said.append(f"其他格式的 {aside.others.total()} 个（{named}）")
    if aside.odd:
        odd = f"{len(aside.odd)} 个（{_names(aside.odd)}）"
        said.append(f"失效的链接、通向目录的链接和管道等 {odd}")
    if aside.hidden:
        said.append(f"隐藏的 {len(aside.hidden)} 个（{_names(aside.hidden)}）")
    if said:
        words = f"目录 {folder}：检查 {reports} 个文件；不检查{'，'.join(said)}"
        say(fill(shown(words), width_of(sys.stderr)), err=True)


def _names(paths: Sequence[str]) -> str:
    """Return the names of the first few."""
    return "、".join(PurePath(path).name for path in paths[:_MOST_NAMED])
