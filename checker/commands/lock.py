"""One writer at a time: a lock that ends with its holder, however that ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from time import monotonic, sleep
from typing import Final

from govcheck.errors import Unusable

_FLAGS: Final = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_PAUSE: Final = 0.01

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        """Lock the file.  Raises OSError while another holds it."""
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _give_back(lock: Path, handle: int) -> None:
        """Close, then remove: Windows removes no file that another holds open."""
        os.close(handle)
        with suppress(OSError):
            lock.unlink()

else:
    import fcntl

    def _take(handle: int) -> None:
        """Lock the file.  Raises OSError while another holds it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(lock: Path, handle: int) -> None:
        """Remove, then close: who waits for this file sees that it is gone."""
        with suppress(OSError):
            if not os.fstat(handle).st_size:
                lock.unlink()
        os.close(handle)


@contextmanager
def locked(
    path: Path,
    *,
    taken: str,
    patience: float = 0,
) -> Iterator[None]:
    """Hold ``<path>.lock`` beside a file.  Raises Unusable where that cannot be had.

    The system gives the lock back when its holder dies; a lock file that stays behind is
    taken by the next.  ``taken`` is said of one that another holds for ``patience`` seconds.
    """
    lock = path.with_name(f"{path.name}.lock")
    try:
        handle = _held(lock, patience, taken)
    except OSError as error:
        raise Unusable(f"{lock}：无法加锁（{error.strerror}）") from error
    try:
        yield
    finally:
        _give_back(lock, handle)


def _held(lock: Path, patience: float, taken: str) -> int:
    """Return the open lock file, once it is ours and still the one beside the file."""
    end = monotonic() + patience
    while True:
        handle = os.open(lock, _FLAGS, 0o666)
        if not S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Unusable(f"{lock}：不是普通文件，不能用来加锁")
        ours = _taken(handle)
        if ours and _stands(lock, handle):
            return handle
        os.close(handle)
        if not ours and monotonic() >= end:
            raise Unusable(f"{lock}：{taken}")
        sleep(_PAUSE)


def _taken(handle: int) -> bool:
    try:
        _take(handle)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _stands(lock: Path, handle: int) -> bool:
    """Tell whether no former holder has removed the file in the meantime."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
