"""The file of a review ledger: read within limits, and written at its end unless pruned.

Entries are appended in one write under a lock, and looked for afterwards: where a person's
editor has put another file in the place in the meantime, that file is read and completed.
So nothing that stands is rewritten: a kill at any byte leaves at most a half-written entry at
the end; the next writer sets it aside under a new name and cuts it off.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Final, TypeVar

from govcheck.commands.lock import locked
from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE
from govcheck.regular_file import bounded_bytes

MOST_BYTES: Final = 4 * MEGABYTE
_READING: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_WRITING: Final = _READING | os.O_RDWR | os.O_APPEND | os.O_CREAT
_ATTEMPTS: Final = 5
_PATIENCE: Final = 60
"""Seconds that a writer waits for others; each of them needs some milliseconds."""
_TAKEN: Final = "另一个 govcheck 一直在写这份台账；请待其结束后重试"
_Told = TypeVar("_Told")


class Changed(Exception):
    """Another program has changed the file since it was read."""


def rewritten(target: Path, write: Callable[[Path], _Told]) -> _Told:
    """Let ``write`` read and change a ledger under its lock, anew where it raises Changed.

    It is given the file that ``target`` leads to.  Raises Unusable.
    """
    path = Path(os.path.realpath(target))
    with locked(path, taken=_TAKEN, patience=_PATIENCE):
        for _ in range(_ATTEMPTS):
            with suppress(Changed):
                return write(path)
    raise Unusable(f"{target}：其他程序正在改写这份台账，请稍后重试")


def content_of_ledger(path: Path) -> bytes:
    """Return the bytes of a ledger.  Raises Unusable, in words, for what is none."""
    try:
        return bounded_bytes(path, MOST_BYTES)
    except Unusable as error:
        raise Unusable(f"{path}：{error}") from error


def require_small(path: Path, content: bytes) -> None:
    """Raise Unusable for more than a ledger may hold."""
    if len(content) > MOST_BYTES:
        raise Unusable(f"{path}：台账超过 {MOST_BYTES // MEGABYTE} MB，不予读写")


def append(path: Path, content: bytes, end: int, added: bytes) -> None:
    """Add bytes to a file that holds ``content``, of which what follows ``end`` is cut off.

    Raises Changed where the file holds something else before or afterwards, Unusable where
    it cannot be written; then it holds what it held.
    """
    try:
        with os.fdopen(os.open(path, _WRITING, 0o666), "rb+", buffering=0) as file:
            _require_regular(path, os.fstat(file.fileno()).st_mode)
            if file.read(MOST_BYTES + 1) != content:
                raise Changed
            if end < len(content):
                file.truncate(end)
            _write(file.fileno(), added, end)
    except OSError as error:
        raise Unusable(f"{path}：无法写入（{_reason(error)}）") from error
    if not content_of_ledger(path).startswith(content[:end] + added):
        raise Changed


def _write(handle: int, added: bytes, end: int) -> None:
    """Write all or, on a full disk, nothing."""
    try:
        written = os.write(handle, added)
        if written < len(added):
            os.write(handle, added[written:])
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, end)
        raise


def replace_content(path: Path, content: bytes, new: bytes) -> None:
    """Put ``new`` in the place of ``content``: a full disk leaves what was there.

    Raises Changed where the file holds something else, Unusable where it cannot be written.
    """
    beside = path.with_name(f"{path.name}.new")
    try:
        with beside.open("xb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        if content_of_ledger(path) != content:
            raise Changed
        beside.replace(path)
    except OSError as error:
        raise Unusable(f"{path}：无法写入（{_reason(error)}）") from error
    finally:
        with suppress(OSError):
            beside.unlink()


def set_aside(path: Path, content: bytes, why: str = "损坏") -> Path:
    """Keep bytes in a new file beside the ledger and return its name.  Raises Unusable."""
    try:
        with _new_beside(path, why) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            return Path(file.name)
    except OSError as error:
        raise Unusable(f"{path}：无法另存取出的内容（{_reason(error)}）") from error


def _new_beside(path: Path, why: str) -> BinaryIO:
    """Open the first file of that name and a number that is not there yet."""
    number = 1
    while True:
        with suppress(FileExistsError):
            return path.with_name(f"{path.stem}.{why}-{number}{path.suffix}").open("xb")
        number += 1


def _require_regular(path: Path, mode: int) -> None:
    if S_ISDIR(mode):
        raise Unusable(f"{path}：这是一个目录，不是审查台账")
    if not S_ISREG(mode):
        raise Unusable(f"{path}：不是普通文件，不能用作审查台账")


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or "文件名不可用"
