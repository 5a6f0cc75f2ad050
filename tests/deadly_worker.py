"""A worker of a batch that one of its reports kills."""

import os
import signal
from collections.abc import Callable

from govcheck.batch import worker


def attendant(opening: bytes) -> Callable[[bytes], bytes]:
    """Answer as the worker does; a lot with the deadly report is answered by nobody."""
    answer = worker.attendant(opening)

    def answer_or_die(content: bytes) -> bytes:
        if b"/003.html" in content:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer(content)

    return answer_or_die
