"""What is said of a YAML file that cannot be used: where, why, and no more than can be read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from govcheck.errors import Unusable

_SHOWN: Final = 10
"""So many lines about one file; whoever mends them checks again."""
_LONGEST: Final = 300
_TOLD: Final = 40


def shortened(written: object) -> str:
    """Return so much of what a file holds that one knows it again."""
    text = str(written)
    return text if len(text) <= _TOLD else text[:_TOLD] + "……"


class UnsoundFile(Unusable):
    """A YAML file cannot be used: where, and why (Chinese)."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Keep the three apart, so that an editor can jump to the line."""
        reason = _printable(reason)
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


def first_errors(errors: Iterable[Callable[[], UnsoundFile]]) -> Iterator[UnsoundFile]:
    """Yield the first errors of a file, then how many more there are.

    Only what is shown is worked out.
    """
    each = iter(errors)
    for error in islice(each, _SHOWN):
        yield error()
    following = next(each, None)
    if following:
        yield _more(following(), 1 + sum(1 for _ in each))


def first_of(errors: Sequence[UnsoundFile]) -> Iterator[UnsoundFile]:
    """Yield the first errors and how many more there are."""
    yield from errors[:_SHOWN]
    if len(errors) > _SHOWN:
        yield _more(errors[_SHOWN], len(errors) - _SHOWN)


def _more(following: UnsoundFile, count: int) -> UnsoundFile:
    reason = f"另有 {count} 处，改好以上各处后再查"
    return UnsoundFile(following.file, following.line, reason)


def _printable(reason: str) -> str:
    """Write characters that are not seen by their number, and cut off what is too long."""
    cut = reason if len(reason) <= _LONGEST else reason[:_LONGEST] + "……"
    return "".join(c if c.isprintable() or c == "　" else f"\\u{ord(c):04x}" for c in cut)
