"""Who judges the reports of a batch: processes of this machine, or of others."""

import os
from collections.abc import Callable, Generator, Iterable
from typing import Final

from msgspec import Struct

from govcheck.processes.crew import Answered, answers

_MODULE: Final = "govcheck.batch.worker"
_LOT: Final = 8
_LOT_BYTES: Final = 400_000
SECONDS: Final = 1800
"""After which a process that judges one lot is given up."""
_MOST: Final = 512 * 1024 * 1024
_WORTH: Final = 8
"""So many reports take about as long as a process needs to start."""


class Judges(Struct, frozen=True, kw_only=True):
    """Processes that answer lots of orders; an answer is none where its process ended."""

    answers: Callable[[bytes, Iterable[bytes]], Generator[Answered]]
    """Takes the terms, and the lots."""
    count: int
    """How many they are."""
    lot: int = _LOT
    lot_bytes: int = _LOT_BYTES
    """A lot is so many orders, or what comes to so many bytes of reports."""
    sends: bool = False
    """They do not see the files, and are sent them."""


def judges_here(asked: int | None, reports: int) -> Judges:
    """Return processes of this machine: as many as asked for, else as are worth their start."""
    most = -(-reports // _WORTH) if asked is None else reports
    count = max(1, min(asked or _processors(), most))

    def answered(terms: bytes, lots: Iterable[bytes]) -> Generator[Answered]:
        return answers(_MODULE, terms, lots, processes=count, seconds=SECONDS, most=_MOST)

    return Judges(answers=answered, count=count)


def _processors() -> int:
    affinity = hasattr(os, "sched_getaffinity")
    return len(os.sched_getaffinity(0)) if affinity else os.cpu_count() or 1
