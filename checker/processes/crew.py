"""Several processes that answer many messages, each of them one after the other.

They are started as all others (``starting``) and end with the one that started them.  One that
ends before its time takes no more with it than the message that it had in hand.
"""

from collections.abc import Generator, Iterable
from contextlib import suppress
from queue import Empty, SimpleQueue
from subprocess import Popen
from threading import Thread, Timer
from typing import Final

from govcheck.processes.message import received, send
from govcheck.processes.starting import Failed, end, started

_AHEAD: Final = 2
"""So many messages for each process are on their way, that none waits for the next."""
_TO_OPEN: Final = 300
"""Seconds in which a process is ready for its first message."""

Answered = tuple[bytes, bytes | None]
"""A message, and the answer; None where the process ended or took too long over it."""


def answers(
    module: str,
    opening: bytes,
    messages: Iterable[bytes],
    *,
    processes: int,
    seconds: float,
    most: int,
) -> Generator[Answered]:
    """Yield every message with its answer, as they come in.

    ``attendant(opening)`` of a module makes, in each process, what answers the messages, in at
    most so many ``seconds`` and bytes.  Messages are taken in the caller's thread, and few
    ahead.  Raises Failed where a process cannot be opened.
    """
    crew = _Crew(module, opening, seconds=seconds, most=most)
    try:
        crew.call(processes)
        under_way = 0
        for message in messages:
            crew.given.put(message)
            under_way += 1
            if under_way >= _AHEAD * processes:
                yield crew.answered()
                under_way -= 1
        for _ in range(under_way):
            yield crew.answered()
    finally:
        crew.dismiss()


class _Crew:
    """Processes, a thread for each, and what passes between them and the caller."""

    def __init__(self, module: str, opening: bytes, *, seconds: float, most: int) -> None:
        self._module, self._opening = module, opening
        self._seconds, self._most = seconds, most
        self.given = SimpleQueue[bytes | None]()
        self._done = SimpleQueue[Answered | None]()
        self._threads: list[Thread] = []
        self._running: set[Popen[bytes]] = set()
        self._dismissed = False

    def call(self, processes: int) -> None:
        """Start the threads; each starts its process with the first message."""
        for _ in range(processes):
            thread = Thread(target=self._work, daemon=True)
            self._threads.append(thread)
            thread.start()

    def answered(self) -> Answered:
        """Wait for the next answer.  Raises Failed."""
        done = self._done.get()
        if done is None:
            raise Failed
        return done

    def dismiss(self) -> None:
        """End all processes, whatever they do, and wait for the threads."""
        self._dismissed = True
        with suppress(Empty):
            while True:
                self.given.get_nowait()
        for process in tuple(self._running):
            end(process)
        for _ in self._threads:
            self.given.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        """Hand messages to a process, and to another where that one ends."""
        message = self.given.get()
        try:
            while message is not None and not self._dismissed:
                with started(self._module, way="attend") as process:
                    self._running.add(process)
                    message = self._converse(process, message)
                    self._running.discard(process)
        except OSError:  # no process can be started
            self._done.put(None)

    def _converse(self, process: Popen[bytes], message: bytes | None) -> bytes | None:
        """Ask until the process ends or there is nothing left; return what is left to ask."""
        if self._asked(process, self._opening, _TO_OPEN) is None:
            self._done.put(None)
            return None
        while message is not None and not self._dismissed:
            answer = self._asked(process, message, self._seconds)
            self._done.put((message, answer))
            message = self.given.get()
            if answer is None:
                return message
        return None

    def _asked(self, process: Popen[bytes], message: bytes, seconds: float) -> bytes | None:
        """Return what a process answers; None where it ends before, or has to be ended."""
        if process.stdin is None or process.stdout is None:
            return None
        timer = Timer(seconds, end, (process,))
        timer.start()
        try:
            send(process.stdin, message)
            return received(process.stdout, self._most)
        except OSError:
            return None
        finally:
            timer.cancel()
