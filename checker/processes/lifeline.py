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
from typing import IO, TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from queue import SimpleQueue

LENGTH_BYTES: Final = 8
"""Of the number, in network order, that says before the content how long it is."""
ANSWER: Final = b"a"
"""What stands before the length of an answer to an order."""
STEP: Final = b"s"
"""What stands before the length of words on what is at work."""
EXHAUSTED: Final = 71
"""Exit status of a process that has no memory left."""
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


def stand(module: str, told: str = "") -> None:
    """Give each order on standard input to what ``answering(told)`` of a module returns.

    That is called with the order and with what tells of a step, and returns the answer.
    Whatever it prints is nobody's business; without memory for an order the process ends.
    """
    from queue import SimpleQueue  # noqa: PLC0415 - no check that starts nothing needs it

    said = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    orders = SimpleQueue[bytes]()
    Thread(target=_take, args=(orders,), daemon=True).start()

    def step(words: str) -> None:
        _say(said, STEP, words.encode())

    try:
        answer = import_module(module).answering(told)
        while True:
            _say(said, ANSWER, answer(orders.get(), step))
    except MemoryError:
        os._exit(EXHAUSTED)


def _take(orders: "SimpleQueue[bytes]") -> None:
    """Take orders as they come; with the end of the input the process ends."""
    pipe = sys.stdin.buffer
    try:
        while len(head := pipe.read(LENGTH_BYTES)) == LENGTH_BYTES:
            length = int.from_bytes(head)
            order = pipe.read(length)
            if len(order) < length:
                break
            orders.put(order)
    except MemoryError:
        os._exit(EXHAUSTED)
    _end_all()


def _say(said: BinaryIO, kind: bytes, words: bytes) -> None:
    said.write(kind + len(words).to_bytes(LENGTH_BYTES))
    said.write(words)
    said.flush()


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
    _end_all()


def _end_all() -> None:
    """End this process and those that it started."""
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
