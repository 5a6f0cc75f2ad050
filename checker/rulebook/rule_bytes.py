"""Read a file of rules, a ledger or a kept book, and nothing that only looks like one."""

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from govcheck.errors import Unusable
from govcheck.regular_file import bounded_bytes

MOST_BYTES: Final = 4 * 1024 * 1024


def rule_bytes(path: Traversable, name: str = "", most: int = MOST_BYTES) -> bytes:
    """Return what a file holds; ``name`` is what errors call it.

    Raises Unusable for what is no regular file, cannot be read, or has more than ``most``
    bytes.
    """
    if not isinstance(path, Path):
        return path.read_bytes()
    try:
        return bounded_bytes(path, most)
    except Unusable as error:
        raise Unusable(f"{name or path}：{error}") from error
