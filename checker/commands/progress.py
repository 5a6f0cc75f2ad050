"""How far a long check is: a line that a person watches, gone before anything else is said."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from govcheck.commands.console import show
from govcheck.commands.terminal import is_terminal, width_of
from govcheck.reports.signs import LOST, WON
from govcheck.reports.visible import visible
from govcheck.reports.width import cut

_PATIENCE: Final = 1.0
"""Seconds of work that need no bar."""
_BAR: Final = 20


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """Give what shows, where a person watches, which step of a report takes its time."""
    shown = False

    def step(words: str) -> None:
        nonlocal shown
        if is_terminal(sys.stderr):
            show(f"\r{cut(f'{words}……', width_of(sys.stderr) - 1)}")
            shown = True

    try:
        yield step
    finally:
        if shown:
            show(f"\r{' ' * (width_of(sys.stderr) - 1)}\r")


class Progress:
    """Counts the reports of one call, on standard error where that is a terminal."""

    def __init__(self, total: int, clock: Callable[[], float] = monotonic) -> None:
        """Take how many reports there are."""
        self._total = total
        self._clock = clock
        self._start = clock()
        self._done = 0

    @contextmanager
    def report(self, name: str) -> Iterator[None]:
        """Show the bar while a report is worked on; whatever happens, it is gone then."""
        line = self._line(name)
        if line:
            show(f"\r{line}")
        try:
            yield
        finally:
            self._done += 1
            if line:
                show(f"\r{' ' * (width_of(sys.stderr) - 1)}\r")

    def _line(self, name: str) -> str:
        """Return the line; nothing where nobody watches, or where all is done at once."""
        short = self._total == 1 or self._clock() - self._start < _PATIENCE
        if short or not is_terminal(sys.stderr):
            return ""
        full = _BAR * self._done // self._total
        bar = WON * full + LOST * (_BAR - full)
        words = f"正在检查 {self._done + 1}/{self._total} {bar} {visible(name)}"
        return cut(words, width_of(sys.stderr) - 1)
