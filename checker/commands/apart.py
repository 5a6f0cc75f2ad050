"""What is written is kept apart from what is read, by whatever path either is named.

Files are compared as the system knows them, so that a link, a second name and another
spelling of one file are all found out.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import IO, Any

from msgspec import Struct

from govcheck.commands.names import same_place, shown
from govcheck.errors import Unusable

_Identity = tuple[int, int] | str
"""Device and number of a file that is there; the whole path of any."""


class Given(Struct, frozen=True, kw_only=True):
    """A file that the user hands in, or a folder of rule files."""

    role: str
    """What it serves as (Chinese): 报告, 上年报告, 审查台账, 规则文件."""
    path: str
    """- for standard input."""


def require_apart(outputs: Iterable[Path], given: Iterable[Given]) -> None:
    """Raise Unusable where an output is what was handed in, or two outputs are one file."""
    known: dict[_Identity, str] = {}
    for one in given:
        words = f"{one.role} {'（标准输入）' if one.path == '-' else shown(one.path)}"
        known |= dict.fromkeys(_identities_of(one), words)
    own = _stream_identity(sys.stdout)
    if own in known:
        raise Unusable(f"标准输出写向{known[own]} 本身，不予写入")
    places: dict[str, str] = {}
    for output in outputs:
        identities = tuple(_identities(output))
        same = next((known[one] for one in identities if one in known), None)
        same = same or places.get(same_place(output))
        if same is not None:
            raise Unusable(f"输出 {shown(output)} 与{same} 是同一个文件；请另取文件名")
        places[same_place(output)] = words = f"另一个输出 {shown(output)}"
        known |= dict.fromkeys(identities, words)


def _identities_of(given: Given) -> Iterator[_Identity]:
    if given.path == "-":
        if (identity := _stream_identity(sys.stdin)) is not None:
            yield identity
        return
    path = Path(given.path)
    yield from _identities(path)
    for inner in _rule_files(path):
        yield from _identities(inner)


def _rule_files(path: Path) -> list[Path]:
    """Return the files that a folder of rules is made up of."""
    try:
        return [*path.glob("*.yaml"), *path.glob("*/*.yaml")] if path.is_dir() else []
    except (OSError, ValueError):
        return []


def _identities(path: Path) -> Iterator[_Identity]:
    try:
        yield str(path.resolve())
        status = path.stat()
    except (OSError, ValueError, RuntimeError):  # a link that leads to itself
        return
    if S_ISREG(status.st_mode) and status.st_ino:
        yield status.st_dev, status.st_ino


def _stream_identity(stream: IO[Any] | None) -> tuple[int, int] | None:
    """Return the file that a standard stream was led to; None for a terminal or a pipe."""
    try:
        status = os.fstat(stream.fileno()) if stream is not None else None
    except (OSError, ValueError):
        return None
    regular = status is not None and S_ISREG(status.st_mode)
    return (status.st_dev, status.st_ino) if status is not None and regular else None
