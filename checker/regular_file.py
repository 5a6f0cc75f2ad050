"""A user's file as bytes: regular files alone, and never more of one than a bound.

What a path leads to is looked at before it is opened, and again when it is open: a pipe or a
device would hang or never end, and what the kernel writes up is no file of anyone's.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Final

from govcheck.errors import Unusable

_MEGABYTE: Final = 1024 * 1024
_AT_ONCE: Final = 64 * 1024
_NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
"""Opening never waits for another process; Windows has no such pipes in its folders."""
_IRREGULAR: Final = "不是普通文件（是管道、设备或系统信息），不予读取"
_WRITTEN_UP: Final = ("/proc", "/sys")
"""Where systems show their state as if it were files."""


def bounded_bytes(path: Path, most: int) -> bytes:
    """Return what a regular file holds.

    Raises Unusable, in words, for anything else, for a file of more than ``most`` bytes (also
    when it grows meanwhile), and where it cannot be read.
    """
    require_regular(path, most)
    with (
        _refusals(),
        open(path, "rb", buffering=0, opener=_opened) as file,
    ):
        status = os.fstat(file.fileno())
        _require_regular(status, most)
        content = _read(file, status.st_size, most)
    if content and not status.st_size:
        raise Unusable(_IRREGULAR)
    return content


def require_regular(path: Path, most: int) -> None:
    """Raise Unusable, in words, for a path at which there is no such file."""
    with _refusals():
        status = path.stat()
        if S_ISDIR(status.st_mode) and not os.access(path, os.R_OK | os.X_OK):
            raise Unusable("没有读取这个目录的权限")
        _require_regular(status, most)


def too_large(most: int) -> Unusable:
    """Return the refusal of what holds more than ``most`` bytes."""
    return Unusable(f"文件超过 {most // _MEGABYTE} MB，不予读取")


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what the system says of a file into words for the user."""
    try:
        yield
    except FileNotFoundError:
        raise Unusable("文件不存在") from None
    except PermissionError:
        raise Unusable("没有读取权限") from None
    except OSError as error:
        raise Unusable(f"无法读取（{error.strerror}）") from error
    except ValueError:
        raise Unusable("不是可用的文件名") from None


def _opened(name: str, flags: int) -> int:
    return os.open(name, flags | _NO_WAITING)


def _require_regular(status: os.stat_result, most: int) -> None:
    if S_ISDIR(status.st_mode):
        raise Unusable("这是一个目录，不是文件")
    if not S_ISREG(status.st_mode) or status.st_dev in _devices_written_up():
        raise Unusable(_IRREGULAR)
    if status.st_size > most:
        raise too_large(most)


@cache
def _devices_written_up() -> frozenset[int]:
    return frozenset(os.stat(top).st_dev for top in _WRITTEN_UP if os.path.ismount(top))  # noqa: PTH116


def _read(file: BinaryIO, size: int, most: int) -> bytes:
    """Read to the end; of a file that grows, one byte more than the bound is enough."""
    pieces: list[bytes] = []
    room = most + 1
    while room and (piece := file.read(min(room, max(size + 1, _AT_ONCE)))):
        pieces.append(piece)
        room -= len(piece)
    if not room:
        raise too_large(most)
    return b"".join(pieces)
