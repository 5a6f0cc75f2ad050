"""Titles in large print that go on in their next line, wherever that breaks a word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.words import first_word
from govcheck.readers.plain.wrapping import begins_afresh
from govcheck.signs import sign

_LARGER: Final = 1.25
"""Titles are so many times as large as the text."""
_SAME: Final = 0.1
"""By so much of their size the characters of one title may differ."""
_BELOW: Final = 2.2
"""Its lines stand no further apart, by their size."""
_AXIS: Final = 0.6
"""So near each other are the middles of its lines."""
_LITTLE: Final = 1.0
"""So many points more than its widest line may be free for it."""
_WHOLE: Final = late_pattern(rf".*{sign('title_end')}")


def wrapped_titles(lines: Sequence[PrintedLine], usual: Sequence[float]) -> frozenset[int]:
    """Return of which lines the next one is the rest; ``usual`` is each page's size of text.

    They are centred, and no line would have had room for the first word of the next one.
    """
    return frozenset(index for group in _groups(lines, usual) for index in _full(lines, group))


def _groups(lines: Sequence[PrintedLine], usual: Sequence[float]) -> Iterator[range]:
    """Yield lines that may be of one title."""
    start = 0
    for index, (above, below) in enumerate(pairwise(lines), 1):
        if not (above.size > _LARGER * usual[above.page - 1] and _are_one(above, below)):
            yield range(start, index)
            start = index
    yield range(start, len(lines))


def _are_one(above: PrintedLine, below: PrintedLine) -> bool:
    return (
        above.page == below.page
        and abs(above.size - below.size) <= _SAME * above.size
        and below.base - above.base <= _BELOW * above.size
        and abs(_middle(above) - _middle(below)) <= _AXIS * above.size
        and not any(begins_afresh(line.text) for line in (above, below))
        and not _WHOLE.fullmatch(above.text)
    )


def _middle(line: PrintedLine) -> float:
    return (line.left + line.right) / 2


def _full(lines: Sequence[PrintedLine], group: range) -> Iterator[int]:
    width = max(lines[index].right - lines[index].left for index in group)
    for index in group[:-1]:
        needed = lines[index].right - lines[index].left + first_word(lines[index + 1])
        if needed + _LITTLE > width:
            yield index
