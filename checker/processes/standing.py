"""A process that answers one order after another, started as every other (``starting``).

What it is asked may be hostile: each order is bounded in time, the process in memory, and one
that hangs, dies or is ended by a third takes only its own order along.  The next order finds a
new process.
"""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from subprocess import Popen
from threading import Event, Lock, Timer
from typing import Final

from govcheck.processes.lifeline import EXHAUSTED, STEP
from govcheck.processes.message import received, send
from govcheck.processes.starting import Failed, end, started

_MARK: Final = len(STEP)


class TooLong(Failed):
    """An order took more time than it was given."""


class TooLarge(Failed):
    """An order took more memory than there is for one."""


class StandingProcess:
    """One such process.  It is asked by one thread at a time; any thread may end it."""

    def __init__(self, module: str, opening: bytes = b"") -> None:
        """Take the module whose ``standing(opening)`` gives what answers."""
        self._module, self._opening = module, opening
        self._lock = Lock()
        self._process: Popen[bytes] | None = None
        self._open = ExitStack()
        self._ended = False

    def start(self) -> None:
        """Start it, so that the first order does not wait.  Does nothing where it stands."""
        with self._lock:
            if self._ended:
                raise Failed
            if self._process is None:
                process = self._open.enter_context(started(self._module, way="stand"))
                self._process = process
                with suppress(OSError):  # it has ended, and is told so when it is asked
                    _send(process, self._opening)

    def end(self) -> None:
        """End it for good, and what it works at: that raises Failed where it was asked."""
        with self._lock:
            self._ended = True
            process = self._process
        if process is not None:
            end(process)

    def close(self) -> None:
        """End it, and wait until it has ended."""
        self.end()
        self._open.close()

    def ask(
        self, order: bytes, *, seconds: float, most: int, step: Callable[[str], None]
    ) -> bytes:
        """Return its answer of at most ``most`` bytes; ``step`` is told how far it is.

        Raises TooLong, TooLarge, or Failed where it ended otherwise, or was ended.
        """
        self.start()
        process, late = self._process, Event()
        if process is None:
            raise Failed
        timer = Timer(seconds, _expire, (process, late))
        timer.start()
        try:
            _send(process, order)
            answer = _answer(process, most, step)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            raise self._failure(process, late)
        return answer

    def _failure(self, process: Popen[bytes], late: Event) -> Failed:
        """Clear away what is left of a process, and return why it failed."""
        end(process)
        code = process.wait()
        self._clear()
        if late.is_set():
            return TooLong()
        return TooLarge() if code == EXHAUSTED else Failed()

    def _clear(self) -> None:
        """Clear away what is left of a process; the next order finds a new one."""
        self._open.close()
        with self._lock:
            self._process = None


def _expire(process: Popen[bytes], late: Event) -> None:
    late.set()
    end(process)


def _send(process: Popen[bytes], message: bytes) -> None:
    if process.stdin is not None:
        send(process.stdin, message)


def _answer(process: Popen[bytes], most: int, step: Callable[[str], None]) -> bytes | None:
    """Read what it says until it has answered; None where it says too much, or ends."""
    while process.stdout is not None:
        said = received(process.stdout, most + _MARK)
        if said is None:
            return None
        if said[:_MARK] != STEP:
            return said[_MARK:]
        step(said[_MARK:].decode(errors="replace"))
    return None
