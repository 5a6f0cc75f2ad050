"""A process that answers one order after another, started as every other (``starting``).

What it is asked may be hostile: each order is bounded in time, the process in memory, and one
that hangs, dies or is ended by a third takes only its own order along.  The next order finds a
new process.
"""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from subprocess import Popen, TimeoutExpired
from threading import Event, Lock, Timer
from typing import IO, Final

from govcheck.processes.lifeline import ANSWER, EXHAUSTED, LENGTH_BYTES
from govcheck.processes.starting import Failed, end, started

_PATIENCE: Final = 10
"""Seconds in which a process whose output has ended has ended itself."""
_MOST_WORDS: Final = 4096
"""Bytes of what it says of a step."""


class TooLong(Failed):
    """An order took more time than it was given."""


class TooLarge(Failed):
    """An order took more memory than there is for one."""


class Standing:
    """One such process.  It is asked by one thread at a time; any thread may end it."""

    def __init__(self, module: str, argument: str = "") -> None:
        """Take the module whose ``answering(argument)`` gives what answers."""
        self._words = (module, argument)
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
                module, argument = self._words
                self._process = self._open.enter_context(
                    started(module, way="stand", told=argument)
                )

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
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise Failed
        late = Event()
        timer = Timer(seconds, _expire, (process, late))
        timer.start()
        try:
            _send(process.stdin, order)
            return _answer(process.stdout, most, step)
        except (EOFError, OSError):
            with suppress(TimeoutExpired):
                process.wait(_PATIENCE)
            code = process.poll()
            self._clear()
            if late.is_set():
                raise TooLong from None
            raise (TooLarge if code == EXHAUSTED else Failed) from None
        except Failed:
            self._clear()
            raise
        finally:
            timer.cancel()

    def _clear(self) -> None:
        """Clear away what is left of a process; the next order finds a new one."""
        self._open.close()
        with self._lock:
            self._process = None


def _expire(process: Popen[bytes], late: Event) -> None:
    late.set()
    end(process)


def _send(pipe: IO[bytes], order: bytes) -> None:
    pipe.write(len(order).to_bytes(LENGTH_BYTES))
    pipe.write(order)
    pipe.flush()


def _answer(pipe: IO[bytes], most: int, step: Callable[[str], None]) -> bytes:
    """Read what it says until it has answered.

    Raises EOFError where it ends before, and Failed for what is no answer.
    """
    while True:
        kind = _exactly(pipe, 1)
        length = int.from_bytes(_exactly(pipe, LENGTH_BYTES))
        if kind == ANSWER and length <= most:
            return _exactly(pipe, length)
        if kind == ANSWER or length > _MOST_WORDS:
            raise Failed
        step(_exactly(pipe, length).decode(errors="replace"))


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content
