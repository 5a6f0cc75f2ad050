"""A bound on the time of one execution: a fault while Python still runs, the end if not."""

import faulthandler
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from fuzzing.trials.faults import TooSlow

LONGEST = 10
"""Seconds of this process's own work, which other work on the machine does not lengthen."""
_LAST = 180
"""Seconds until a process that no longer hears signals is ended with its traceback."""


@contextmanager
def watched() -> Iterator[None]:
    """Raise TooSlow in what takes too long."""
    faulthandler.dump_traceback_later(_LAST, exit=True)
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        faulthandler.cancel_dump_traceback_later()
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()


def _stop(_: int, __: FrameType | None) -> None:
    raise TooSlow(f"an execution takes more than {LONGEST} seconds")
