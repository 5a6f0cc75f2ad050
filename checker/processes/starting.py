"""The one way to start another process: apart from the user's folder, bounded, never orphaned.

* It imports and finds nothing in the working directory or beside a report, whatever PYTHONPATH,
  PYTHONSTARTUP and the like hold: Python runs isolated (``-I``), in the interpreter's own
  folder; what the user's installation needs beyond that comes last on its import path.
* Its answer and its time are bounded; what it says on standard error is nobody's business.
* It ends with the process that started it (``lifeline``), and takes along what it has started.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Final

from govcheck.processes.import_path import safe_import_path
from govcheck.processes.message import send

_START: Final = (
    "import sys; sys.path += [one for one in sys.argv[2:] if one not in sys.path];"
    "from govcheck.processes import lifeline; lifeline.{way}(sys.argv[1])"
)


class Failed(Exception):
    """A process took too long, said too much or ended badly; nothing of its answer counts."""


def answer(module: str, content: bytes, *, seconds: float, most: int) -> bytes:
    """Return what ``main(content)`` of a module, run as a process, writes to its output.

    Raises Failed when that takes more ``seconds``, comes to more than ``most`` bytes, or ends
    otherwise than well.
    """
    with started(module, way="serve") as process:
        if process.stdin is None or process.stdout is None:
            raise Failed
        timer = Timer(seconds, end, (process,))
        feeder = Thread(target=_feed, args=(process.stdin, content), daemon=True)
        timer.start()
        feeder.start()
        try:
            said = process.stdout.read(most + 1)
            if len(said) > most or process.wait():
                raise Failed
        finally:
            timer.cancel()
            end(process)
            feeder.join()
    return said


@contextmanager
def started(module: str, *, way: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a module as a process; whatever happens, it has ended afterwards.

    The ``way`` in which it is used is a function of ``lifeline``: ``serve``, ``attend`` or
    ``stand``.
    """
    words = [module, *safe_import_path()]
    process = subprocess.Popen(  # noqa: S603 - ourselves; nothing of the user's is run
        [sys.executable, "-I", "-c", _START.format(way=way), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).parent,
        env={name: value for name, value in os.environ.items() if name[:6] != "PYTHON"},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        end(process)
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with suppress(OSError):
                pipe.close()


def _feed(pipe: IO[bytes], content: bytes) -> None:
    """Write the content, and leave the pipe open: its end would be that of the process."""
    with suppress(OSError):
        send(pipe, content)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
