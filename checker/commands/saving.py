"""Files written whole or not at all, and never over what is not govcheck's to replace.

A file is written beside its target and moved over it: a full disk, a kill or Ctrl-C leave the
old one.  A link is replaced itself; the file that it leads to is never written to.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_IWUSR
from typing import Final

from govcheck.commands.names import shown
from govcheck.commands.written import keep_aside, keep_changed, remember
from govcheck.errors import Unusable

Ownership = Callable[[Path], bool]
"""Tells whether a file that is there is one that the command may replace."""
_REASONS: Final = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EIO: "磁盘已满或者出错",
    errno.EFBIG: "超出文件大小的限制",
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ELOOP: "链接指向自身",
    errno.ENOENT: "目录不存在",
    errno.ENOTDIR: "路径中有一段不是目录",
}


def save(path: Path, content: bytes, own: Ownership) -> None:
    """Write a file.  Raises Unusable, in words, where that cannot or must not be done."""
    previous = require_replaceable(path, own)
    try:
        if previous and not S_ISREG(previous.st_mode):
            path.write_bytes(content)
        else:
            _move_over(path, content, S_IMODE(previous.st_mode) if previous else None)
            remember(content)
    except OSError as error:
        raise unwritable(path, error) from error


def require_replaceable(path: Path, own: Ownership) -> os.stat_result | None:
    """Return the status of what is at a path, which may be written over; None for nothing.

    An empty file may be: nothing is lost.  A device such as /dev/null and a pipe take what is
    written.  Raises Unusable for all else that is not ``own``.
    """
    try:
        if not os.path.lexists(path):
            _require_folder(path)
            return None
        status = path.stat()
        if S_ISCHR(status.st_mode) or S_ISFIFO(status.st_mode):
            return status
        _require_own(path, status, own)
    except FileNotFoundError:
        raise Unusable(f"{shown(path)} 是一个失效的链接，不予覆盖；{_ELSEWHERE}") from None
    except OSError as error:
        raise unwritable(path, error) from error
    except ValueError:
        raise Unusable(f"{shown(path)} 不是可用的文件名") from None
    return status


def put(path: Path, finished: Path, own: Ownership, known: Ownership) -> None:
    """Move a file that is written whole over another, which stays if a person has changed it.

    ``known`` tells whether it is as the command has written it.  Raises Unusable, in words,
    where that cannot or must not be done; then the finished file is gone.
    """
    try:
        previous = require_replaceable(path, own)
        if previous and previous.st_size and not path.is_symlink() and not known(path):
            keep_aside(path)
        finished.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):
            finished.unlink()


_ELSEWHERE: Final = "请另取文件名"


def _require_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise Unusable(f"无法写入 {shown(path)}（没有目录 {shown(path.parent)}）")


def _require_own(path: Path, status: os.stat_result, own: Ownership) -> None:
    if S_ISDIR(status.st_mode):
        raise Unusable(f"{shown(path)} 是一个目录，不是文件")
    if not S_ISREG(status.st_mode):
        raise Unusable(f"{shown(path)} 不是普通文件，不能写入")
    if status.st_size and not own(path):
        raise Unusable(f"{shown(path)} 已存在，且不是 govcheck 写出的，不予覆盖；{_ELSEWHERE}")
    if not status.st_mode & S_IWUSR:
        raise Unusable(f"{shown(path)} 已设为只读，不予覆盖；{_ELSEWHERE}")


def make_folder(path: Path) -> None:
    """Make a folder for results.  Raises Unusable, in words, where that cannot be done."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> Unusable:
    """Return the refusal of a file that the system does not let be written."""
    reason = _REASONS.get(error.errno or 0, error.strerror)
    return Unusable(f"无法写入 {shown(path)}（{reason}）")


def save_again(path: Path, content: bytes, own: Ownership) -> None:
    """Write a file that a command completes step by step and a person may change meanwhile.

    The command has read what the person changed.  Raises Unusable as ``save`` does.
    """
    previous = require_replaceable(path, own)
    try:
        with _written_beside(
            path, content, S_IMODE(previous.st_mode) if previous else None
        ) as new:
            new.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


def _move_over(path: Path, content: bytes, mode: int | None) -> None:
    """Write a new file and move it to a path; ``mode`` is that of the file it replaces."""
    with _written_beside(path, content, mode) as beside:
        aside = keep_changed(path, content) if mode is not None else None
        try:
            beside.replace(path)
        except BaseException:
            if aside:
                aside.rename(path)
            raise


@contextmanager
def _written_beside(path: Path, content: bytes, mode: int | None) -> Iterator[Path]:
    """Give a file beside a path that is whole on the disk; it is gone if it is not moved."""
    beside = path.with_name(f".govcheck-{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()
