"""Places of a file that ``govcheck rules new`` has left to be filled in."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors

MARK: Final = "【填写："
"""What such a place begins with; nobody writes it who means anything else."""
_HINT: Final = late_pattern(MARK + r"([^】\n]{0,200})")


def unfilled(content: bytes, file: str) -> Iterator[UnsoundFile]:
    """Yield an error for each line that is still to be filled in, the first ones only."""
    if MARK.encode() not in content:
        return
    lines = enumerate(content.decode("utf-8", "replace").splitlines(), 1)
    yield from first_errors(
        partial(UnsoundFile, file, number, f"还没有填写：{'；'.join(hints)}")
        for number, line in lines
        if (hints := _HINT.findall(line.partition("#")[0]))
    )
