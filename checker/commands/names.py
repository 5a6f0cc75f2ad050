"""Names of files: as they are shown, and as results are called after their reports."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from os import PathLike, fsencode, fspath
from os.path import abspath, normcase
from pathlib import Path, PurePath
from typing import Final
from unicodedata import normalize

from govcheck.collecting.address import file_name, is_address
from govcheck.reports.visible import visible

_LONGEST: Final = 200
"""Bytes of a result's name before its ending; most systems hold 255 in all."""


def shown(name: str | PathLike[str]) -> str:
    """Return a name, or a line with names in it, with all that hides or commands visible."""
    words = visible(fspath(name))
    return words.replace("\n", "‹U+000A›").replace("\t", "‹U+0009›")


def distinct(reports: Sequence[str]) -> list[str]:
    """Return the reports in their order, one that is named twice only once."""
    first: dict[str, str] = {}
    for name in reports:
        first.setdefault(place(name), name)
    return list(first.values())


def result_names(reports: Sequence[str]) -> dict[str, str]:
    """Return what the results of each of several ``distinct`` reports are called.

    That is the report's name without its ending.  Where it would serve two, also on a disk
    that does not tell capitals, each says more: its ending, its folders.  The order of the
    reports makes no difference.
    """
    level = dict.fromkeys(reports, 0)
    chosen = {name: choice(name, 0) or "" for name in reports}
    while True:
        counts = Counter(map(same_name, chosen.values()))
        alike = [name for name in reports if counts[same_name(chosen[name])] > 1]
        more = {name: other for name in alike if (other := choice(name, level[name] + 1))}
        if not more:
            return chosen
        chosen |= more
        level |= {name: level[name] + 1 for name in more}


def choice(name: str, level: int) -> str | None:
    """Return a name for a report's results, the higher the level the more it tells; or None."""
    return next(islice(_choices(name), level, None), None)


def _choices(name: str) -> Iterator[str]:
    """Yield names for a report's results, each telling it from more others than the last."""
    if name == "-":
        yield from ("stdin", f"stdin-{_hash(name)}")
        return
    if is_address(name):
        stem = _fitting(PurePath(file_name(name)).stem)
        yield from (stem, f"{stem}-{_hash(name)}")
        return
    path = PurePath(place(name))
    folders = [part for part in path.parent.parts if part != path.anchor]
    for count in range(len(folders) + 1):
        lead = "-".join([*folders[len(folders) - count :], ""])
        yield _fitting(lead + PurePath(name).stem)
        yield _fitting(lead + PurePath(name).name)
    yield _fitting(f"{PurePath(name).stem}-{_hash(place(name))}")


def place(name: str) -> str:
    """Return the whole path as it is written, without asking where links lead."""
    return name if name == "-" or is_address(name) else normcase(abspath(name))  # noqa: PTH100 - links stay


def same_name(name: str) -> str:
    """Return what two names have in common that a disk without capitals takes for one."""
    return normalize("NFC", name).casefold()


def _fitting(name: str) -> str:
    """Return a name that a disk holds; of one too long, the beginning and a hash."""
    if len(fsencode(name)) <= _LONGEST:
        return name
    kept = name
    while len(fsencode(kept)) > _LONGEST:
        kept = kept[:-1]
    return f"{kept}-{_hash(name)}"


def _hash(name: str) -> str:
    return sha256(fsencode(name)).hexdigest()[:8]


def same_place(path: Path) -> str:
    """Return what two paths have in common when a disk without capitals holds one file."""
    try:
        folder = path.parent.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself, a name too long
        folder = path.parent.absolute()
    return same_name(str(folder / path.name))
