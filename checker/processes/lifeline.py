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
from typing import IO, BinaryIO, Final

LENGTH_BYTES: Final = 8
"""Of the number, in network order, that says before the content how long it is."""
_FAILED: Final = 70
_PARENT_DEATH_SIGNAL: Final = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def serve(module: str) -> None:
    """Call ``main`` of a module with the content that comes on standard input."""
    length = int.from_bytes(sys.stdin.buffer.read(LENGTH_BYTES))
    content = sys.stdin.buffer.read(length)
    if len(content) < length:
        os._exit(_FAILED)
    Thread(target=end_with_input, daemon=True).start()
    import_module(module).main(content)


def attend(module: str) -> None:
    """Answer one message after the other with what ``attendant`` of a module makes of it.

    The first message makes the attendant, and its answer is empty: it is ready.  What else
    the code writes to its output reaches nobody.
    """
    from queue import SimpleQueue  # noqa: PLC0415 - no check that starts nothing needs it

    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    messages = SimpleQueue[bytes]()
    Thread(target=_receive, args=(messages.put,), daemon=True).start()
    answer = import_module(module).attendant(messages.get())
    _send(answers, b"")
    while True:
        _send(answers, answer(messages.get()))


def _receive(put: Callable[[bytes], None]) -> None:
    """Take in messages; the end of the input is that of the process, whatever it does."""
    while (message := framed(sys.stdin.buffer)) is not None:
        put(message)
    os._exit(_FAILED)


def _send(answers: BinaryIO, message: bytes) -> None:
    try:
        answers.write(len(message).to_bytes(LENGTH_BYTES) + message)
        answers.flush()
    except OSError:
        os._exit(_FAILED)


def framed(pipe: IO[bytes], most: int | None = None) -> bytes | None:
    """Return the next message of a pipe; None at its end, and for one of more bytes."""
    head = pipe.read(LENGTH_BYTES)
    length = int.from_bytes(head)
    if len(head) < LENGTH_BYTES or (most is not None and length > most):
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


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


def bound(*, seconds: int, memory: int, written: int | None = None) -> None:
    """Bound the time on a processor, the bytes of memory and, of each file that is written.

    Where the system cannot, nothing is bound.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if written is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
