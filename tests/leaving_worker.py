"""A worker of a batch that fails over a report once it has written the page of it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from govcheck.batch import desk, worker
from govcheck.batch.finished import write_beside

_written: Final = list[str]()


def _write_and_fail(folder: Path, pieces: Iterable[bytes]) -> tuple[str, str]:
    written = write_beside(folder, pieces)
    _written.append(written[0])
    if len(_written) == 1:
        raise ArithmeticError("a fault of ours")
    return written


def attendant(opening: bytes) -> Callable[[bytes], bytes]:
    """Answer as the worker does."""
    vars(desk)["write_beside"] = _write_and_fail
    return worker.attendant(opening)
