"""The terminal: how wide and how high it is, and whether it may be painted."""

import os
import sys
from contextlib import suppress
from typing import IO, Any, Final

_USUAL: Final = (80, 24)
"""Columns and rows where there is no terminal to ask."""
_NARROWEST: Final = 40
_WIDEST: Final = 200
_LOWEST: Final = 12


def columns() -> int:
    """Return how wide what is said may be: 80 where nothing says more."""
    return width_of(sys.stdout)


def width_of(stream: IO[Any] | None) -> int:
    """Return how wide a line on a stream may be."""
    return min(max(_size(stream)[0], _NARROWEST), _WIDEST)


def rows() -> int:
    """Return how many lines are seen at once, less the one that is typed on."""
    return max(_size(sys.stdout)[1], _LOWEST) - 1


def has_colors() -> bool:
    """Tell whether standard output is a terminal that may be painted (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return is_terminal(sys.stdout) and not plain


def is_terminal(stream: IO[Any] | None) -> bool:
    """Tell whether a person watches a stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def _size(stream: IO[Any] | None) -> tuple[int, int]:
    """Return columns and rows as the user sets them, or as the stream's terminal has them."""
    usual = _USUAL
    if stream is not None and is_terminal(stream):
        with suppress(OSError, ValueError):
            usual = os.get_terminal_size(stream.fileno())
    return _set("COLUMNS", usual[0]), _set("LINES", usual[1])


def _set(name: str, usual: int) -> int:
    written = os.environ.get(name, "")
    number = int(written) if written.isascii() and written.isdigit() else 0
    return number or usual or max(_USUAL)
