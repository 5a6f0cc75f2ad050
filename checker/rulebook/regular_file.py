"""Read a file that rules, ledgers and kept books lie in, and nothing that only looks like one.

A pipe would wait for ever, a device never ends: neither is opened for reading.
"""

import os
import stat
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from govcheck.errors import Unusable

MOST_BYTES: Final = 4 * 1024 * 1024


def regular_bytes(path: Traversable, name: str = "", most: int = MOST_BYTES) -> bytes:
    """Return what a file holds; ``name`` is what errors call it.

    Raises Unusable for what is no regular file and for more than ``most`` bytes, and OSError
    as reading does.
    """
    if not isinstance(path, Path):
        return path.read_bytes()
    unusual = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, os.O_RDONLY | unusual)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unusable(f"{name or path}：不是普通文件")
    with os.fdopen(handle, "rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise Unusable(f"{name or path}：文件过大，至多 {most // (1024 * 1024)} MB")
    return content
