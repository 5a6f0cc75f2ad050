"""What is said of a YAML file that cannot be used: where, why, and no more than can be read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from govcheck.errors import Unusable

_SHOWN: Final = 10
"""So many lines about one file; whoever mends them checks again."""
_LONGEST: Final = 300


class UnsoundFile(Unusable):
    """A YAML file cannot be used: where, and why (Chinese)."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Keep the three apart, so that an editor can jump to the line."""
        reason = _printable(reason)
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


def first_errors(
    errors: Iterable[tuple[int, Callable[[], str]]], file: str
) -> Iterator[UnsoundFile]:
    """Yield the first errors of a file, each a line and a reason, then how many more there are.

    Only the reasons that are shown are worked out.
    """
    hidden, line = 0, 1
    for number, (at, reason) in enumerate(errors):
        if number < _SHOWN:
            yield UnsoundFile(file, at, reason())
        else:
            hidden, line = hidden + 1, at if number == _SHOWN else line
    if hidden:
        yield UnsoundFile(file, line, f"另有 {hidden} 处，改好以上各处后再查")


def shortened(errors: Sequence[UnsoundFile]) -> Iterator[UnsoundFile]:
    """Yield the first errors and how many more there are."""
    yield from errors[:_SHOWN]
    if len(errors) > _SHOWN:
        last = errors[_SHOWN]
        hidden = f"另有 {len(errors) - _SHOWN} 处，改好以上各处后再查"
        yield UnsoundFile(last.file, last.line, hidden)


def _printable(reason: str) -> str:
    """Write characters that are not seen by their number, and cut off what is too long."""
    cut = reason if len(reason) <= _LONGEST else reason[:_LONGEST] + "……"
    return "".join(c if c.isprintable() or c == "　" else f"\\u{ord(c):04x}" for c in cut)
