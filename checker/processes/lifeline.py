"""The inside of a process that ``processes`` has started: its input, its bounds, its end.

Such a process never outlives the one that started it.  Its standard input is its lifeline:
after the content it stays open as long as the other end lives, on every system.  One that runs
code in C, which may hold up all of Python, asks the kernel to end it as well.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from threading import Thread
from typing import BinaryIO, Final

from govcheck.processes.message import received, send

ANSWER: Final = b"a"
"""What an answer of a process that ``stand``s begins with."""
STEP: Final = b"s"
"""What words on the step that is at work begin with, in place of an answer."""
EXHAUSTED: Final = 71
"""Exit status of a process that stands and has no memory left."""
_FAILED: Final = 70
_PARENT_DEATH_SIGNAL: Final = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def serve(module: str) -> None:
    """Call ``main`` of a module with the content that comes on standard input."""
    content = received(sys.stdin.buffer)
    if content is None:
        os._exit(_FAILED)
    Thread(target=end_with_input, daemon=True).start()
    import_module(module).main(content)


def attend(module: str) -> None:
    """Answer one message after the other with what ``attendant`` of a module makes of it.

    The first message makes the attendant, and its answer is empty: it is ready.  What else
    the code writes to its output reaches nobody.
    """
    get, answers = _exchange()
    answer = import_module(module).attendant(get())
    _say(answers, b"")
    while True:
        _say(answers, answer(get()))


def stand(module: str) -> None:
    """Answer as ``attend`` does, with words on what is at work before an answer.

    ``standing`` of a module makes of the first message what answers the others: it is called
    with each and with what tells of a step.  Nothing says that it is ready.  A process that
    has no memory left for a message ends with ``EXHAUSTED``.
    """
    get, answers = _exchange()

    def step(words: str) -> None:
        _say(answers, STEP + words.encode())

    try:
        answer = import_module(module).standing(get())
        while True:
            _say(answers, ANSWER + answer(get(), step))
    except MemoryError:
        os._exit(EXHAUSTED)


def _exchange() -> tuple[Callable[[], bytes], BinaryIO]:
    """Return what gives the messages one by one, and where the answers go."""
    from queue import SimpleQueue  # noqa: PLC0415 - no check that starts nothing needs it

    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    messages = SimpleQueue[bytes]()
    Thread(target=_receive, args=(messages.put,), daemon=True).start()
    return messages.get, answers


def _receive(put: Callable[[bytes], None]) -> None:
    """Take in messages; the end of the input is that of the process, whatever it does."""
    try:
        while (message := received(sys.stdin.buffer)) is not None:
            put(message)
    except MemoryError:
        os._exit(EXHAUSTED)
    os._exit(_FAILED)


def _say(answers: BinaryIO, message: bytes) -> None:
    try:
        send(answers, message)
    except OSError:
        os._exit(_FAILED)


def end_with_parent() -> None:
    """Let the kernel end this process with its parent, where it can.

    A parent that has ended before is noticed by the end of the input.  What this process has
    started would stay behind: it is for those that start nothing.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def end_with_input() -> None:
    """Wait for the end of standard input, then end this process and those that it started."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(_FAILED)


def bound(*, memory: int, seconds: int | None = None, written: int | None = None) -> None:
    """Bound the bytes of memory, the time on a processor and the bytes of each file written.

    Where the system cannot, nothing is bound.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if written is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
